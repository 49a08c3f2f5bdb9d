using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder;

/// <summary>What a virtual holder is made of.</summary>
public sealed record HolderOptions
{
    /// <summary>Model by its marketing name, e.g. "ILUMA i".</summary>
    public string Model { get; init; } = "ILUMA i";

    public ulong Seed { get; init; } = 1;

    public PlantParameters Plant { get; init; } = new();

    /// <summary>Tolerances and noise of this unit's sensors.</summary>
    public SensorErrors Sensors { get; init; } = new();

    public double AmbientCelsius { get; init; } = 25;

    /// <summary>SCP frames with a wrong checksum are accepted.</summary>
    public bool Lenient { get; init; }

    /// <summary>Time from a request to its reply on the air, virtual milliseconds.</summary>
    public int ReplyDelayMs { get; init; } = 30;

    /// <summary>Content of the flash at power-on, by path; empty for a fresh holder.</summary>
    public IReadOnlyDictionary<string, byte[]> Flash { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Virtual time that it shares with others, which run on the same thread; null for its own.</summary>
    public EventQueue? Queue { get; init; }

    /// <summary>Samples of the curves that are kept, ten a virtual second; at least 1. An hour takes 3 MB.</summary>
    public int TraceSamples { get; init; } = 36_000;

    /// <summary>Lines of firmware and board that are kept; at least 1.</summary>
    public int LogLines { get; init; } = 2000;

    /// <summary>Takes the lines of firmware and board from the first one on.</summary>
    public Action<string>? Log { get; init; }
}
