using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Tests.Battery;

public class CellTableTests
{
    [Fact]
    public void Stored_energy_is_the_integral_of_the_open_circuit_voltage()
    {
        double joules = 0;
        for (int permille = 0; permille < 1000; permille++)
        {
            double mean = (CellTable.OpenCircuitMvAt(permille) + CellTable.OpenCircuitMvAt(permille + 1)) / 2000.0;
            joules += mean * CellTable.DesignCapacityMah * 3.6 / 1000;
            ((double)CellTable.StoredJoulesAt(permille + 1)).ShouldBe(joules, 3);
        }

        joules.ShouldBe(3340, 15);
    }

    [Fact]
    public void Voltage_and_charge_are_each_other_s_inverse()
    {
        for (int permille = 0; permille <= 1000; permille++)
        {
            CellTable.PermilleAt(CellTable.OpenCircuitMvAt(permille)).ShouldBeInRange(permille - 2, permille + 2);
        }
    }

    [Theory]
    [InlineData(int.MinValue, 420)]
    [InlineData(-20000, 420)]
    [InlineData(0, 240)]
    [InlineData(5000, 209)]
    [InlineData(60000, 95)]
    [InlineData(int.MaxValue, 95)]
    public void Resistance_rises_in_the_cold(int milliCelsius, int milliOhm)
    {
        CellTable.ResistanceMilliOhmAt(milliCelsius).ShouldBe(milliOhm);
    }
}
