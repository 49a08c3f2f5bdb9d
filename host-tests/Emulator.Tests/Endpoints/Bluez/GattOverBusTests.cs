using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Gatt;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class GattOverBusTests
{
    private const string Characteristic = "org.bluez.GattCharacteristic1";

    [Fact]
    public async Task Every_read_is_told_as_a_change_before_its_reply()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        client.Seen.Clear();
        for (int i = 0; i < 3; i++)
        {
            await ExpectAsync(client.ReadAsync(BusRig.Serial));
        }

        client.Seen.ShouldBe(["Value=534E", "reply", "Value=534E", "reply", "Value=534E", "reply"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(22)]
    [InlineData(246)]
    [InlineData(247)]
    [InlineData(492)]
    [InlineData(512)]
    public async Task A_value_is_read_and_written_whole_however_long_it_is(int length)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        byte[] value = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        rig.Holder.Serial.Value = value;

        FirstBytes(await ExpectAsync(client.ReadAsync(BusRig.Serial))).ShouldBe(value);
        await ExpectAsync(client.WriteAsync(BusRig.ControlPoint, value));
        (length == 0 ? [] : rig.Holder.ControlPoint.Written.ShouldHaveSingleItem()).ShouldBe(value);
    }

    [Fact]
    public async Task A_client_reads_from_an_offset()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        Message reply = await ExpectAsync(client.CallAsync(
            Daemon, BusRig.Serial, Characteristic, "ReadValue", "a{sv}", static body => body.WriteProperties([new("offset", (ushort)1)])));
        FirstBytes(reply).ShouldBe([0x4E]);
    }

    [Fact]
    public async Task Who_asks_for_the_same_meanwhile_shares_the_answer_and_another_part_has_to_wait()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        rig.Holder.Serial.AnswersLater = true;
        static void FromStart(MessageWriter body) => body.WriteProperties([]);
        uint first = await client.SendCallAsync(Daemon, BusRig.Serial, Characteristic, "ReadValue", "a{sv}", FromStart);
        uint second = await client.SendCallAsync(Daemon, BusRig.Serial, Characteristic, "ReadValue", "a{sv}", FromStart);
        Message other = await client.CallAsync(
            Daemon, BusRig.Serial, Characteristic, "ReadValue", "a{sv}", static body => body.WriteProperties([new("offset", (ushort)1)]));
        other.Header.ErrorName.ShouldBe("org.bluez.Error.InProgress");

        rig.Simulation.Post(() => rig.Holder.Serial.Pending.Dequeue()());

        FirstBytes(await client.ReplyToAsync(first)).ShouldBe([0x53, 0x4E]);
        FirstBytes(await client.ReplyToAsync(second)).ShouldBe([0x53, 0x4E]);
        rig.Holder.Serial.ReadCount.ShouldBe(1);
        client.Seen.Count(line => line == "Value=534E").ShouldBe(1);
    }

    [Theory]
    [InlineData(BusRig.ControlPoint, "request", null)]
    [InlineData(BusRig.ControlPoint, "REQUEST", null)]
    [InlineData(BusRig.ControlPoint, "command", "NotSupported")]
    [InlineData(BusRig.ControlPoint, "reliable", "NotSupported")]
    [InlineData(BusRig.ControlPoint, "carefully", "NotSupported")]
    [InlineData(BusRig.ControlPoint, true, "InvalidArguments")]
    [InlineData(BusRig.Serial, "request", "NotSupported")]
    [InlineData(BusRig.Serial, "command", "NotSupported")]
    public async Task A_value_is_written_as_the_client_says_or_not_at_all(string path, object type, string? error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        Message answer = await client.CallAsync(Daemon, path, Characteristic, "WriteValue", "aya{sv}", body =>
        {
            body.WriteBytes([7]);
            body.WriteProperties([new("type", type), new("mtu", (ushort)23), new("prepare-authorize", false)]);
        });
        answer.Header.ErrorName.ShouldBe(error is null ? null : "org.bluez.Error." + error);
        rig.Holder.ControlPoint.Written.Count.ShouldBe(error is null ? 1 : 0);
    }

    [Fact]
    public async Task The_reply_to_a_write_comes_before_what_the_write_causes()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        await ExpectAsync(client.CallAsync(Daemon, BusRig.ControlPoint, Characteristic, "StartNotify"));
        rig.Holder.ControlPoint.AnswersLater = true;
        client.Seen.Clear();
        Task<Message> write = client.WriteAsync(BusRig.ControlPoint, 1, 2, 3);
        while (!await rig.Simulation.RunAsync(() => rig.Holder.ControlPoint.Pending.Count > 0))
        {
            await Task.Yield();
        }

        rig.Simulation.Post(() =>
        {
            rig.Holder.ControlPoint.Pending.Dequeue()();
            rig.Holder.Peripheral.Notify(0x000B, [9, 8, 7]);
        });
        await ExpectAsync(write);
        await client.ReceiveAsync();
        client.Seen.ShouldBe(["reply", "Value=090807"]);
    }

    [Fact]
    public async Task A_subscription_is_made_once_and_ends_with_the_last_who_wants_it()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        BusTestClient other = await rig.EnterAsync();

        await ExpectAsync(client.CallAsync(Daemon, BusRig.Battery, Characteristic, "StartNotify"));
        await ExpectAsync(other.CallAsync(Daemon, BusRig.Battery, Characteristic, "StartNotify"));
        client.Seen.ShouldContain("Notifying=True");
        rig.Holder.Battery.Subscriptions.ShouldBe([true]);
        rig.Simulation.Post(() => rig.Holder.Peripheral.Notify(0x0008, [1]));
        while (!other.Seen.Contains("Value=01"))
        {
            await other.ReceiveAsync();
        }

        await ExpectAsync(client.CallAsync(Daemon, BusRig.Battery, Characteristic, "StopNotify"));
        (await client.CallAsync(Daemon, BusRig.Battery, Characteristic, "StopNotify")).Header.ErrorName.ShouldBe("org.bluez.Error.Failed");
        rig.Holder.Battery.Subscriptions.ShouldBe([true]);
        await other.DisposeAsync();
        await rig.Log.WaitForAsync("ended");
        await client.GetAsync(BusRig.Battery, Characteristic, "Notifying");
        rig.Holder.Battery.Subscriptions.ShouldBe([true, false]);
    }

    [Fact]
    public async Task Indications_are_confirmed_so_that_the_next_one_comes()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        await ExpectAsync(client.CallAsync(Daemon, BusRig.Indicated, Characteristic, "StartNotify"));
        rig.Simulation.Post(() =>
        {
            for (byte i = 1; i <= 3; i++)
            {
                rig.Holder.Peripheral.Notify(0x000E, [i]);
            }
        });
        while (!client.Seen.Contains("Value=03"))
        {
            await client.ReceiveAsync();
        }
    }

    [Theory]
    [InlineData(0x02, "NotPermitted")]
    [InlineData(0x03, "NotPermitted")]
    [InlineData(0x05, "NotPermitted")]
    [InlineData(0x06, "NotSupported")]
    [InlineData(0x07, "InvalidOffset")]
    [InlineData(0x08, "NotAuthorized")]
    [InlineData(0x0D, "InvalidValueLength")]
    [InlineData(0x0E, "Failed")]
    [InlineData(0x80, "Failed")]
    public async Task What_the_holder_refuses_has_the_error_of_the_daemon(byte code, string error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        rig.Holder.Serial.Answer = new AttErrorCode(code);
        client.Seen.Clear();
        (await client.ReadAsync(BusRig.Serial)).Header.ErrorName.ShouldBe("org.bluez.Error." + error);
        client.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(BusRig.ControlPoint, "ReadValue", "NotPermitted")]
    [InlineData(BusRig.Serial, "StartNotify", "NotSupported")]
    [InlineData(BusRig.Serial, "StopNotify", "Failed")]
    public async Task What_a_characteristic_cannot_do_has_the_error_of_the_daemon(string path, string member, string error)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        Message answer = member == "ReadValue" ? await client.ReadAsync(path) : await client.CallAsync(Daemon, path, Characteristic, member);
        answer.Header.ErrorName.ShouldBe("org.bluez.Error." + error);
    }

    [Fact]
    public async Task A_characteristic_says_what_it_is()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        (await client.GetAsync(BusRig.Battery, Characteristic, "Flags")).ShouldBeAssignableTo<List<object>>()!.ShouldBe(["read", "notify"]);
        (await client.GetAsync(BusRig.Battery, Characteristic, "MTU")).ShouldBe((ushort)247);
        (await client.GetAsync(BusRig.Battery, Characteristic, "UUID")).ShouldBe("f8a54120-b041-11e4-9be7-0002a5d5c51b");
        (await client.GetAsync(BusRig.Battery + "/desc0009", "org.bluez.GattDescriptor1", "UUID")).ShouldBe("00002902-0000-1000-8000-00805f9b34fb");
    }

    [Fact]
    public async Task An_MTU_of_23_is_what_the_holder_grants_if_it_is_asked_to()
    {
        await using var rig = new BusRig();
        rig.Simulation.Post(() => rig.Holder.Peripheral.ServerMtu = 23);
        BusTestClient client = await rig.ConnectAsync();
        (await client.GetAsync(BusRig.Battery, Characteristic, "MTU")).ShouldBe((ushort)23);
        FirstBytes(await ExpectAsync(client.ReadAsync(BusRig.Model))).Length.ShouldBe(40);
        byte[] written = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];
        await ExpectAsync(client.WriteAsync(BusRig.ControlPoint, written));
        rig.Holder.ControlPoint.Written.ShouldHaveSingleItem().ShouldBe(written);
    }

    [Fact]
    public async Task A_descriptor_is_read_and_subscriptions_are_not_made_by_writing_it()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.ConnectAsync();
        const string descriptor = "org.bluez.GattDescriptor1";
        Message read = await ExpectAsync(client.CallAsync(
            Daemon, BusRig.Indicated + "/desc0010", descriptor, "ReadValue", "a{sv}", static body => body.WriteProperties([])));
        System.Text.Encoding.ASCII.GetString(FirstBytes(read)).ShouldBe(IqosDevice.Emulator.Tests.Gatt.SmallHolder.Description);
        Message refusal = await client.CallAsync(Daemon, BusRig.Battery + "/desc0009", descriptor, "WriteValue", "aya{sv}", static body =>
        {
            body.WriteBytes([1, 0]);
            body.WriteProperties([]);
        });
        refusal.Header.ErrorName.ShouldBe("org.bluez.Error.NotPermitted");
    }

    [Fact]
    public async Task This_adapter_is_no_server_and_does_not_advertise()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        static void Arguments(MessageWriter body)
        {
            body.WriteString("/app");
            body.WriteProperties([]);
        }

        foreach ((string name, string member) in new[] { ("GattManager1", "RegisterApplication"), ("LEAdvertisingManager1", "RegisterAdvertisement") })
        {
            (await client.CallAsync(Daemon, Adapter, "org.bluez." + name, member, "oa{sv}", Arguments)).Header.ErrorName
                .ShouldBe("org.bluez.Error.NotSupported");
        }
    }
}
