namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>Models of protocol.md, section 5.</summary>
    public enum HolderModelId
    {
        Iluma,
        IlumaPrime,
        IlumaOne,
        IlumaI,
        IlumaIPrime,
        IlumaIOne,
    }

    /// <summary>What a model can do.</summary>
    public sealed class HolderModel
    {
        public HolderModel(HolderModelId id)
        {
            Id = id;
        }

        public HolderModelId Id { get; }

        private bool IsIlumaI => Id >= HolderModelId.IlumaI;

        private bool IsOne => Id == HolderModelId.IlumaOne || Id == HolderModelId.IlumaIOne;

        /// <summary>Marketing name, e.g. "ILUMA i PRIME"; the advertised local name is "IQOS " + this.</summary>
        public string Name
        {
            get
            {
                switch (Id)
                {
                    case HolderModelId.Iluma: return "ILUMA";
                    case HolderModelId.IlumaPrime: return "ILUMA PRIME";
                    case HolderModelId.IlumaOne: return "ILUMA ONE";
                    case HolderModelId.IlumaI: return "ILUMA i";
                    case HolderModelId.IlumaIPrime: return "ILUMA i PRIME";
                    default: return "ILUMA i ONE";
                }
            }
        }

        /// <summary>Holder and charger are two pieces with a cell each (C9 apart from C0).</summary>
        public bool HasSeparateHolder => !IsOne;

        public bool HasChargeStartVibration => !IsOne;

        public bool HasSmartGesture => Id != HolderModelId.IlumaOne;

        public bool HasAutoStart => IsIlumaI;

        public bool HasFlexAndPause => IsIlumaI && !IsOne;
    }
}
