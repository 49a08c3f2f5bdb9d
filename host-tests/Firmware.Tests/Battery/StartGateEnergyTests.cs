using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Battery;

public class StartGateEnergyTests
{
    [Theory]
    [InlineData(3665, 25, StartRefusal.None)]
    [InlineData(3665, -10, StartRefusal.Voltage)]
    [InlineData(4000, -10, StartRefusal.None)]
    [InlineData(3600, 25, StartRefusal.Energy)]
    [InlineData(3600, -10, StartRefusal.Energy)]
    public void A_refusal_tells_whether_energy_or_voltage_is_missing(int cellMv, int celsius, StartRefusal refusal)
    {
        var gauge = new BatteryGauge();
        gauge.Step(0, cellMv, 0, celsius * 1000);
        var inputs = new BoardInputs { CellMilliCelsius = celsius * 1000, BoardMilliCelsius = 25000 };

        new StartGate(new Settings(), gauge)
            .Check(inputs, new HeaterView(), new AmbientWindow(), stickPresent: true, updating: false, releasesTrip: true)
            .ShouldBe(refusal);
    }
}
