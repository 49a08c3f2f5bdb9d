using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Faults;

/// <summary>Broken parts of the board: power stage, protections, crystal, supply, charger, button.</summary>
internal static class BoardFaults
{
    public static IEnumerable<FaultDefinition> All =>
    [
        PowerStage("transistor-shorted", "transistor", "The transistor conducts all the time.",
            PowerStageDefects.TransistorShorted),
        PowerStage("load-switch-welded", "load-switch", "The load switch conducts whatever its drivers say.",
            PowerStageDefects.LoadSwitchWelded),
        PowerStage("dead-man-dead", "dead-man", "The dead-man never opens the load switch.", PowerStageDefects.DeadManDead),
        PowerStage("comparator-dead", "comparator", "The 400 °C comparator never trips.", PowerStageDefects.ComparatorDead),
        PowerStage("over-current-dead", "over-current", "The over-current latch never trips.",
            PowerStageDefects.OverCurrentDead),
        ProcessorClock("clock-fast", "The processor's crystal runs fast.", new("a rate", string.Empty, 1, 10, 1.2)),
        ProcessorClock("clock-slow", "The processor's crystal runs slow.", new("a rate", string.Empty, 0.1, 1, 0.8)),
        new("bus-slow", "bus", FaultKind.Damage, "A chip holds the I2C clock down in every transfer: the loop gets late.",
            new FaultAmount("a time", "ms", 0, 100, 20), draw => new HolderFault(
                holder => holder.Board.I2c.StretchUs = (long)(draw.Amount * 1000), holder => holder.Board.I2c.StretchUs = 0)),
        new("brown-out", "supply", FaultKind.Damage, "The supply breaks down for a moment: everything boots anew.", null,
            _ => new HolderFault(holder => holder.PowerCycle())),
        new("charger-high", "charger", FaultKind.Damage, "The charger ends at too high a voltage.",
            new("a voltage", "V", 4.2, 4.6, 4.4), draw => new HolderFault(
                holder => holder.Board.Charger.EndVolts = draw.Amount,
                holder => holder.Board.Charger.EndVolts = ChargerChip.FloatVolts)),
        new("memory-low", "memory", FaultKind.Damage, "The heap is nearly used up.",
            new("free bytes", "bytes", 0, 1_000_000, 2000), draw => new HolderFault(
                holder => holder.Board.FreeMemoryBytes = (uint)draw.Amount,
                holder => holder.Board.FreeMemoryBytes = VirtualBoard.UsualFreeMemoryBytes)),
        new("button-stuck", "button", FaultKind.Damage, "The button is held down by something in the pocket.", null,
            _ => new HolderFault(holder => holder.PressButton(), holder => holder.ReleaseButton())),
    ];

    private static FaultDefinition PowerStage(string name, string channel, string summary, PowerStageDefects defect) =>
        new(name, channel, FaultKind.Damage, summary, null, _ => new HolderFault(
            holder => holder.Board.PowerStage.Defects |= defect,
            holder => holder.Board.PowerStage.Defects &= ~defect));

    private static FaultDefinition ProcessorClock(string name, string summary, FaultAmount rate) =>
        new(name, "processor-clock", FaultKind.Damage, summary, rate, draw => new HolderFault(
            holder => holder.Board.ProcessorClock.SetRate(draw.Amount, holder.Board.NowUs),
            holder => holder.Board.ProcessorClock.SetRate(1, holder.Board.NowUs)));
}
