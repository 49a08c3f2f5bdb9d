using System.Diagnostics;
using IqosDevice.Client;

namespace IqosDevice.Clients.Tests;

/// <summary>An <c>iqos-emulator run</c> as a process of its own, as its users start it.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("iqos").FullName;
    private readonly ProgramRun run;

    private EmulatorProcess(string[] args) =>
        run = ProgramRun.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "iqos-emulator.dll"), "run", "--state", folder, .. args]);

    /// <summary>Address of the pipe.</summary>
    public string PipeAddress => "unix:" + Path.Combine(folder, "holder.sock");

    /// <summary>What a client's environment needs.</summary>
    public (string Name, string Value) BusVariable => ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + Path.Combine(folder, "bluez.sock"));

    /// <summary>Address of the device on the bus.</summary>
    public string DeviceAddress { get; private set; } = string.Empty;

    /// <summary>Starts one and waits until it serves.</summary>
    public static async Task<EmulatorProcess> StartAsync(params string[] args)
    {
        var emulator = new EmulatorProcess(args);
        string bluez = await emulator.run.WaitForLineAsync("  bluez ");
        emulator.DeviceAddress = bluez[^17..];
        await emulator.run.WaitForLineAsync("Ctrl-C");
        return emulator;
    }

    /// <summary>The hands and the world.</summary>
    public Task<ControlClient> ConnectControlAsync() =>
        ControlClient.ConnectAsync("unix:" + Path.Combine(folder, "control.sock"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await run.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
