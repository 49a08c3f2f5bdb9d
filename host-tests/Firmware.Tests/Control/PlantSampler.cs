using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Control;

/// <summary>The plant as the board's converters see it: their steps and rates, with a bit of noise, without chips and drivers.</summary>
internal static class PlantSampler
{
    private const int CellPeriodMs = 200;

    public static void Sample(HolderPlant plant, long nowMs, BoardInputs inputs)
    {
        // One bit to either side in turn, so that the mean stays.
        int bit = (int)(nowMs / 20 % 4) switch { 0 => 1, 2 => -1, _ => 0 };
        inputs.ReferenceMv = 1225;
        inputs.HeaterSampleMs = nowMs;
        inputs.HeaterVolts = (float)Quantized(plant.HeaterDuty * plant.HeaterOnVolts, 0.00125);
        inputs.HeaterTopVolts = inputs.HeaterVolts;
        inputs.GateHigh = plant.HeaterDuty > 0;
        inputs.HeaterAmps = (float)Quantized(plant.HeaterDuty * plant.HeaterOnAmps, 0.00025) + (plant.HeaterDuty > 0 ? bit * 0.00025f : 0);
        double raw = Math.Clamp(Math.Round((0.25 + (0.005 * plant.ThermocoupleCelsius)) / 3.3 * 4095) + bit, 0, 4095);
        inputs.ThermocoupleSampleMs = nowMs;
        inputs.ThermocoupleRaw = (int)raw;
        inputs.ThermocoupleCelsius = (float)(((raw / 4095 * 3.3) - 0.25) / 0.005);
        if (nowMs % CellPeriodMs == 0)
        {
            inputs.CellSampleMs = nowMs;
            inputs.CellMv = (int)(plant.CellVolts * 1000);
            inputs.CellMa = (int)(plant.CellAmps * 1000);
            inputs.CellMilliCelsius = (int)(plant.CellCelsius * 1000);
            inputs.BoardMilliCelsius = (int)(plant.BoardCelsius * 1000);
        }
    }

    private static double Quantized(double value, double step) => Math.Round(value / step) * step;
}
