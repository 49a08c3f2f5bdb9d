using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Faults;

/// <summary>A fault as two acts: what goes wrong, and how it is put right.</summary>
/// <param name="apply">Goes wrong.</param>
/// <param name="remove">Is put right; null for what passes by itself.</param>
internal sealed class HolderFault(Action<VirtualHolder> apply, Action<VirtualHolder>? remove = null) : IHolderFault
{
    public string Name { get; internal set; } = string.Empty;

    public string Channel { get; internal set; } = string.Empty;

    public void Apply(VirtualHolder holder) => apply(holder);

    public void Remove(VirtualHolder holder) => remove?.Invoke(holder);
}
