using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Checkers;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

/// <summary>A whole holder in the middle of a session, on a bus in memory, and somebody who watches its safety.</summary>
internal sealed class HeatingHolderRig : IAsyncDisposable
{
    private readonly MemoryStreamListener listener = new();
    private readonly BluezServer server;
    private readonly SimulationThread simulation = new();
    private readonly VirtualHolder holder = VirtualHolder.Start();
    private readonly InvariantChecker checker = new();
    private int lastProcess;

    public HeatingHolderRig()
    {
        holder.Observe(checker);
        StartSession();

        // The device that the corpus speaks of.
        server = BluezServer.Start(
            listener, [new BluezHolder(holder.Peripheral, BluetoothAddress.OfUnit(holder.Identity.SerialNumber))], simulation, Log.Add);
    }

    public LogLines Log { get; } = new();

    /// <summary>A client of a process of its own, which has said nothing yet.</summary>
    public BusTestClient Open() =>
        new(listener.Connect(new PeerCredentials(++lastProcess, PeerCredentials.OfThisProcess.UserId)));

    /// <summary>Lets virtual time pass, and begins another session where one has ended.</summary>
    public Task<bool> AdvanceAsync() => simulation.RunAsync(() =>
    {
        holder.Advance(TimeSpan.FromMilliseconds(200));
        if (!holder.Firmware.IsHeatingState)
        {
            StartSession();
        }

        return holder.Firmware.IsHeatingState;
    });

    public async Task CheckAsync()
    {
        await simulation.RunAsync(() => checker.Violations.Count);
        checker.Violations.ShouldBeEmpty();
        simulation.Failures.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        simulation.Dispose();
        holder.Dispose();
    }

    private void StartSession()
    {
        holder.RemoveStick();
        holder.Advance(TimeSpan.FromSeconds(5));
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.Advance(TimeSpan.FromSeconds(2));
    }
}
