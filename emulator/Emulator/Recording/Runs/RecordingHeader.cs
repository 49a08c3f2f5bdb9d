using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>First line of a recording: what the holder was made of.</summary>
internal sealed record RecordingHeader
{
    public const string FormatName = "iqos-emulator recording";
    public const int CurrentVersion = 1;

    public string Format { get; init; } = string.Empty;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Version of the program that recorded.</summary>
    public string Emulator { get; init; } = string.Empty;

    public string Model { get; init; } = string.Empty;

    public ulong Seed { get; init; }

    public double AmbientCelsius { get; init; }

    public bool Lenient { get; init; }

    public int ReplyDelayMs { get; init; }

    public PlantParameters Plant { get; init; } = new();

    /// <summary>Content of the flash at power-on, by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Flash { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    public static RecordingHeader Of(HolderOptions options) => new()
    {
        Format = FormatName,
        Emulator = typeof(RecordingHeader).Assembly.GetName().Version!.ToString(fieldCount: 3),
        Model = options.Model,
        Seed = options.Seed,
        AmbientCelsius = options.AmbientCelsius,
        Lenient = options.Lenient,
        ReplyDelayMs = options.ReplyDelayMs,
        Plant = options.Plant,
        Flash = options.Flash,
    };

    /// <summary>What no holder can be made of, for people; null where one can.</summary>
    public string? FindMistake() => this switch
    {
        { AmbientCelsius: not (>= -60 and <= 150) } => "ambientCelsius is -60 to 150",
        { ReplyDelayMs: < 0 } => "replyDelayMs is not negative",
        { Plant: null } => "plant is missing",
        { Flash: null } => "flash is missing",
        _ => Flash.Values.Any(static content => content is null) ? "a file of the flash has no content" : null,
    };

    public HolderOptions ToOptions() => new()
    {
        Model = Model,
        Seed = Seed,
        AmbientCelsius = AmbientCelsius,
        Lenient = Lenient,
        ReplyDelayMs = ReplyDelayMs,
        Plant = Plant,
        Flash = Flash,
    };
}
