using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Faults;

/// <summary>A fault that can be injected, as the catalogue lists it.</summary>
public sealed class FaultDefinition
{
    private readonly Func<FaultDraw, HolderFault> make;

    internal FaultDefinition(string name, string channel, FaultKind kind, string summary, FaultAmount? amount,
        Func<FaultDraw, HolderFault> make)
    {
        Name = name;
        Channel = channel;
        Kind = kind;
        Summary = summary;
        Amount = amount;
        this.make = make;
    }

    /// <summary>Name to inject it by, e.g. "second-sensor.stuck".</summary>
    public string Name { get; }

    /// <summary>What it sits on; there is at most one fault a channel.</summary>
    public string Channel { get; }

    public FaultKind Kind { get; }

    /// <summary>What goes wrong, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>How bad it is, where that can be said by a number; null where not.</summary>
    public FaultAmount? Amount { get; }

    /// <summary>Makes one occurrence.</summary>
    /// <param name="amount">How bad; null for the default.</param>
    /// <param name="seed">Seed of what is random in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of its range, or the fault has none.</exception>
    public IHolderFault Create(double? amount = null, ulong seed = 1)
    {
        if (amount is { } given && !(Amount is { } allowed && given >= allowed.Minimum && given <= allowed.Maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), given, Amount is { } range
                ? $"{Name} takes {range.Meaning} from {range.Minimum} to {range.Maximum} {range.Unit}."
                : $"{Name} takes no amount.");
        }

        HolderFault fault = make(new FaultDraw(amount ?? Amount?.Default ?? 0, seed));
        fault.Name = Name;
        fault.Channel = Channel;
        return fault;
    }
}
