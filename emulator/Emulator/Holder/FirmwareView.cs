using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>What the firmware believes, read from its own public state; defaults while it does not run.</summary>
public sealed class FirmwareView
{
    private readonly FirmwareRuntime runtime;

    internal FirmwareView(FirmwareRuntime runtime) => this.runtime = runtime;

    /// <summary>The loop has ended by an exception.</summary>
    public bool IsHung => runtime.IsHung;

    /// <summary>What the board layer measured last.</summary>
    /// <exception cref="InvalidOperationException">The power is off.</exception>
    public BoardInputs Inputs => runtime.Core?.Inputs ?? throw new InvalidOperationException("The holder is off.");

    public HolderState State => Status?.State ?? HolderState.Off;

    /// <summary>The heater may be powered in this state.</summary>
    public bool IsHeatingState =>
        State is HolderState.Preheat or HolderState.Session or HolderState.EndWarning or HolderState.Paused;

    /// <summary>A calibration run goes on: heat in the charger, without a stick.</summary>
    public bool IsCalibrating => State == HolderState.Updating && (Status?.HeaterOn ?? false);

    /// <summary>What the last calibration run found: heat capacity of the heater, micro-joule per kelvin; 0 before one.</summary>
    public int HeatCapacityMicroJoule => Core?.Settings.Unit.HeatCapacityMicroJoule ?? 0;

    /// <summary>The same for what the heater without a stick loses, microwatt per kelvin.</summary>
    public int LossMicroWatt => Core?.Settings.Unit.LossMicroWatt ?? 0;

    /// <summary>Row of the safety checklist that tripped, 0 for none.</summary>
    public int FaultRow => Status?.FaultRow ?? 0;

    /// <summary>The tripped row is a lock-out: only service releases it.</summary>
    public bool FaultLatched => Status?.FaultLatched ?? false;

    /// <summary>Row that refused heat in the last tick, 0 for none.</summary>
    public int RefusingRow => Core?.Safety.RefusingRow ?? 0;

    /// <summary>Row that warned in the last tick, 0 for none.</summary>
    public int WarningRow => Core?.Safety.WarningRow ?? 0;

    /// <summary>Rows of the safety checklist that are not acted upon, bit n for row n, over restarts too: for mutants.</summary>
    public long MutedRows
    {
        get => runtime.MutedRows;
        set => runtime.MutedRows = value;
    }

    public bool Locked => Status?.Locked ?? false;

    /// <summary>The firmware's puff detector sees a puff.</summary>
    public bool Puffing => Status?.Puffing ?? false;

    /// <summary>Set point; 0 with the heater off.</summary>
    public double SetpointCelsius => (Status?.SetpointDeciCelsius ?? 0) * 0.1;

    public int SecondsLeft => Status?.SecondsLeft ?? 0;

    public int PuffsLeft => Status?.PuffsLeft ?? 0;

    /// <summary>Puffs that the firmware counted in this session, or in the last one.</summary>
    public int PuffsTaken => Core?.Session.PuffsTaken ?? 0;

    /// <summary>Mean volume of the puffs of this session, ml, as the firmware estimates it; 0 before the first.</summary>
    public int MeanPuffMl => Core?.Heater.MeanPuffMl ?? 0;

    /// <summary>Why the last session ended.</summary>
    public SessionEndReason LastEndReason => Core?.Session.LastEndReason ?? SessionEndReason.None;

    /// <summary>Why the last start was refused; None where it was not.</summary>
    public StartRefusal LastRefusal => Core?.Session.LastRefusal ?? StartRefusal.None;

    /// <summary>Calibrated resistance of the heater at 0 °C, micro-ohm; 0 while the power is off.</summary>
    public int HeaterR0MicroOhm => Core?.Settings.HeaterR0MicroOhm ?? 0;

    public int ShownSocPercent => Core?.Gauge.ShownSocPercent ?? 0;

    public int UsesLeft => Core?.Gauge.UsesLeft ?? 0;

    /// <summary>All that the battery gauge tells; defaults while the power is off.</summary>
    public GaugeSnapshot Gauge => Core is { } core ? GaugeSnapshot.Of(core.Gauge, core.ChargeStop) : new GaugeSnapshot();

    /// <summary>What the user has set and what was calibrated, to be read and not written; null while the power is off.</summary>
    public Settings? Settings => Core?.Settings;

    /// <summary>Number that the next entry of the event log will get; 0 while the power is off.</summary>
    public int NextEventSequence => Core?.Events.NextSequence ?? 0;

    private HolderCore? Core => runtime.Core;

    /// <summary>Entries of the event log from a sequence number on, oldest first; where it is too old, all that there are.</summary>
    public IReadOnlyList<HolderEvent> EventsFrom(int sequence)
    {
        if (Core?.Events is not { } log)
        {
            return [];
        }

        var entries = new List<HolderEvent>();
        var record = new byte[EventLogEntryRecord.Bytes];
        for (int at = log.FirstFrom(sequence); at != log.NextSequence; at = EventLog.Following(at))
        {
            log.WriteEntry(log.IndexOf(at), record, 0);
            entries.Add(new HolderEvent(
                LittleEndian.ReadUInt16(record, 0),
                LittleEndian.ReadUInt32(record, 2),
                (EventKind)record[6],
                record[7],
                (short)LittleEndian.ReadInt16(record, 8)));
        }

        return entries;
    }

    private HolderStatus? Status => Core?.Session.Status;
}
