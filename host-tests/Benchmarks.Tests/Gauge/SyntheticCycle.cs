using System.Globalization;
using System.Text;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Benchmarks.Tests.Gauge;

/// <summary>A drive cycle that no tester logged: the Panasonic cell's voltages behind a resistance and an RC pair, 2 A for twenty seconds of every thirty.</summary>
internal static class SyntheticCycle
{
    private const double AmpereHours = 2.9;
    private const double Ohms = 0.036;
    private const double SlowOhms = 0.018;
    private const double SlowSeconds = 63;
    private const string Header = "time_s,voltage_V,current_A,ah_counter_Ah,battery_temp_C";

    /// <summary>Writes a file of so many seconds from a full cell on.</summary>
    public static void Write(string path, int seconds)
    {
        var text = new StringBuilder(Header).Append('\n');
        double ampereHours = 0;
        double slowVolts = 0;
        for (int second = 0; second < seconds; second++)
        {
            double amperes = second % 30 < 20 ? -2 : 0;
            ampereHours += amperes / 3600;
            slowVolts += ((amperes * SlowOhms) - slowVolts) / SlowSeconds;
            double openVolts = CellChemistries.Panasonic.OpenCircuitVoltsAt(1 + (ampereHours / AmpereHours));
            double volts = openVolts + (amperes * Ohms) + slowVolts;
            text.Append(CultureInfo.InvariantCulture, $"{second},{volts:0.0000},{amperes},{ampereHours:0.000000},25\n");
        }

        File.WriteAllText(path, text.ToString());
    }
}
