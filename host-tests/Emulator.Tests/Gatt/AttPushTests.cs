using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class AttPushTests
{
    private const ushort BatteryHandle = 0x0008;
    private const ushort IndicatedHandle = 0x000E;

    private readonly SmallHolder holder = new();

    [Fact]
    public void Nothing_is_sent_to_a_client_that_has_not_subscribed()
    {
        holder.Peripheral.Notify(BatteryHandle, [1]).ShouldBeFalse();
        holder.Bearer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void A_subscribed_client_is_notified_and_the_owner_knows()
    {
        holder.Answers("12 09 00 01 00", "13");
        holder.Answers("0A 09 00", "0B 01 00");

        holder.Peripheral.Notify(BatteryHandle, [0xAA, 0xBB]).ShouldBeTrue();

        holder.Bearer.Sent.ShouldBe(["1B0800AABB"]);
        holder.Battery.Subscriptions.ShouldBe([true]);
    }

    [Fact]
    public void The_owner_hears_of_a_subscription_after_the_client_has_its_answer()
    {
        var order = new List<string>();
        var table = new AttributeTable();
        table.AddService(Uuid.Parse("180f"));
        var owner = new TellingOwner(() => order.Add("owner"));
        table.AddCharacteristic(Uuid.Parse("2a19"), CharacteristicProperties.Notify, owner);
        AttServer server = new GattPeripheral("IQOS", Uuid.Parse("180f"), table).TryConnect(
            new TellingBearer(() => order.Add("client")))!;

        server.Receive([0x12, 0x04, 0x00, 0x01, 0x00]);

        order.ShouldBe(["client", "owner"]);
    }

    [Fact]
    public void Writing_the_same_CCCD_twice_tells_the_owner_once_and_unsubscribing_ends_it()
    {
        holder.Ask("12 09 00 01 00");
        holder.Ask("12 09 00 01 00");
        holder.Send("52 09 00 00 00");

        holder.Battery.Subscriptions.ShouldBe([true, false]);
        holder.Peripheral.Notify(BatteryHandle, [1]).ShouldBeFalse();
    }

    [Fact]
    public void Subscriptions_end_with_the_connection_and_the_next_client_begins_without()
    {
        holder.Ask("12 09 00 01 00");
        holder.Server.Closed("gone");
        var bearer = new RecordingBearer();
        AttServer next = holder.Peripheral.TryConnect(bearer)!;
        next.Receive([0x0A, 0x09, 0x00]);

        holder.Battery.Subscriptions.ShouldBe([true, false]);
        bearer.Sent.ShouldBe(["0B0000"]);
        holder.Peripheral.Notify(BatteryHandle, [1]).ShouldBeFalse();
    }

    [Fact]
    public void A_notified_value_is_cut_to_MTU_less_three()
    {
        holder.Ask("12 09 00 01 00");
        holder.Peripheral.Notify(BatteryHandle, new byte[40]);

        holder.Bearer.Sent.Dequeue().Length.ShouldBe(2 * 23);
    }

    [Fact]
    public void Handles_that_are_no_values_are_never_notified()
    {
        holder.Ask("12 09 00 01 00");

        holder.Peripheral.Notify(0x0009, [1]).ShouldBeFalse();
        holder.Peripheral.Notify(0x0000, [1]).ShouldBeFalse();
        holder.Peripheral.Notify(0x0100, [1]).ShouldBeFalse();
    }

    [Fact]
    public void One_indication_is_outstanding_and_the_next_waits_for_the_confirmation()
    {
        holder.Ask("12 0F 00 02 00");
        holder.Peripheral.Notify(IndicatedHandle, [1]).ShouldBeTrue();
        holder.Peripheral.Notify(IndicatedHandle, [2]).ShouldBeTrue();
        holder.Bearer.Sent.ShouldBe(["1D0E0001"]);

        holder.Send("1E");
        holder.Bearer.Sent.ShouldBe(["1D0E0001", "1D0E0002"]);
        holder.Send("1E");
        holder.Send("1E");
        holder.Bearer.Sent.Count.ShouldBe(2, "confirmations of nothing are ignored");
    }

    [Fact]
    public void Waiting_indications_are_bounded()
    {
        holder.Ask("12 0F 00 02 00");
        for (int i = 0; i <= AttServer.MostWaitingIndications; i++)
        {
            holder.Peripheral.Notify(IndicatedHandle, [(byte)i]).ShouldBeTrue();
        }

        holder.Peripheral.Notify(IndicatedHandle, [0xFF]).ShouldBeFalse();
        holder.Send("1E");
        holder.Peripheral.Notify(IndicatedHandle, [0xFE]).ShouldBeTrue();
    }

    private sealed class TellingOwner(Action tell) : ICharacteristicHandler
    {
        public void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete) => complete(AttErrorCode.UnlikelyError, default);

        public void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete) => complete(AttErrorCode.UnlikelyError);

        public void SubscriptionChanged(bool subscribed) => tell();
    }

    private sealed class TellingBearer(Action tell) : IAttBearer
    {
        public string Peer => "telling";

        public void Send(ReadOnlySpan<byte> pdu) => tell();

        public void Close(string reason)
        {
        }
    }
}
