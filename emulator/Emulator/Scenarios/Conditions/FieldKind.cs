namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>What kind of value a field has.</summary>
internal enum FieldKind
{
    Number,
    Flag,
    Choice,
}
