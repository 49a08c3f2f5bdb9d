using System.Text;
using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Tests.Bluetooth;

public sealed class GattServiceProviderTests
{
    private static readonly Guid Own = new("daebb240-b041-11e4-9e45-0002a5d5c51b");

    private readonly FakeBoard board = new();

    [Fact]
    public void The_first_service_brings_a_Device_Information_service_of_nanoFramework_along()
    {
        using HostBoard.Scope scope = board.Enter();

        GattServiceProvider.Create(Own);
        GattServiceProvider.Create(GattServiceUuids.Battery);

        GattServiceProvider[] services = BluetoothLEServer.Instance.Services;
        services.Select(provider => provider.Service.Uuid)
            .ShouldBe([Own, GattServiceUuids.DeviceInformation, GattServiceUuids.Battery]);
        GattLocalCharacteristic manufacturer = services[1].Service.Characteristics[0];
        manufacturer.Uuid.ShouldBe(GattCharacteristicUuids.ManufacturerNameString);
        Text(manufacturer.StaticValue).ShouldBe("nanoFramework");
    }

    [Fact]
    public void A_service_created_again_replaces_the_first_in_its_place()
    {
        using HostBoard.Scope scope = board.Enter();
        GattServiceProvider.Create(Own);

        GattServiceProvider own = GattServiceProvider.Create(GattServiceUuids.DeviceInformation).ServiceProvider;

        GattServiceProvider[] services = BluetoothLEServer.Instance.Services;
        services.Length.ShouldBe(2);
        services[1].ShouldBeSameAs(own);
        own.Service.Characteristics.ShouldBeEmpty();
    }

    [Fact]
    public void Device_Information_cannot_be_the_first_service()
    {
        using HostBoard.Scope scope = board.Enter();

        Should.Throw<InvalidOperationException>(() => GattServiceProvider.Create(GattServiceUuids.DeviceInformation));
    }

    [Fact]
    public void Advertising_starts_the_stack_with_the_name_and_the_services_UUID()
    {
        using HostBoard.Scope scope = board.Enter();
        BluetoothLEServer.Instance.DeviceName = "IQOS ILUMA i";
        GattServiceProvider provider = GattServiceProvider.Create(Own).ServiceProvider;
        board.Started.ShouldBeNull();

        provider.StartAdvertising();

        (string name, Guid[] services, Guid advertised) = board.Started.ShouldNotBeNull();
        name.ShouldBe("IQOS ILUMA i");
        services.ShouldBe([Own, GattServiceUuids.DeviceInformation]);
        advertised.ShouldBe(Own);
        provider.AdvertisementStatus.ShouldBe(GattServiceProviderAdvertisementStatus.Started);
    }

    [Fact]
    public void Stopping_to_advertise_takes_the_whole_stack_down()
    {
        using HostBoard.Scope scope = board.Enter();
        GattServiceProvider provider = GattServiceProvider.Create(Own).ServiceProvider;
        provider.StartAdvertising();

        provider.StopAdvertising();

        board.Dispatcher.ShouldBeNull();
        provider.AdvertisementStatus.ShouldBe(GattServiceProviderAdvertisementStatus.Stopped);
    }

    private static string Text(nanoFramework.Device.Bluetooth.Buffer? buffer)
    {
        byte[] bytes = new byte[buffer.ShouldNotBeNull().Length];
        DataReader.FromBuffer(buffer).ReadBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
