using System.Text;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class HolderAppTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void The_table_has_the_holders_four_services_and_nothing_of_the_packages_own()
    {
        using HostBoard.Scope scope = board.Enter();
        Start(HolderModelId.IlumaI);

        (string name, Guid[] services, Guid advertised) = board.Started.ShouldNotBeNull();
        name.ShouldBe("IQOS ILUMA i");
        advertised.ShouldBe(new Guid(GattUuids.CoreService));
        services.ShouldBe(
        [
            new Guid(GattUuids.CoreService), GattServiceUuids.DeviceInformation, GattServiceUuids.Battery,
            new Guid(GattUuids.StandInService),
        ]);
        GattLocalCharacteristic[] information = Characteristics(GattServiceUuids.DeviceInformation);
        information.Select(characteristic => ShortUuid(characteristic.Uuid)).ShouldBe(["2a24", "2a25", "2a28", "2a29"]);
        information.ShouldAllBe(characteristic => Value(characteristic).Length >= 20);
        Encoding.ASCII.GetString(Value(information[0])).TrimEnd('\0').ShouldBe("ILUMA i");
    }

    /// <summary>
    /// Flags and name fill the advertisement first; the UUID's 18 bytes go beside them or into the scan response. A name
    /// that does not fit would be left out silently.
    /// </summary>
    [Theory]
    [InlineData(HolderModelId.Iluma)]
    [InlineData(HolderModelId.IlumaPrime)]
    [InlineData(HolderModelId.IlumaOne)]
    [InlineData(HolderModelId.IlumaI)]
    [InlineData(HolderModelId.IlumaIPrime)]
    [InlineData(HolderModelId.IlumaIOne)]
    public void The_name_of_every_model_is_advertised_and_the_UUID_beside_it(HolderModelId model)
    {
        const int legacyBytes = 31;
        const int flagsBytes = 3;
        const int sectionHeaderBytes = 2;
        using HostBoard.Scope scope = board.Enter();
        Start(model);

        string name = board.Started.ShouldNotBeNull().DeviceName;
        name.ShouldStartWith("IQOS ");
        (flagsBytes + sectionHeaderBytes + name.Length).ShouldBeLessThanOrEqualTo(legacyBytes);
    }

    [Fact]
    public void The_core_service_has_its_characteristics_with_their_properties()
    {
        using HostBoard.Scope scope = board.Enter();
        Start(HolderModelId.IlumaI);

        Characteristics(new Guid(GattUuids.CoreService))
            .Select(characteristic => (characteristic.Uuid.ToString(), (int)characteristic.CharacteristicProperties))
            .ShouldBe(
            [
                (GattUuids.BatteryInformation, 0x12),
                (GattUuids.ScpControlPoint, 0x18),
                (GattUuids.DeviceStatus, 0x02),
                (GattUuids.UnnamedParameters, 0x02),
                (GattUuids.UnnamedZeros, 0x02),
                (GattUuids.FirmwareUpgradeControl, 0x08),
                (GattUuids.FirmwareUpgradeStatus, 0x02),
            ]);
    }

    [Fact]
    public void A_board_without_chips_and_files_ticks_with_the_heater_off()
    {
        using HostBoard.Scope scope = board.Enter();
        HolderApp app = Start(HolderModelId.IlumaI);

        for (int tick = 1; tick <= 60; tick++)
        {
            board.MicrosecondsSinceBoot = (ulong)tick * 20_000;
            app.Tick();
            board.Levels[Pins.LoadSwitch].ShouldBeFalse();
            board.PwmPins[Pins.HeaterPwm].Duty.ShouldBe(0);
        }

        app.Stop();
    }

    [Fact]
    public void A_tick_that_fails_leaves_the_heater_off_and_says_so()
    {
        using HostBoard.Scope scope = board.Enter();
        HolderApp app = Start(HolderModelId.IlumaI);
        board.Levels[Pins.LoadSwitch] = true;
        bool heartbeat = board.Levels[Pins.Heartbeat];
        board.AdcFails = true;

        Should.Throw<InvalidOperationException>(app.Tick);

        board.Levels[Pins.LoadSwitch].ShouldBeFalse();
        board.Levels[Pins.Heartbeat].ShouldBe(heartbeat);
    }

    [Fact]
    public void An_upgrade_and_a_malformed_log_request_are_refused_by_name()
    {
        using HostBoard.Scope scope = board.Enter();
        Start(HolderModelId.IlumaI);
        List<byte> errors = [];

        board.Dispatcher!.Write(Find(GattUuids.FirmwareUpgradeControl), [1, 2], errors.Add);
        board.Dispatcher.Write(Find(GattUuids.EventLog), [1], errors.Add);

        errors.ShouldBe([0x06, 0x0D]);
        board.Lines.ShouldContain(line => line.Contains("Firmware upgrade control"));
    }

    internal static HolderApp Start(HolderModelId model)
    {
        var identity = new DeviceIdentity(new HolderModel(model), "SERIAL", "HOLDER00000001", "CHARGER0000001");
        var app = new HolderApp(identity);
        app.Start();
        return app;
    }

    internal static GattLocalCharacteristic Find(string uuid) =>
        BluetoothLEServer.Instance.Services.SelectMany(provider => provider.Service.Characteristics)
            .Single(characteristic => characteristic.Uuid == new Guid(uuid));

    private static GattLocalCharacteristic[] Characteristics(Guid service) =>
        BluetoothLEServer.Instance.GetServiceByUUID(service).ShouldNotBeNull().Service.Characteristics;

    private static string ShortUuid(Guid uuid) => uuid.ToString()[4..8];

    private byte[] Value(GattLocalCharacteristic characteristic)
    {
        byte[] read = [];
        board.Dispatcher!.Read(characteristic, (_, value) => read = value);
        return read;
    }
}
