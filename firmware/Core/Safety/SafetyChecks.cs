namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>The checks in force. A further row of the checklist is a further class and a further line here.</summary>
    public static class SafetyChecks
    {
        public static SafetyCheck[] All()
        {
            return new SafetyCheck[]
            {
                new ThermocoupleOpenCheck(),
                new ThermocoupleShortCheck(),
                new ThermocoupleRangeCheck(),
                new StaleSampleCheck(),
                new OverTemperatureCheck(),
                new PowerAndEnergyCheck(),
                new SetpointCheck(),
                new SessionLimitCheck(),
                new LoopPeriodCheck(),
                new ConsentCheck(),
                new ControlOutputCheck(),
                new ChargingInterlockCheck(),
            };
        }
    }
}
