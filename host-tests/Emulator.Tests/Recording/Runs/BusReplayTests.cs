using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording.Runs;
using IqosDevice.Emulator.Tests.Endpoints.Bluez;

namespace IqosDevice.Emulator.Tests.Recording.Runs;

/// <summary>What a Bluetooth client of Linux does to a holder is recorded like anything else that comes from outside.</summary>
public sealed class BusReplayTests
{
    private const string Characteristic = "org.bluez.GattCharacteristic1";
    private const string HolderStatus = "6cba9c12-9b0b-47ce-a78e-e6ed36c553b9";
    private const int TimeoutMs = 60_000;

    [Theory(Timeout = TimeoutMs)]
    [InlineData(HolderRunner.MaximumSpeed)]
    [InlineData(20)]
    public async Task A_session_that_a_Bluetooth_client_follows_replays_to_the_same_trace(double speed)
    {
        string recorded = await RecordAsync(speed);
        RunRecording recording = RunRecording.Read(new StringReader(recorded));
        using var replay = new RunReplay(recording);

        replay.RunToEnd();

        replay.FirstDifference.ShouldBeNull();
        replay.Holder.TraceHash.ShouldBe(recording.TraceHash);
        recorded.ShouldContain("\"verb\":\"insertStick\"");
        recorded.ShouldContain("\"in\":");
        replay.Holder.Dispose();
    }

    private static async Task<string> RecordAsync(double speed)
    {
        var text = new StringWriter { NewLine = "\n" };
        using var holder = VirtualHolder.Start(new HolderOptions { Seed = 5 });
        using (var recorder = new RunRecorder(holder, text))
        {
            holder.Peripheral.Tap = recorder;
            using var runner = new HolderRunner(holder.Queue, speed);
            using var hands = new ControlSession(holder, runner, push: static _ => { });
            var listener = new MemoryStreamListener();
            var address = BluetoothAddress.OfUnit(holder.Identity.SerialNumber);
            await using BluezServer server = BluezServer.Start(
                listener, [new BluezHolder(holder.Peripheral, address)], runner, static _ => { });
            runner.Start();
            await using var client = new BusTestClient(listener.Connect(new PeerCredentials(1, PeerCredentials.OfThisProcess.UserId)));
            string status = await FollowStatusAsync(client, $"/org/bluez/hci0/dev_{address.ToString().Replace(':', '_')}");
            foreach (string act in new[] { """{"verb":"insertStick"}""", """{"verb":"holdButton","seconds":1.2}""", """{"verb":"puff"}""" })
            {
                runner.Post(() => hands.Execute(act));
                await BusTestClient.ExpectAsync(client.ReadAsync(status));
                await client.NextSignalAsync("PropertiesChanged");
            }
        }

        return text.ToString();
    }

    /// <summary>Connects, subscribes the status, and gives the path of its characteristic.</summary>
    private static async Task<string> FollowStatusAsync(BusTestClient client, string device)
    {
        await client.SayHelloAsync();
        await BusTestClient.ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await BusTestClient.ExpectAsync(client.CallAdapterAsync("StopDiscovery"));
        await BusTestClient.ExpectAsync(client.CallDeviceAsync(device, "Connect"));
        foreach (string path in (await client.ListObjectsAsync()).Where(path => path.Contains("/char") && !path.Contains("/desc")))
        {
            if ((string)await client.GetAsync(path, Characteristic, "UUID") == HolderStatus)
            {
                await BusTestClient.ExpectAsync(client.CallAsync(BusTestClient.Daemon, path, Characteristic, "StartNotify"));
                return path;
            }
        }

        throw new InvalidOperationException("The holder has no status.");
    }
}
