using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Gatt;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_client_sees_Connected_the_objects_and_ServicesResolved_before_the_reply()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();

        string[] seen = [.. client.Seen.Where(line => !line.StartsWith("RSSI", StringComparison.Ordinal))];
        int connected = Array.IndexOf(seen, "Connected=True");
        int resolved = Array.IndexOf(seen, "ServicesResolved=True");
        connected.ShouldBeGreaterThan(0);
        resolved.ShouldBe(seen.Length - 2);
        seen[^1].ShouldBe("reply");
        seen[connected..resolved].Count(line => line == "InterfacesAdded").ShouldBe(11);
        (await client.ListObjectsAsync()).ShouldContain(BusRig.Indicated + "/desc0010");
    }

    [Fact]
    public async Task Another_process_sees_nothing_of_it_and_can_connect_when_the_first_has_left()
    {
        await using var rig = new BusRig();
        BusTestClient second = await rig.DiscoverAsync(processId: 2);
        BusTestClient first = await rig.ConnectAsync(processId: 1);

        (await second.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(false);
        (await second.ListObjectsAsync()).ShouldNotContain(BusRig.Serial);
        (await second.ReadAsync(BusRig.Serial)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.UnknownObject");
        (await second.CallDeviceAsync(BusRig.Device, "Disconnect")).Header.ErrorName.ShouldBe("org.bluez.Error.NotConnected");
        Message refusal = await second.CallDeviceAsync(BusRig.Device, "Connect");
        refusal.Header.ErrorName.ShouldBe("org.bluez.Error.Failed");
        FirstString(refusal).ShouldBe("le-connection-timeout");
        second.Seen.ShouldNotContain("Connected=True");
        await ExpectAsync(second.CallDeviceAsync(BusRig.OtherDevice, "Connect"));

        await ExpectAsync(first.CallDeviceAsync(BusRig.Device, "Disconnect"));
        await ExpectAsync(second.CallDeviceAsync(BusRig.Device, "Connect"));
        (await second.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(true);
        (await first.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(false);
    }

    [Fact]
    public async Task A_second_connection_of_the_same_process_shares_the_link()
    {
        await using var rig = new BusRig();
        BusTestClient first = await rig.ConnectAsync();
        BusTestClient second = await rig.EnterAsync();

        (await second.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(true);
        FirstBytes(await ExpectAsync(second.ReadAsync(BusRig.Serial))).ShouldBe([0x53, 0x4E]);
        await ExpectAsync(second.CallDeviceAsync(BusRig.Device, "Connect"));
        await first.DisposeAsync();
        FirstBytes(await ExpectAsync(second.ReadAsync(BusRig.Serial))).ShouldBe([0x53, 0x4E]);
    }

    [Fact]
    public async Task A_process_of_which_nothing_is_known_is_one_connection()
    {
        await using var rig = new BusRig();
        BusTestClient first = await rig.ConnectAsync(processId: 0);
        BusTestClient second = await rig.EnterAsync(processId: 0);
        (await first.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(true);
        (await second.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(false);
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_the_holder_to_the_next()
    {
        await using var rig = new BusRig();
        BusTestClient second = await rig.DiscoverAsync(processId: 2);
        for (int round = 0; round < 5; round++)
        {
            BusTestClient first = await rig.ConnectAsync(processId: 1);
            await first.DisposeAsync();
            await ExpectAsync(second.CallDeviceAsync(BusRig.Device, "Connect"));
            await ExpectAsync(second.CallDeviceAsync(BusRig.Device, "Disconnect"));
        }
    }

    [Fact]
    public async Task The_answer_to_Disconnect_comes_before_its_consequences()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        client.Seen.Clear();

        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Disconnect"));
        client.Seen.ShouldBe(["reply"]);
        while (client.Seen.Count(line => line == "InterfacesRemoved") < 11)
        {
            await client.ReceiveAsync();
        }

        client.Seen[..3].ShouldBe(["reply", "ServicesResolved=False", "Connected=False"]);
        (await client.ListObjectsAsync()).ShouldNotContain(BusRig.Serial);
        rig.Holder.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_link_fails_what_waits_and_is_told()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        rig.Holder.Serial.AnswersLater = true;
        uint waiting = await client.SendCallAsync(
            Daemon, BusRig.Serial, "org.bluez.GattCharacteristic1", "ReadValue", "a{sv}", static body => body.WriteProperties([]));
        await client.GetAsync(BusRig.Serial, "org.bluez.GattCharacteristic1", "UUID");

        rig.Simulation.Post(() => rig.Holder.Peripheral.Disconnect("out of reach"));

        (await client.ReplyToAsync(waiting)).Header.ErrorName.ShouldBe("org.bluez.Error.Failed");
        while (!client.Seen.Contains("Connected=False"))
        {
            await client.ReceiveAsync();
        }

        rig.Holder.Serial.AnswersLater = false;
        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Connect"));
        FirstBytes(await ExpectAsync(client.ReadAsync(BusRig.Serial))).ShouldBe([0x53, 0x4E]);
    }

    [Theory]
    [InlineData("ReadValue")]
    [InlineData("WriteValue")]
    public async Task A_client_that_vanishes_in_the_middle_of_something_leaves_the_holder_to_the_next(string member)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        rig.Holder.Serial.AnswersLater = true;
        rig.Holder.ControlPoint.AnswersLater = true;
        await client.SendCallAsync(
            Daemon,
            member == "ReadValue" ? BusRig.Serial : BusRig.ControlPoint,
            "org.bluez.GattCharacteristic1",
            member,
            member == "ReadValue" ? "a{sv}" : "aya{sv}",
            body =>
            {
                if (member == "WriteValue")
                {
                    body.WriteBytes([1]);
                }

                body.WriteProperties([]);
            });
        await client.GetAsync(BusRig.Serial, "org.bluez.GattCharacteristic1", "UUID");
        await client.DisposeAsync();
        await rig.Log.WaitForAsync("ended");

        // What the holder had to say comes when nobody is there.
        rig.Simulation.Post(() =>
        {
            foreach (Action answer in rig.Holder.Serial.Pending.Concat(rig.Holder.ControlPoint.Pending).ToList())
            {
                answer();
            }
        });
        rig.Holder.Serial.AnswersLater = false;
        BusTestClient next = await rig.EnterAsync(processId: 2);
        await ExpectAsync(next.CallDeviceAsync(BusRig.Device, "Connect"));
        FirstBytes(await ExpectAsync(next.ReadAsync(BusRig.Serial))).ShouldBe([0x53, 0x4E]);
    }

    [Fact]
    public async Task A_write_that_waits_fails_with_the_link()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        rig.Holder.ControlPoint.AnswersLater = true;
        uint waiting = await client.SendCallAsync(Daemon, BusRig.ControlPoint, "org.bluez.GattCharacteristic1", "WriteValue", "aya{sv}", static body =>
        {
            body.WriteBytes([1]);
            body.WriteProperties([]);
        });
        (await client.WriteAsync(BusRig.ControlPoint, 2)).Header.ErrorName.ShouldBe("org.bluez.Error.InProgress");

        rig.Simulation.Post(() => rig.Holder.Peripheral.Disconnect("out of reach"));

        (await client.ReplyToAsync(waiting)).Header.ErrorName.ShouldBe("org.bluez.Error.Failed");
    }

    [Fact]
    public async Task Just_Works_pairs_and_connects()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.DiscoverAsync();
        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Pair"));
        (await client.GetAsync(BusRig.Device, "org.bluez.Device1", "Paired")).ShouldBe(true);
        (await client.GetAsync(BusRig.Device, "org.bluez.Device1", "Connected")).ShouldBe(true);
        (await client.CallDeviceAsync(BusRig.Device, "Pair")).Header.ErrorName.ShouldBe("org.bluez.Error.AlreadyExists");
    }

    [Fact]
    public async Task Who_waits_to_connect_can_give_up()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.DiscoverAsync();
        rig.Simulation.Post(() => rig.Holder.Peripheral.AdvertisingEnabled = false);
        uint waiting = await client.SendCallAsync(Daemon, BusRig.Device, "org.bluez.Device1", "Connect");
        await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Disconnect"));
        client.Seen.ShouldContain("org.bluez.Error.Failed");
        waiting.ShouldBeGreaterThan(0u);
    }

    [Fact]
    public async Task A_hundred_clients_one_after_the_other_leave_nothing_behind()
    {
        await using var rig = new BusRig();
        BusTestClient watcher = await rig.DiscoverAsync(processId: 200);
        int objects = (await watcher.ListObjectsAsync()).Count;
        for (int process = 1; process <= 100; process++)
        {
            BusTestClient client = await rig.EnterAsync(process);
            await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Connect"));
            await ExpectAsync(client.CallDeviceAsync(BusRig.Device, "Disconnect"));
            await client.DisposeAsync();
        }

        (await watcher.ListObjectsAsync()).Count.ShouldBe(objects);
        rig.Holder.LinkChanges.Count.ShouldBe(202);
    }

    [Fact]
    public async Task Fifty_clients_scan_at_once()
    {
        await using var rig = new BusRig();
        var clients = new List<BusTestClient>();
        for (int process = 1; process <= 50; process++)
        {
            clients.Add(await rig.EnterAsync(process));
            await ExpectAsync(clients[^1].CallAdapterAsync("StartDiscovery"));
        }

        foreach (BusTestClient client in clients)
        {
            while (!client.Seen.Exists(line => line.StartsWith("RSSI=", StringComparison.Ordinal)))
            {
                await client.ReceiveAsync();
            }
        }
    }
}
