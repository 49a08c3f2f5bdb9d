namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Tests of floating-point numbers that hold on both runtimes: on the device any comparison "greater" with
    /// NaN is true, on the host it is false.
    /// </summary>
    public static class Finite
    {
        /// <summary>Neither NaN nor infinite.</summary>
        public static bool Is(float value)
        {
            return !float.IsNaN(value) && !float.IsInfinity(value);
        }

        /// <summary>A number within the bounds, the bounds included: "less or equal" is false for NaN on both runtimes.</summary>
        public static bool IsWithin(float value, float low, float high)
        {
            return value >= low && value <= high;
        }
    }
}
