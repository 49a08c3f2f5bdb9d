namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>Values that broken arithmetic gives; by name, so that a row of data can hold them.</summary>
    public static class Broken
    {
        /// <summary>NaN, the infinity above, and the one below for every other name.</summary>
        public static float Number(string name)
        {
            if (name == "NaN")
            {
                return float.NaN;
            }

            return name == "+" ? float.PositiveInfinity : float.NegativeInfinity;
        }
    }
}
