using IqosDevice.Firmware.Esp32;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>The pins of docs/hardware.md and of the schematic are those of firmware/Esp32/Pins.cs.</summary>
public sealed class HardwareGuideTests
{
    private static readonly string Guide = Repo.Read("docs/hardware.md");

    private static readonly string Schematic = Repo.Read("docs/schematic.svg");

    [Theory]
    [InlineData("I2C data, clock", Pins.I2cData, Pins.I2cClock)]
    [InlineData("heater PWM", Pins.HeaterPwm)]
    [InlineData("load switch", Pins.LoadSwitch)]
    [InlineData("heartbeat", Pins.Heartbeat)]
    [InlineData("charge enable", Pins.ChargeEnable)]
    [InlineData("vibration", Pins.Vibration)]
    [InlineData("lights, top to third", Pins.LightTop, Pins.LightSecond, Pins.LightThird)]
    [InlineData("bottom light white, red", Pins.LightBottomWhite, Pins.LightBottomRed)]
    [InlineData("gate read-back", Pins.GateReadBack)]
    [InlineData("button, stick switch, dock", Pins.Button, Pins.StickSwitch, Pins.DockContact)]
    [InlineData("charger status", Pins.ChargerStatus)]
    [InlineData("service contact", Pins.ServiceContact)]
    public void A_pin_is_the_firmwares(string function, params int[] pins)
    {
        RowOf(Guide, function)[1].ShouldBe(string.Join(", ", pins));
        pins.ShouldAllBe(pin => IsInSchematic($"GPIO{pin}"));
    }

    [Theory]
    [InlineData("thermocouple", "34", Pins.ThermocoupleChannel)]
    [InlineData("cell NTC, board NTC", "35, 36", Pins.CellThermistorChannel, Pins.BoardThermistorChannel)]
    [InlineData("reference", "39", Pins.ReferenceChannel)]
    [InlineData("heater's top node, halved", "32", Pins.HeaterTopChannel)]
    public void An_analogue_input_is_the_firmwares(string function, string pins, params int[] channels)
    {
        var row = RowOf(Guide, function);
        row[1].ShouldBe(pins);
        row[2].ShouldBe($"ADC1 channel{(channels.Length == 1 ? "" : "s")} {string.Join(", ", channels)}");
        channels.ShouldAllBe(channel => IsInSchematic($"ADC1_CH{channel}"));
    }

    [Fact]
    public void Every_chip_has_the_address_that_the_firmware_calls()
    {
        foreach (var address in new[] { Pins.HeaterMonitorAddress, Pins.CellMonitorAddress, Pins.RealTimeClockAddress, Pins.AccelerometerAddress })
        {
            Guide.ShouldContain($"0x{address:x2}");
        }
    }

    /// <summary>A net as a whole word: GPIO2 is not GPIO25.</summary>
    private static bool IsInSchematic(string net) =>
        Schematic.Contains(net + "<", StringComparison.Ordinal) || Schematic.Contains(net + " ", StringComparison.Ordinal);

    /// <summary>Cells of the row of the table of pins that begins with a function.</summary>
    private static string[] RowOf(string guide, string function)
    {
        var pins = guide[guide.IndexOf("## Pins", StringComparison.Ordinal)..];
        var line = pins.Split('\n').First(line => line.StartsWith($"| {function} |", StringComparison.Ordinal));
        return [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
    }
}
