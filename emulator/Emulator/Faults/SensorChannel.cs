using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Faults;

/// <summary>A measured quantity, and what its failures look like in figures.</summary>
internal sealed record SensorChannel
{
    public required string Name { get; init; }

    /// <summary>What is measured, for people: "the heater's resistance".</summary>
    public required string Title { get; init; }

    public required Func<VirtualBoard, SignalPath> Path { get; init; }

    /// <summary>Address of the chip that falls silent when the channel is off; null where a wire rests at a rail instead.</summary>
    public int? ChipAddress { get; init; }

    /// <summary>Where the wire rests, in the unit of the path; of use without a chip that falls silent.</summary>
    public double Rail { get; init; }

    /// <summary>Least that garbage says.</summary>
    public double Lowest { get; init; }

    /// <summary>Most that garbage says.</summary>
    public double Highest { get; init; }

    /// <summary>What "wrong" may be; null for turned over.</summary>
    public FaultAmount? Wrong { get; init; }

    /// <summary>The amount of "wrong" is a factor and not an offset.</summary>
    public bool WrongIsFactor { get; init; }

    /// <summary>Lag of "slow" when it is not given.</summary>
    public double LagSeconds { get; init; } = 3;

    /// <summary>Delay of "delayed" when it is not given.</summary>
    public double DelaySeconds { get; init; } = 2;
}
