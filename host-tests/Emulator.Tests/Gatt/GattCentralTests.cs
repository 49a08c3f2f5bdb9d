using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

public sealed class GattCentralTests
{
    private readonly SmallHolder holder = new();
    private readonly GattCentral central;
    private readonly List<string> came = [];
    private readonly List<string> ends = [];

    public GattCentralTests()
    {
        holder.Server.Closed("the table's own client leaves");
        central = new GattCentral(holder.Peripheral, "central")
        {
            PduCame = pdu => came.Add(Convert.ToHexString(pdu)),
            LinkEnded = ends.Add,
        };
    }

    [Fact]
    public void Reads_writes_and_is_notified()
    {
        central.TryConnect().ShouldBeTrue();
        central.ExchangeMtu(100);
        central.Read(0x0005);
        central.ReadFrom(0x0005, 1);
        central.Write(0x000B, [0x01, 0x02]);
        central.Subscribe(0x0009, on: true);
        holder.Peripheral.Notify(0x0008, [0x2A]);

        central.AttMtu.ShouldBe((ushort)100);
        holder.ControlPoint.Written.ShouldHaveSingleItem().ShouldBe([0x01, 0x02]);
        came.ShouldBe(["03F700", "0B534E", "0D4E", "13", "13", "1B08002A"]);
    }

    [Fact]
    public void Connects_where_the_holder_advertises_and_nowhere_else()
    {
        central.TryConnect().ShouldBeTrue();
        new GattCentral(holder.Peripheral, "another").TryConnect().ShouldBeFalse();

        central.Disconnect("done");

        central.IsConnected.ShouldBeFalse();
        holder.Peripheral.LinkEndReason.ShouldBe("done");
        ends.ShouldBeEmpty("it knows itself that it left");
        new GattCentral(holder.Peripheral, "another").TryConnect().ShouldBeTrue();
    }

    [Fact]
    public void What_is_sent_after_the_holder_ended_the_link_is_lost()
    {
        central.TryConnect();

        holder.Peripheral.Disconnect("reset");
        central.Read(0x0005);

        ends.ShouldBe(["reset"]);
        came.ShouldBeEmpty();
        central.IsConnected.ShouldBeFalse();
        central.AttMtu.ShouldBe((ushort)23);
    }
}
