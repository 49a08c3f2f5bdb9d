using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>
/// An attribute table of its own, without firmware behind it: a value of 20 bytes to read, and one of 240 bytes, the most
/// that fits an MTU of 247 with room to spare, to be notified.
/// </summary>
internal sealed class BenchmarkTable
{
    public const int StreamBytes = 240;

    private static readonly Guid ValueUuid = new("b3a7e7c0-0001-4a53-9d1e-6f2b8c5d9e10");
    private static readonly Guid StreamUuid = new("b3a7e7c0-0002-4a53-9d1e-6f2b8c5d9e10");

    private static readonly Guid ServiceUuid = new("b3a7e7c0-0000-4a53-9d1e-6f2b8c5d9e10");

    private readonly byte[] streamed = new byte[StreamBytes];

    public BenchmarkTable()
    {
        var table = new AttributeTable();
        table.AddService(new Uuid(ServiceUuid));
        ValueHandle = table.AddCharacteristic(new Uuid(ValueUuid), CharacteristicProperties.Read, new Constant(20));
        StreamHandle = table.AddCharacteristic(new Uuid(StreamUuid), CharacteristicProperties.Notify, new Constant(StreamBytes));
        Peripheral = new GattPeripheral("benchmark", new Uuid(ServiceUuid), table);
    }

    public GattPeripheral Peripheral { get; }

    public ushort ValueHandle { get; }

    public ushort StreamHandle { get; }

    /// <summary>Notifies the next value of the stream.</summary>
    public bool Notify()
    {
        streamed[0]++;
        return Peripheral.Notify(StreamHandle, streamed);
    }

    private sealed class Constant(int bytes) : ICharacteristicHandler
    {
        private readonly byte[] value = new byte[bytes];

        public void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete) => complete(AttErrorCode.Success, value);

        public void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete) => complete(AttErrorCode.Success);

        public void SubscriptionChanged(bool subscribed)
        {
            // The stream comes by grants.
        }
    }
}
