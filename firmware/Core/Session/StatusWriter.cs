using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Copies what inputs, heater and state tell into the status that the rest of the firmware reads.</summary>
    public static class StatusWriter
    {
        /// <summary>Fills in everything that follows from the arguments.</summary>
        public static void Write(HolderStatus status, HeaterView heater, HeatDemand demand)
        {
            status.FaultRow = heater.FaultRow;
            status.FaultLatched = heater.FaultLatched;
            status.HeaterDeciCelsius = CelsiusRounding.DeciCelsius(heater.Celsius);
            status.SetpointDeciCelsius = CelsiusRounding.DeciCelsius(demand.SetpointCelsius);
        }
    }
}
