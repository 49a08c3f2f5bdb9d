using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Holder;

/// <summary>The holder at one moment: true values of the plant, and what the firmware makes of them.</summary>
public sealed record HolderSnapshot
{
    public double Seconds { get; init; }

    public string State { get; init; } = "Off";

    public int FaultRow { get; init; }

    /// <summary>What the row of the safety checklist means and what the manual advises; empty without a fault.</summary>
    public string FaultText { get; init; } = string.Empty;

    /// <summary>The firmware's loop has ended by an exception.</summary>
    public bool Hung { get; init; }

    public bool Docked { get; init; }

    public bool StickPresent { get; init; }

    public bool ButtonHeld { get; init; }

    /// <summary>The USB cable of the charger, or of a one-piece model, is plugged in.</summary>
    public bool UsbPower { get; init; }

    public bool Locked { get; init; }

    public bool Puffing { get; init; }

    /// <summary>True heater temperature.</summary>
    public double HeaterCelsius { get; init; }

    public double StickCelsius { get; init; }

    public double SetpointCelsius { get; init; }

    public double HeaterWatts { get; init; }

    public int SecondsLeft { get; init; }

    public int PuffsLeft { get; init; }

    /// <summary>Puffs that the firmware counted in this session, or in the last one.</summary>
    public int PuffsTaken { get; init; }

    /// <summary>Why the last session ended; None before the first.</summary>
    public string LastEnd { get; init; } = "None";

    /// <summary>Why the last start was refused; None where it was not.</summary>
    public string LastRefusal { get; init; } = "None";

    public double CellVolts { get; init; }

    public double CellAmps { get; init; }

    /// <summary>True charge of the cell.</summary>
    public double ChargePercent { get; init; }

    public int ShownSocPercent { get; init; }

    public int UsesLeft { get; init; }

    /// <summary>What else the battery gauge tells.</summary>
    public GaugeSnapshot Gauge { get; init; } = new();

    public double AmbientCelsius { get; init; }

    /// <summary>Brightness of the lights, permille: top, second, third, bottom white, bottom red.</summary>
    public IReadOnlyList<int> LightsPermille { get; init; } = [0, 0, 0, 0, 0];

    public int VibrationPermille { get; init; }

    public bool Connected { get; init; }

    internal static HolderSnapshot Of(VirtualHolder holder) => new()
    {
        Seconds = holder.Queue.NowUs * 1e-6,
        State = holder.Firmware.State.ToString(),
        FaultRow = holder.Firmware.FaultRow,
        FaultText = FaultManual.TextOf(holder.Firmware.FaultRow),
        Hung = holder.Firmware.IsHung,
        Docked = holder.Board.DockContact,
        StickPresent = holder.Plant.StickInserted,
        ButtonHeld = holder.Board.ButtonHeld,
        UsbPower = holder.UsbPower,
        Locked = holder.Firmware.Locked,
        Puffing = holder.Plant.IsPuffing,
        HeaterCelsius = holder.Plant.HeaterCelsius,
        StickCelsius = holder.Plant.StickCelsius,
        SetpointCelsius = holder.Firmware.SetpointCelsius,
        HeaterWatts = holder.Plant.HeaterWatts,
        SecondsLeft = holder.Firmware.SecondsLeft,
        PuffsLeft = holder.Firmware.PuffsLeft,
        PuffsTaken = holder.Firmware.PuffsTaken,
        LastEnd = holder.Firmware.LastEndReason.ToString(),
        LastRefusal = holder.Firmware.LastRefusal.ToString(),
        CellVolts = holder.Plant.CellVolts,
        CellAmps = holder.Plant.CellAmps,
        ChargePercent = holder.Plant.CellStateOfCharge * 100,
        ShownSocPercent = holder.Firmware.ShownSocPercent,
        UsesLeft = holder.Firmware.UsesLeft,
        Gauge = holder.Firmware.Gauge,
        AmbientCelsius = holder.Plant.AmbientCelsius,
        LightsPermille =
        [
            holder.Board.Pwm.PermilleAt(Wiring.TopLightPin),
            holder.Board.Pwm.PermilleAt(Wiring.SecondLightPin),
            holder.Board.Pwm.PermilleAt(Wiring.ThirdLightPin),
            holder.Board.Pwm.PermilleAt(Wiring.BottomWhitePin),
            holder.Board.Pwm.PermilleAt(Wiring.BottomRedPin),
        ],
        VibrationPermille = holder.Board.Pwm.PermilleAt(Wiring.VibrationPin),
        Connected = holder.Peripheral.IsConnected,
    };
}
