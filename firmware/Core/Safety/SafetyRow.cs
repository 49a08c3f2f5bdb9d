namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>One line of the safety table; made when somebody asks, for on the device 56 of them would cost 5 KB.</summary>
    public sealed class SafetyRow
    {
        public SafetyRow(int number, string name, SafetyAct act, string limit, string by, string text)
        {
            Number = number;
            Name = name;
            Act = act;
            Limit = limit;
            By = by;
            Text = text;
        }

        /// <summary>Number in the checklist; travels in Holder status and event log.</summary>
        public int Number { get; }

        public string Name { get; }

        public SafetyAct Act { get; }

        /// <summary>When it fires, in words.</summary>
        public string Limit { get; }

        /// <summary>The class that does it, or the part of the board; what begins with a small letter is neither.</summary>
        public string By { get; }

        /// <summary>What the user is told.</summary>
        public string Text { get; }

        /// <summary>Where the manual explains it.</summary>
        public string Section => "docs/safety.md#" + SafetyTable.SectionOf(Number);
    }
}
