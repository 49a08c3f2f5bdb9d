using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 54: the heater's top node and the transistor's gate do what was commanded. At rest the gate is low. Driven,
    /// the node's mean voltage is what duty and cell make of it, and both who measure it agree. So it is also seen
    /// when the board's own protections have opened the load switch (rows 12, 20, 28). The gate is looked at at any
    /// moment of its 50 µs period, so that one sample of it tells little while it is driven: it must be seen high at
    /// least once in as many looks as would show it twenty times on the mean.
    /// </summary>
    public sealed class ReadBackCheck
    {
        public const int Row = 54;

        private const float AgreementVolts = 0.2f;

        /// <summary>A cold cell gives under load two thirds of what it shows on the mean.</summary>
        private const float LowestShare = 0.4f;
        private const float HighestShare = 1.15f;
        private const float MarginVolts = 0.2f;
        private const int MeasuredCellMv = 2500;
        private const int NeededSamples = 3;

        /// <summary>Twenty times 1000 permille.</summary>
        private const int GateUnseenPermille = 20000;

        private int count;
        private int unseenPermille;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (context.AppliedPermille == 0)
            {
                count = context.Inputs.GateHigh ? count + 1 : 0;
            }
            else if (context.NewHeaterSample && context.AppliedPermille >= SafetyContext.MeasurablePermille)
            {
                count = IsAsCommanded(context) ? 0 : count + 1;
                unseenPermille = context.Inputs.GateHigh ? 0 : unseenPermille + context.AppliedPermille;
            }

            return count >= NeededSamples || unseenPermille >= GateUnseenPermille;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            count = 0;
            unseenPermille = 0;
        }

        private static bool IsAsCommanded(SafetyContext context)
        {
            float volts = context.Inputs.HeaterVolts;
            if (!Finite.IsWithin(context.Inputs.HeaterTopVolts, volts - AgreementVolts, volts + AgreementVolts))
            {
                return false;
            }

            float full = context.Inputs.CellMv * context.AppliedPermille / 1000000f;
            return context.Inputs.CellMv < MeasuredCellMv
                || Finite.IsWithin(volts, LowestShare * full, (HighestShare * full) + MarginVolts);
        }
    }
}
