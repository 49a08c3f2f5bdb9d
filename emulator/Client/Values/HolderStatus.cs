using System.Buffers.Binary;
using System.Globalization;

namespace IqosDevice.Client.Values;

/// <summary>What the holder is doing; one value of the Holder status characteristic.</summary>
public sealed record HolderStatus
{
    private const int EncodedBytes = 13;

    public HolderState State { get; init; }

    /// <summary>Row of the safety checklist that tripped, 0 for none.</summary>
    public int FaultRow { get; init; }

    /// <summary>A session is under way, from preheating to its end; paused or not.</summary>
    public bool InSession => State is HolderState.Preheat or HolderState.Session or HolderState.EndWarning or HolderState.Paused;

    public bool Docked { get; init; }

    public bool StickPresent { get; init; }

    public bool Locked { get; init; }

    public bool Paused { get; init; }

    public bool EndWarning { get; init; }

    public bool Puffing { get; init; }

    public double HeaterCelsius { get; init; }

    /// <summary>0 with the heater off.</summary>
    public double SetpointCelsius { get; init; }

    public TimeSpan TimeLeft { get; init; }

    public int PuffsLeft { get; init; }

    /// <summary>Charge as users see it, percent.</summary>
    public int ChargePercent { get; init; }

    /// <summary>Sessions that the charge still allows.</summary>
    public int UsesLeft { get; init; }

    /// <summary>
    /// Reads version 1: version, state, fault row, flags, heater and set point in i16 tenths of a degree, seconds
    /// left u16, puffs left, charge, uses left; all little-endian.
    /// </summary>
    /// <exception cref="HolderException">Too short, or of another version.</exception>
    public static HolderStatus Parse(ReadOnlySpan<byte> value)
    {
        if (value.Length < EncodedBytes || value[0] != 1)
        {
            throw new HolderException($"This is no Holder status of version 1: {Convert.ToHexString(value)}.");
        }

        byte flags = value[3];
        return new HolderStatus
        {
            State = (HolderState)value[1],
            FaultRow = value[2],
            Docked = (flags & 1) != 0,
            StickPresent = (flags & 2) != 0,
            Locked = (flags & 4) != 0,
            Paused = (flags & 8) != 0,
            EndWarning = (flags & 16) != 0,
            Puffing = (flags & 32) != 0,
            HeaterCelsius = BinaryPrimitives.ReadInt16LittleEndian(value[4..]) / 10.0,
            SetpointCelsius = BinaryPrimitives.ReadInt16LittleEndian(value[6..]) / 10.0,
            TimeLeft = TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt16LittleEndian(value[8..])),
            PuffsLeft = value[10],
            ChargePercent = value[11],
            UsesLeft = value[12],
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{State} {HeaterCelsius:0.0} °C (set point {SetpointCelsius:0.0}), {TimeLeft:mm\\:ss} and {PuffsLeft} puffs left, "
        + $"charge {ChargePercent} %, {UsesLeft} uses left{(FaultRow == 0 ? string.Empty : $", fault row {FaultRow}")}");
}
