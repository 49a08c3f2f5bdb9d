namespace IqosDevice.DeviceSemantics;

/// <summary>What lies in a slot of the evaluation stack, as far as the rewriter has to know.</summary>
internal enum StackKind
{
    /// <summary>Integer, reference or structure.</summary>
    Other,

    /// <summary>32-bit floating point.</summary>
    Single,

    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>A value of a generic parameter: may be anything.</summary>
    Generic,
}
