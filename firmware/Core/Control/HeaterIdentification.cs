namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>How far a calibration run has come.</summary>
    public enum CalibrationStage : byte
    {
        /// <summary>The heater is on its way up.</summary>
        Heating,

        /// <summary>It cools at the power that its resistance takes to be measured.</summary>
        Cooling,

        /// <summary>Over; what was found has been taken.</summary>
        Taken,

        /// <summary>Over; what was found cannot be right, and what was known before stays.</summary>
        Rejected,
    }

    /// <summary>
    /// Finds heat capacity and loss of a heater without a stick from one rise and one fall. Over either, the heat that
    /// went in is E = C·D + G·A, with D the kelvins risen and A the integral of the excess over the surroundings: two
    /// equations for C and G, and no derivative of a noisy measurement.
    /// </summary>
    public sealed class HeaterIdentification
    {
        /// <summary>Set point of the rise, degrees Celsius: beyond its end, so that it goes there at full power.</summary>
        public const float HeatingSetpointCelsius = 320f;

        /// <summary>Set point of the fall, degrees Celsius: below its end, so that no more than the measuring duty is on.</summary>
        public const float CoolingSetpointCelsius = 200f;

        // The rise is watched from a temperature at which full power is on, so that its ends are known well.
        private const float RiseFromCelsius = 80f;
        private const float RiseToCelsius = 300f;
        private const float FallToCelsius = 230f;

        private bool watching;
        private float ambientCelsius;
        private float fromCelsius;
        private float joules;
        private float kelvinSeconds;
        private float riseKelvin;
        private float riseJoules;
        private float riseKelvinSeconds;

        /// <summary>How far the run has come.</summary>
        public CalibrationStage Stage { get; private set; }

        /// <summary>Heat capacity, J/K, and loss, W/K; of use once the run is over.</summary>
        public float HeatCapacity { get; private set; }

        /// <summary>See <see cref="HeatCapacity"/>.</summary>
        public float Loss { get; private set; }

        /// <summary>A run begins with a heater that is as cold as its surroundings.</summary>
        public void Restart(float restCelsius)
        {
            Stage = CalibrationStage.Heating;
            watching = false;
            ambientCelsius = restCelsius;
        }

        /// <summary>Takes a sample.</summary>
        /// <param name="seconds">Time since the sample before.</param>
        /// <param name="celsius">Temperature of the heater, finite.</param>
        /// <param name="watts">Mean power into it since the sample before, finite.</param>
        /// <returns>True with the sample that completes the run.</returns>
        public bool Step(float seconds, float celsius, float watts)
        {
            if (!watching)
            {
                watching = celsius >= RiseFromCelsius;
                Begin(celsius);
                return false;
            }

            joules += watts * seconds;
            kelvinSeconds += (celsius - ambientCelsius) * seconds;
            if (Stage == CalibrationStage.Heating && celsius >= RiseToCelsius)
            {
                riseKelvin = celsius - fromCelsius;
                riseJoules = joules;
                riseKelvinSeconds = kelvinSeconds;
                Stage = CalibrationStage.Cooling;
                Begin(celsius);
            }

            return Stage == CalibrationStage.Cooling && celsius <= FallToCelsius && Solve(celsius - fromCelsius);
        }

        /// <summary>The caller has judged what was found.</summary>
        public void Close(bool taken)
        {
            Stage = taken ? CalibrationStage.Taken : CalibrationStage.Rejected;
        }

        private void Begin(float celsius)
        {
            fromCelsius = celsius;
            joules = 0f;
            kelvinSeconds = 0f;
        }

        private bool Solve(float fallKelvin)
        {
            // Both products are positive: the fall is negative.
            float divisor = (riseKelvin * kelvinSeconds) - (fallKelvin * riseKelvinSeconds);
            if (divisor > 1f && riseKelvinSeconds > 1f)
            {
                HeatCapacity = ((riseJoules * kelvinSeconds) - (joules * riseKelvinSeconds)) / divisor;
                Loss = (riseJoules - (HeatCapacity * riseKelvin)) / riseKelvinSeconds;
            }

            return true;
        }
    }
}
