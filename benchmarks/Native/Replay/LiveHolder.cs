using System.Reflection;
using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>The heater tick of an emulated holder.</summary>
internal static class LiveHolder
{
    private static readonly FieldInfo Heater = typeof(HolderCore).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Single(static field => field.FieldType == typeof(HeaterLoop));

    /// <summary>What its tick works on; null where its loop does not turn.</summary>
    public static TickObjects? ObjectsOf(VirtualHolder holder) =>
        holder is { Core: { } core, FirmwareStalled: false, Firmware.IsHung: false }
        ? new TickObjects(Heater.GetValue(core)!, core.Inputs, core.Outputs)
        : null;

    /// <summary>Binds the tick of a copy.</summary>
    public static Action<long> Bind(TickObjects objects)
    {
        var loop = (HeaterLoop)objects.Loop;
        var inputs = (BoardInputs)objects.Inputs;
        var outputs = (BoardOutputs)objects.Outputs;
        return nowMs => loop.Step(nowMs, inputs, outputs);
    }
}
