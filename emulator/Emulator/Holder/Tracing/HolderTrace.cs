using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>
/// Hash over everything that can be observed of a holder, in the order in which it happens: state of plant and
/// outputs after each tick, what reaches a client, every line of the log.
/// </summary>
internal sealed class HolderTrace : IHolderObserver
{
    private const int TickMark = 1;
    private const int NotificationMark = 2;
    private const int LogMark = 3;

    private static readonly int[] IndicatorPins =
    [
        Wiring.TopLightPin, Wiring.SecondLightPin, Wiring.ThirdLightPin, Wiring.BottomWhitePin, Wiring.BottomRedPin,
        Wiring.VibrationPin,
    ];

    private readonly TraceHasher hasher = new();

    /// <param name="unit">Which unit it is: its model and its serial number.</param>
    public HolderTrace(string unit) => hasher.Add(unit);

    public string Hex => hasher.Hex;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        hasher.Add(TickMark);
        hasher.Add(holder.Queue.NowUs);
        hasher.Add((long)holder.Firmware.State);
        hasher.Add(holder.Firmware.ShownSocPercent);
        hasher.Add(holder.Plant.TimeUs);
        hasher.Add(holder.Plant.HeaterDuty);
        hasher.Add(SwitchesOf(holder));
        hasher.Add(holder.Plant.HeaterCelsius);
        hasher.Add(holder.Plant.StickCelsius);
        hasher.Add(holder.Plant.ThermocoupleCelsius);
        hasher.Add(holder.Plant.CellVolts);
        hasher.Add(holder.Plant.CellStateOfCharge);
        hasher.Add(holder.Plant.HeaterJoules);
        foreach (int pin in IndicatorPins)
        {
            hasher.Add(holder.Board.Pwm.PermilleAt(pin));
        }
    }

    public void AddNotification(long nowUs, ushort handle, byte[] value)
    {
        hasher.Add(NotificationMark);
        hasher.Add(nowUs);
        hasher.Add(handle);
        hasher.Add(value);
    }

    public void AddLogLine(long nowUs, string line)
    {
        hasher.Add(LogMark);
        hasher.Add(nowUs);
        hasher.Add(line);
    }

    /// <summary>Switches of board and people, a bit each.</summary>
    private static long SwitchesOf(VirtualHolder holder) =>
        (holder.Plant.LoadSwitchClosed ? 1 : 0)
        | (holder.Plant.StickInserted ? 2 : 0)
        | (holder.Plant.IsPuffing ? 4 : 0)
        | (holder.Board.ButtonHeld ? 8 : 0)
        | (holder.Board.DockContact ? 16 : 0)
        | (holder.Peripheral.IsConnected ? 32 : 0);
}
