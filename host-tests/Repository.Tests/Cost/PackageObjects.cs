using System.Device.Adc;
using System.Device.Gpio;
using System.Device.I2c;
using System.Device.Pwm;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// What the objects of nanoFramework's packages cost on the device, where the host has stand-ins with other fields. The
/// numbers of fields are those of the packages' own sources; what hangs on them and is no stand-in is counted with them.
/// </summary>
internal static class PackageObjects
{
    private static readonly long Lock = DeviceHeap.Object(0);
    private static readonly long Uuid = DeviceHeap.NumberArray(16, 1);
    private static readonly long ListEntry = DeviceHeap.Fields(2);

    /// <summary>13 fields and 3 events, the UUID, four lists, and a place in the event listener's map.</summary>
    private static readonly long Characteristic = DeviceHeap.Object(16) + Uuid + (4 * DeviceHeap.List()) + ListEntry;

    private static readonly long Service = DeviceHeap.Object(2) + Uuid + DeviceHeap.List(8);

    private static readonly Dictionary<Type, long> Bytes = new()
    {
        [typeof(GpioController)] = DeviceHeap.Object(2) + DeviceHeap.List(16),
        [typeof(GpioPin)] = DeviceHeap.Object(7) + Lock + DeviceHeap.Object(2) + (2 * ListEntry),
        [typeof(AdcController)] = DeviceHeap.Object(3) + Lock,
        [typeof(AdcChannel)] = DeviceHeap.Object(4) + Lock,
        [typeof(I2cDevice)] = DeviceHeap.Object(4) + Lock,
        [typeof(I2cConnectionSettings)] = DeviceHeap.Object(3),
        [typeof(PwmChannel)] = DeviceHeap.Object(7),
        [typeof(GattServiceProvider)] = DeviceHeap.Object(7) + ListEntry,
        [typeof(GattLocalService)] = Service,
        [typeof(GattLocalCharacteristic)] = Characteristic,
        [typeof(GattSubscribedClient)] = DeviceHeap.Object(2) + ListEntry,
        [typeof(GattSession)] = DeviceHeap.Object(4),
        [typeof(BluetoothDeviceId)] = DeviceHeap.Object(1),
        [typeof(nanoFramework.Device.Bluetooth.Buffer)] = DeviceHeap.Object(3),
        [typeof(DataWriter)] = DeviceHeap.Object(3),

        // With its statics and pairing; the event listener with its maps and its queue; and the Device Information service of
        // the package's own, whose characteristics stay in the listener's map after the firmware has replaced it.
        [typeof(BluetoothLEServer)] = DeviceHeap.Object(3) + DeviceHeap.Fields(10) + Lock + DeviceHeap.List(8)
            + DeviceHeap.Object(12) + DeviceHeap.Object(0) + (3 * DeviceHeap.List()) + DeviceHeap.Object(2)
            + Service + (2 * Characteristic),
    };

    /// <summary>Threads and the frames of the calls that they are in: an estimate, for no rule is known.</summary>
    public static IReadOnlyList<(string Name, long Bytes)> Threads { get; } =
    [
        ("thread of the loop", 2048),
        ("thread of the packages' events", 1536),
        ("thread of the Bluetooth listener", 512),
    ];

    public static bool TryGetBytes(Type type, out long bytes) => Bytes.TryGetValue(type, out bytes);

    /// <summary>The type is a stand-in: its fields are the host's and say nothing.</summary>
    public static bool IsStandIn(Type type) => type.Assembly == typeof(GpioPin).Assembly;

    /// <summary>The type is the host's share of the stand-ins: the device has nothing of it.</summary>
    public static bool IsHostOnly(Type type) =>
        typeof(NanoFramework.Host.HostBoard).IsAssignableFrom(type)
        || IsOfTheHost(type) || type.GetInterfaces().Any(IsOfTheHost);

    private static bool IsOfTheHost(Type type) =>
        string.Equals(type.Namespace, typeof(NanoFramework.Host.HostBoard).Namespace, StringComparison.Ordinal);
}
