namespace IqosDevice.Portal.Diagnosis;

/// <summary>On what a claim rests.</summary>
public enum WarrantyKind
{
    /// <summary>The law: whoever has the device.</summary>
    Statutory,

    /// <summary>The registration.</summary>
    Extended,
}
