using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Tests.Bluetooth;

public sealed class GattDispatcherTests : IDisposable
{
    private const GattCharacteristicProperties All =
        GattCharacteristicProperties.Read | GattCharacteristicProperties.Write | GattCharacteristicProperties.Notify;

    private readonly FakeBoard board = new();
    private readonly GattServiceProvider provider;
    private readonly GattDispatcher dispatcher;
    private readonly List<byte> errors = [];
    private byte[]? answer;

    public GattDispatcherTests()
    {
        using HostBoard.Scope scope = board.Enter();
        provider = GattServiceProvider.Create(Guid.Parse("daebb240-b041-11e4-9e45-0002a5d5c51b")).ServiceProvider;
        provider.StartAdvertising();
        dispatcher = board.Dispatcher.ShouldNotBeNull();
    }

    [Fact]
    public void A_static_value_answers_without_an_event()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All, [1, 2, 3]);
        characteristic.ReadRequested += static (_, _) => throw new InvalidOperationException("No event belongs here.");

        dispatcher.Read(characteristic, Complete);

        errors.ShouldBe([0]);
        answer.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_read_raises_the_event_and_its_answer_comes_back()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        characteristic.ReadRequested += static (_, args) => args.GetRequest().RespondWithValue(Bytes(7, 8));

        dispatcher.Read(characteristic, Complete);

        errors.ShouldBe([0]);
        answer.ShouldBe([7, 8]);
    }

    [Fact]
    public void Without_a_handler_reads_and_writes_get_0x0E_at_once()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);

        dispatcher.Read(characteristic, Complete);
        dispatcher.Write(characteristic, [1], errors.Add);

        errors.ShouldBe([0x0E, 0x0E]);
    }

    [Fact]
    public void A_write_shows_its_bytes_and_hides_offset_and_option()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        byte[] seen = [];
        characteristic.WriteRequested += (_, args) =>
        {
            GattWriteRequest request = args.GetRequest();
            seen = new byte[request.Value.Length];
            DataReader.FromBuffer(request.Value).ReadBytes(seen);
            request.Offset.ShouldBe(0U);
            request.Option.ShouldBe(GattWriteOption.WriteWithResponse);
            request.Respond();
        };

        dispatcher.Write(characteristic, [0x00, 0xC0, 0x00], errors.Add);

        seen.ShouldBe([0x00, 0xC0, 0x00]);
        errors.ShouldBe([0]);
        board.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_handler_that_throws_never_answers_and_later_events_still_work()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic broken = Add(All);
        broken.ReadRequested += static (_, _) => throw new InvalidOperationException("broken handler");
        GattLocalCharacteristic sound = Add(All);
        sound.ReadRequested += static (_, args) => args.GetRequest().RespondWithValue(Bytes(1));

        dispatcher.Read(broken, Complete);
        errors.ShouldBeEmpty();
        board.Lines.ShouldHaveSingleItem().ShouldContain("broken handler");

        dispatcher.Read(sound, Complete);
        answer.ShouldBe([1]);
    }

    [Fact]
    public void A_handler_that_never_responds_never_completes_and_a_late_answer_still_counts_once()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        GattReadRequest? kept = null;
        characteristic.ReadRequested += (_, args) => kept = args.GetRequest();

        dispatcher.Read(characteristic, Complete);
        errors.ShouldBeEmpty();

        kept.ShouldNotBeNull().RespondWithValue(Bytes(5));
        kept.RespondWithProtocolError(GattProtocolError.UnlikelyError);
        errors.ShouldBe([0]);
    }

    [Fact]
    public void A_handler_is_never_entered_while_another_one_runs()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic outer = Add(All);
        GattLocalCharacteristic inner = Add(All);
        List<string> order = [];
        inner.WriteRequested += (_, args) =>
        {
            order.Add("inner");
            args.GetRequest().Respond();
        };
        outer.WriteRequested += (_, args) =>
        {
            dispatcher.Write(inner, [2], errors.Add);
            order.Add("outer ends");
            args.GetRequest().Respond();
        };

        dispatcher.Write(outer, [1], errors.Add);

        order.ShouldBe(["outer ends", "inner"]);
        errors.ShouldBe([0, 0]);
    }

    [Fact]
    public void A_notification_goes_to_each_subscribed_client_and_says_what_became_of_it()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        characteristic.NotifyValue(Bytes(1)).ShouldBeEmpty();
        board.Notifications.ShouldBeEmpty();

        dispatcher.SubscriptionChanged(characteristic, subscribed: true);
        characteristic.NotifyValue(Bytes(2, 3)).ShouldHaveSingleItem().Status.ShouldBe(GattCommunicationStatus.Success);
        board.Notifications.ShouldHaveSingleItem().Value.ShouldBe([2, 3]);

        board.NotifyResult = false;
        characteristic.NotifyValue(Bytes(4)).ShouldHaveSingleItem().Status.ShouldBe(GattCommunicationStatus.Unreachable);
    }

    [Fact]
    public void Subscribing_twice_leaves_one_client_and_leaving_none()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        int changes = 0;
        characteristic.SubscribedClientsChanged += (_, _) => changes++;

        dispatcher.LinkChanged(connected: true);
        dispatcher.SubscriptionChanged(characteristic, subscribed: true);
        dispatcher.SubscriptionChanged(characteristic, subscribed: true);
        characteristic.SubscribedClients.Length.ShouldBe(1);

        dispatcher.LinkChanged(connected: false);
        characteristic.SubscribedClients.ShouldBeEmpty();
        changes.ShouldBe(3);
    }

    [Fact]
    public void The_servers_session_has_MTU_0_until_exchanged_and_a_subscribed_clients_session_for_ever()
    {
        using HostBoard.Scope scope = board.Enter();
        GattLocalCharacteristic characteristic = Add(All);
        GattSession session = BluetoothLEServer.Instance.Session;
        int exchanges = 0;
        session.MaxPduSizeChanged += (_, _) => exchanges++;
        dispatcher.LinkChanged(connected: true);
        dispatcher.SubscriptionChanged(characteristic, subscribed: true);
        session.MaxMtuSize.ShouldBe((ushort)0);

        board.AttMtu = 247;
        dispatcher.MtuChanged();

        exchanges.ShouldBe(1);
        session.MaxMtuSize.ShouldBe((ushort)247);
        characteristic.SubscribedClients[0].Session.MaxMtuSize.ShouldBe((ushort)0);

        dispatcher.LinkChanged(connected: false);
        dispatcher.LinkChanged(connected: true);
        session.MaxMtuSize.ShouldBe((ushort)0);
    }

    [Fact]
    public void The_session_tells_when_a_client_comes_and_goes()
    {
        using HostBoard.Scope scope = board.Enter();
        List<GattSessionStatus> seen = [];
        BluetoothLEServer.Instance.Session.SessionStatusChanged += (_, args) => seen.Add(args.Status);

        dispatcher.LinkChanged(connected: true);
        dispatcher.LinkChanged(connected: false);

        seen.ShouldBe([GattSessionStatus.Active, GattSessionStatus.Closed]);
    }

    public void Dispose()
    {
        using HostBoard.Scope scope = board.Enter();
        BluetoothLEServer.Instance.Dispose();
    }

    private static DataWriter Bytes(params byte[] bytes)
    {
        var writer = new DataWriter();
        writer.WriteBytes(bytes);
        return writer;
    }

    private GattLocalCharacteristic Add(GattCharacteristicProperties properties, byte[]? staticValue = null)
    {
        var parameters = new GattLocalCharacteristicParameters { CharacteristicProperties = properties };
        if (staticValue is not null)
        {
            parameters.StaticValue = Bytes(staticValue);
        }

        int number = provider.Service.Characteristics.Length;
        return provider.Service.CreateCharacteristic(new Guid(number, 0, 0, new byte[8]), parameters).Characteristic;
    }

    private void Complete(byte error, byte[] value)
    {
        errors.Add(error);
        answer = value;
    }
}
