using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

/// <summary>
/// A small table with one of everything. Handles: 0001 service 180A · 0002/0003 model · 0004/0005 serial ·
/// 0006 core service · 0007/0008 battery, 0009 CCCD · 000A/000B control point, 000C CCCD · 000D/000E indicated,
/// 000F CCCD, 0010 description of 30 bytes.
/// </summary>
internal sealed class SmallHolder
{
    public const string CoreService = "daebb240-b041-11e4-9e45-0002a5d5c51b";
    public const string BatteryType = "f8a54120-b041-11e4-9be7-0002a5d5c51b";
    public const string ControlPointType = "e16c6e20-b041-11e4-a4c3-0002a5d5c51b";
    public const string IndicatedType = "2a05";
    public const string Description = "a description, thirty bytes lo";

    public SmallHolder()
    {
        var table = new AttributeTable();
        table.AddService(Uuid.Parse("180a"));
        table.AddCharacteristic(Uuid.Parse("2a24"), CharacteristicProperties.Read, Model);
        table.AddCharacteristic(Uuid.Parse("2a25"), CharacteristicProperties.Read, Serial);
        table.AddService(Uuid.Parse(CoreService));
        table.AddCharacteristic(Uuid.Parse(BatteryType), CharacteristicProperties.Read | CharacteristicProperties.Notify, Battery);
        table.AddCharacteristic(
            Uuid.Parse(ControlPointType), CharacteristicProperties.Write | CharacteristicProperties.Notify, ControlPoint);
        table.AddCharacteristic(Uuid.Parse(IndicatedType), CharacteristicProperties.Indicate, Indicated);
        table.AddDescriptor(GattTypes.CharacteristicUserDescription, System.Text.Encoding.ASCII.GetBytes(Description));
        Peripheral = new GattPeripheral("IQOS test", Uuid.Parse(CoreService), table) { LinkChanged = LinkChanges.Add };
        Server = Peripheral.TryConnect(Bearer)!;
    }

    public StoredValue Model { get; } = new([.. Enumerable.Range(0x40, 40).Select(i => (byte)i)]);

    public StoredValue Serial { get; } = new(0x53, 0x4E);

    public StoredValue Battery { get; } = new(0x0F, 0x00, 0x38, 0x19, 0xB4, 0x0E, 0x64);

    public StoredValue ControlPoint { get; } = new();

    public StoredValue Indicated { get; } = new();

    public List<bool> LinkChanges { get; } = [];

    public RecordingBearer Bearer { get; } = new();

    public GattPeripheral Peripheral { get; }

    public AttServer Server { get; }

    /// <summary>Sends a PDU, spaces allowed.</summary>
    public void Send(string hex) => Server.Receive(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>Sends a PDU and gives the one PDU that answers it.</summary>
    public string Ask(string hex)
    {
        Send(hex);
        Bearer.Sent.Count.ShouldBe(1, $"one answer to {hex}");
        return Bearer.Sent.Dequeue();
    }

    public void Answers(string request, string response) =>
        Ask(request).ShouldBe(response.Replace(" ", "", StringComparison.Ordinal), $"answer to {request}");
}
