using System.Runtime.InteropServices;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>Something outside of the tick changed a field before it: <c>struct change</c> of replay.c.</summary>
/// <param name="Tick">Index of the tick.</param>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Value">The new value as bits; of a reference, the object's number.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SlotChange(int Tick, int Slot, long Value);
