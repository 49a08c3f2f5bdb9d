using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Faults;

/// <summary>The eight kinds on every measured quantity: a fault sits between the plant and the chip that measures it.</summary>
internal static class SensorFaults
{
    private const double OpenShare = 0.3;

    // Far below what the amplifier can tell: its output is 0 V.
    private const double GroundCelsius = -200;

    private static readonly SensorChannel[] Channels =
    [
        new()
        {
            Name = "heater-temperature", Title = "the temperature that the heater's resistance shows",
            Path = board => board.Sensors.HeaterCelsius, ChipAddress = Wiring.HeaterMonitorAddress,
            Lowest = -40, Highest = 600, Wrong = Offset("°C", -300, 300, -40),
        },
        new()
        {
            Name = "second-sensor", Title = "the thermocouple's temperature",
            Path = board => board.Sensors.ThermocoupleCelsius, Rail = 700,
            Lowest = -20, Highest = 440, Wrong = Offset("°C", -400, 400, -40),
        },
        new()
        {
            Name = "heater-current", Title = "the heater's current", Path = board => board.Sensors.HeaterAmps,
            Lowest = 0, Highest = 8, Wrong = Factor(1.1), WrongIsFactor = true,
        },
        new()
        {
            Name = "heater-voltage", Title = "the heater's voltage", Path = board => board.Sensors.HeaterVolts,
            Lowest = 0, Highest = 5, Wrong = Factor(0.9), WrongIsFactor = true,
        },
        new()
        {
            Name = "cell-voltage", Title = "the cell's voltage", Path = board => board.Sensors.CellVolts,
            ChipAddress = Wiring.CellMonitorAddress, Lowest = 0, Highest = 6, Wrong = Offset("V", -4, 4, 0.4),
        },
        new()
        {
            Name = "cell-current", Title = "the cell's current", Path = board => board.Sensors.CellAmps,
            Lowest = -4, Highest = 4, Wrong = Factor(1.1), WrongIsFactor = true,
        },
        new()
        {
            Name = "cell-temperature", Title = "the cell's temperature", Path = board => board.Sensors.CellCelsius,
            Rail = -60, Lowest = -40, Highest = 125, Wrong = Offset("°C", -150, 150, 40), LagSeconds = 60, DelaySeconds = 60,
        },
        new()
        {
            Name = "board-temperature", Title = "the board's temperature", Path = board => board.Sensors.BoardCelsius,
            Rail = -60, Lowest = -40, Highest = 125, Wrong = Offset("°C", -150, 150, 40), LagSeconds = 60, DelaySeconds = 60,
        },
        new()
        {
            Name = "adc-reference", Title = "the reference of the converter", Path = board => board.Sensors.ReferenceMillivolts,
            Rail = 0, Lowest = 0, Highest = 3300, Wrong = Factor(1.05), WrongIsFactor = true,
        },
        new()
        {
            Name = "gate", Title = "the read-back of the transistor's gate", Path = board => board.Sensors.Gate,
            Rail = 0, Lowest = 0, Highest = 1, LagSeconds = 0.2, DelaySeconds = 0.2,
        },
    ];

    public static IEnumerable<FaultDefinition> All =>
    [
        .. Channels.SelectMany(KindsOf),
        new("second-sensor-short", "second-sensor", FaultKind.Damage, "The thermocouple's amplifier is shorted to ground.", null,
            _ => new HolderFault(
                holder => holder.Board.Sensors.ThermocoupleCelsius.Fault = new FixedSignal(GroundCelsius),
                holder => holder.Board.Sensors.ThermocoupleCelsius.Fault = null)),
        new("second-sensor-frozen", "thermocouple-converter", FaultKind.Damage,
            "The converter repeats one reading of the thermocouple, to the bit.", null, _ => new HolderFault(
                holder => holder.Board.Adc.Freeze(Wiring.ThermocoupleChannel, true),
                holder => holder.Board.Adc.Freeze(Wiring.ThermocoupleChannel, false))),
        new("heater-monitor-frozen", "heater-monitor", FaultKind.Damage,
            "The registers of the heater's monitor keep what they hold, to the bit.", null, _ => new HolderFault(
                holder => holder.Board.HeaterMonitor.Frozen = true, holder => holder.Board.HeaterMonitor.Frozen = false)),
    ];

    private static IEnumerable<FaultDefinition> KindsOf(SensorChannel channel)
    {
        string title = channel.Title;
        yield return new($"{channel.Name}.ok", channel.Name, FaultKind.Ok,
            $"Puts {title} right.", null, _ => new HolderFault(static _ => { }));
        yield return Off(channel);
        yield return On(channel, FaultKind.Stuck, $"Lets {title} stand still at its present value.", null,
            (_, _) => new StuckSignal());
        yield return On(channel, FaultKind.Garbage, $"Makes {title} anything between {channel.Lowest} and {channel.Highest}.",
            null, (_, seed) => new GarbageSignal(seed, channel.Lowest, channel.Highest));
        yield return channel.Wrong is { } wrong
            ? On(channel, FaultKind.Wrong, $"Makes {title} plausible and wrong.", wrong, (amount, _) => channel.WrongIsFactor
                ? new WrongSignal(amount, 0)
                : new WrongSignal(1, amount))
            : On(channel, FaultKind.Wrong, $"Turns {title} over.", null, (_, _) => new WrongSignal(-1, 1));
        yield return On(channel, FaultKind.Slow, $"Lets {title} follow with a lag.",
            new FaultAmount("a time constant", "s", 0.01, 600, channel.LagSeconds), (amount, _) => new SlowSignal(amount));
        yield return On(channel, FaultKind.Delayed, $"Makes {title} that of a while ago.",
            new FaultAmount("a delay", "s", 0.01, 600, channel.DelaySeconds), (amount, _) => new DelayedSignal(amount));
        yield return Intermittent(channel);
    }

    private static FaultDefinition Off(SensorChannel channel) => channel.ChipAddress is { } address
        ? new($"{channel.Name}.off", channel.Name, FaultKind.Off, $"The chip that measures {channel.Title} does not answer.",
            null, _ => new HolderFault(
                holder => holder.Board.I2c.SetSilent(address, true), holder => holder.Board.I2c.SetSilent(address, false)))
        : On(channel, FaultKind.Off, $"Breaks the wire of {channel.Title}: it rests at its rail.", null,
            (_, _) => new FixedSignal(channel.Rail));

    private static FaultDefinition Intermittent(SensorChannel channel)
    {
        var share = new FaultAmount("a share of time without contact", string.Empty, 0, 1, OpenShare);
        string summary = $"A loose contact on {channel.Title}.";
        return channel.ChipAddress is { } address
            ? new($"{channel.Name}.intermittent", channel.Name, FaultKind.Intermittent, summary, share, draw => new HolderFault(
                holder => holder.Board.I2c.SetContact(address, new LooseContact(draw.Seed, draw.Amount)),
                holder => holder.Board.I2c.SetContact(address, null)))
            : On(channel, FaultKind.Intermittent, summary, share,
                (amount, seed) => new IntermittentSignal(seed, amount, channel.Rail));
    }

    private static FaultDefinition On(SensorChannel channel, FaultKind kind, string summary, FaultAmount? amount,
        Func<double, ulong, ISignalFault> make) =>
        new($"{channel.Name}.{NameOf(kind)}", channel.Name, kind, summary, amount, draw => new HolderFault(
            holder => channel.Path(holder.Board).Fault = make(draw.Amount, draw.Seed),
            holder => channel.Path(holder.Board).Fault = null));

    private static string NameOf(FaultKind kind) => kind.ToString().ToLowerInvariant();

    private static FaultAmount Offset(string unit, double minimum, double maximum, double ordinary) =>
        new("an offset", unit, minimum, maximum, ordinary);

    private static FaultAmount Factor(double ordinary) => new("a factor", string.Empty, 0, 10, ordinary);
}
