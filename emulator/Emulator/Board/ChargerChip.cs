using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// Linear charger, 4.2 V, 250 mA: constant current, then constant voltage until the current falls to a tenth,
/// and again once the cell has dropped to 4.05 V. Charges while the supply is there and the enable pin is high;
/// the status pin is low meanwhile.
/// </summary>
public sealed class ChargerChip
{
    public const double FloatVolts = 4.2;
    public const double MaxAmps = 0.25;

    private const double TerminationAmps = 0.025;
    private const double RechargeVolts = 4.05;

    // The regulator's gain. Far above any cell's resistance, so that it settles without overshoot on a bad one too.
    private const double LoopOhms = 3;

    private readonly HolderPlant plant;
    private bool supplied;
    private bool enabled;
    private bool full;

    public ChargerChip(HolderPlant plant) => this.plant = plant;

    /// <summary>The dock's contacts (or the USB socket of a one-piece model) give 5 V.</summary>
    public bool Supplied
    {
        get => supplied;
        set
        {
            supplied = value;
            StopUnlessPowered();
        }
    }

    /// <summary>Voltage of the constant-voltage phase; another than <see cref="FloatVolts"/> is a broken chip.</summary>
    public double EndVolts { get; set; } = FloatVolts;

    /// <summary>Level of the enable pin.</summary>
    public bool Enabled
    {
        get => enabled;
        set
        {
            enabled = value;
            StopUnlessPowered();
        }
    }

    /// <summary>Charging; the status pin shows it as a low level.</summary>
    public bool Active { get; private set; }

    /// <summary>Adjusts the current to the cell as it is now; called every 10 ms.</summary>
    public void Regulate()
    {
        if (!supplied || !enabled)
        {
            return;
        }

        double volts = plant.CellVolts;
        if (full && volts > RechargeVolts)
        {
            Stop();
            return;
        }

        full = false;
        Active = true;
        double amps = Math.Clamp(plant.ChargeAmps + ((EndVolts - volts) / LoopOhms), 0, MaxAmps);
        if (amps < TerminationAmps && volts > EndVolts - 0.01)
        {
            full = true;
            Stop();
            return;
        }

        plant.ChargeAmps = amps;
    }

    private void StopUnlessPowered()
    {
        if (!supplied || !enabled)
        {
            full = false;
            Stop();
        }
    }

    private void Stop()
    {
        Active = false;
        plant.ChargeAmps = 0;
    }
}
