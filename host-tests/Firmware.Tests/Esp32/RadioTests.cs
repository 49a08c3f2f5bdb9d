using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class RadioTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void Reads_are_answered_from_the_latest_snapshot()
    {
        using HostBoard.Scope scope = board.Enter();
        Radio radio = Start();
        byte[] buffer = [1, 2, 3, 99];
        radio.Publish(RadioValue.HolderStatus, buffer, 3);
        buffer[0] = 77;

        Read(GattUuids.HolderStatus).ShouldBe([1, 2, 3]);

        radio.Publish(RadioValue.HolderStatus, [4], 1);
        Read(GattUuids.HolderStatus).ShouldBe([4]);
    }

    [Fact]
    public void The_MTU_is_23_until_exchanged_and_again_on_the_next_link()
    {
        using HostBoard.Scope scope = board.Enter();
        Radio radio = Start();
        board.Dispatcher!.LinkChanged(connected: true);
        radio.AttMtu.ShouldBe(23);

        board.AttMtu = 247;
        board.Dispatcher.MtuChanged();
        radio.AttMtu.ShouldBe(247);

        board.Dispatcher.LinkChanged(connected: false);
        radio.IsConnected.ShouldBeFalse();
        board.Dispatcher.LinkChanged(connected: true);
        radio.AttMtu.ShouldBe(23);
        radio.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public void Notifications_go_to_a_subscriber_only_and_fit_the_MTU()
    {
        using HostBoard.Scope scope = board.Enter();
        Radio radio = Start();
        GattLocalCharacteristic status = HolderAppTests.Find(GattUuids.HolderStatus);
        board.Dispatcher!.LinkChanged(connected: true);
        radio.Notify(RadioValue.HolderStatus, [1], 1).ShouldBeFalse();

        board.Dispatcher.SubscriptionChanged(status, subscribed: true);
        radio.IsSubscribed(RadioValue.HolderStatus).ShouldBeTrue();
        radio.IsSubscribed(RadioValue.EventLog).ShouldBeFalse();
        radio.Notify(RadioValue.HolderStatus, new byte[20], 20).ShouldBeTrue();
        radio.Notify(RadioValue.HolderStatus, new byte[21], 21).ShouldBeFalse();
        board.Notifications.ShouldHaveSingleItem().Value.Length.ShouldBe(20);

        board.Dispatcher.LinkChanged(connected: false);
        radio.IsSubscribed(RadioValue.HolderStatus).ShouldBeFalse();
    }

    [Fact]
    public void A_notification_that_the_stack_refuses_is_not_counted_as_sent()
    {
        using HostBoard.Scope scope = board.Enter();
        Radio radio = Start();
        board.Dispatcher!.SubscriptionChanged(HolderAppTests.Find(GattUuids.EventLog), subscribed: true);
        board.NotifyResult = false;

        radio.Notify(RadioValue.EventLog, [1], 1).ShouldBeFalse();
    }

    [Fact]
    public void A_notification_that_the_package_fails_at_is_lost_and_nothing_else()
    {
        using HostBoard.Scope scope = board.Enter();
        Radio radio = Start();
        board.Dispatcher!.SubscriptionChanged(HolderAppTests.Find(GattUuids.EventLog), subscribed: true);
        board.BluetoothFails = true;

        radio.Notify(RadioValue.EventLog, [1], 1).ShouldBeFalse();

        board.BluetoothFails = false;
        radio.Notify(RadioValue.EventLog, [2], 1).ShouldBeTrue();
    }

    private static Radio Start()
    {
        var log = new ConsoleLog();
        var radio = new Radio(log);
        var identity = new DeviceIdentity(new HolderModel(HolderModelId.IlumaI), "S", "HOLDER00000001", "CHARGER0000001");
        radio.Start(identity, new Core.HolderCore(identity, new FlashSlots(log), radio, log));
        return radio;
    }

    private byte[] Read(string uuid)
    {
        byte[] read = [];
        board.Dispatcher!.Read(HolderAppTests.Find(uuid), (_, value) => read = value);
        return read;
    }
}
