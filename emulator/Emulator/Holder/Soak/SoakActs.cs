using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder.Soak;

/// <summary>
/// What is done to one holder, drawn from its seed: sessions, hands that play, docks and chargers, weather, a client that
/// comes and goes, sensors that fail for a while, power cuts, service. Every act is an event of the holder's own queue.
/// </summary>
internal sealed class SoakActs
{
    private const double LongestPauseSeconds = 20;
    private const double LongestFaultSeconds = 5;

    private static readonly TimeSpan StartHold = TimeSpan.FromSeconds(1.2);

    // Preheat, six minutes and a rest.
    private static readonly TimeSpan SessionPeriod = TimeSpan.FromSeconds(400);

    private static readonly int[] ChipAddresses =
    [
        Wiring.AccelerometerAddress, Wiring.HeaterMonitorAddress, Wiring.CellMonitorAddress, Wiring.ClockAddress,
    ];

    private static readonly int[] AnalogChannels =
    [
        Wiring.BoardNtcChannel, Wiring.ReferenceChannel, Wiring.HeaterDividerChannel, Wiring.ThermocoupleChannel,
        Wiring.CellNtcChannel,
    ];

    private readonly VirtualHolder holder;
    private readonly DeterministicRandom random;
    private readonly SoakClient client;
    private readonly Action[] acts;

    public SoakActs(VirtualHolder holder, DeterministicRandom random)
    {
        this.holder = holder;
        this.random = random;
        client = new SoakClient(holder.Peripheral);

        // An act that stands twice is drawn twice as often. Without service, faults would soon lock every holder out.
        acts =
        [
            PlaySession, PlaySession, PlaySession, PlaySession, TakePuff, TakePuff, holder.RemoveStick, holder.InsertStick,
            PressShortly, holder.DoubleTap, holder.Tilt, ChangeWeather, ChangeDock, ChangeUsb, client.Connect, client.Connect,
            ReadSomething, ReadSomething, client.Leave, holder.DropLink, SilenceChip, ForceChannel, StallFirmware, holder.PowerCycle,
            holder.Service, holder.Service,
        ];
    }

    /// <summary>Acts that were done.</summary>
    public long Count { get; private set; }

    /// <summary>Of these, the ones that broke something for a while.</summary>
    public long FaultCount { get; private set; }

    /// <summary>Acts of every kind from now on, at drawn times.</summary>
    public void BeginAll() => After(random.NextDouble(0, LongestPauseSeconds), () =>
    {
        Count++;
        acts[random.NextInt32(acts.Length)]();
        BeginAll();
    });

    /// <summary>One session after another from now on.</summary>
    public void BeginSessions()
    {
        Count++;
        PlaySession();
        After(SessionPeriod.TotalSeconds, BeginSessions);
    }

    private void PlaySession()
    {
        holder.RemoveStick();
        After(0.5, holder.InsertStick);
        After(1.5, () => holder.HoldButton(StartHold));
        After(25, () => holder.PlayPuffs(PuffProfile.ByName("natural", random.NextUInt64())));
    }

    private void TakePuff() => holder.Puff(random.NextDouble(20, 100), random.NextDouble(0.5, 4));

    private void PressShortly() => holder.HoldButton(TimeSpan.FromSeconds(random.NextDouble(0.05, 6)));

    private void ChangeWeather() => holder.SetAmbient(random.NextDouble(-10, 45));

    private void ChangeDock()
    {
        if (holder.Model.HasSeparateHolder)
        {
            (holder.Board.DockContact ? (Action)holder.Undock : holder.Dock)();
        }
    }

    private void ChangeUsb() => holder.SetUsbPower(random.NextInt32(2) == 0);

    private void ReadSomething() => client.Read((ushort)(1 + random.NextInt32(holder.Peripheral.Table.Entries.Count)));

    private void SilenceChip()
    {
        int address = ChipAddresses[random.NextInt32(ChipAddresses.Length)];
        Break(broken => holder.Board.I2c.SetSilent(address, broken));
    }

    private void ForceChannel()
    {
        int channel = AnalogChannels[random.NextInt32(AnalogChannels.Length)];
        double millivolts = random.NextDouble(0, 3300);
        Break(broken => holder.Board.Adc.Force(channel, broken ? millivolts : null));
    }

    private void StallFirmware() => Break(broken => holder.FirmwareStalled = broken);

    private void Break(Action<bool> set)
    {
        FaultCount++;
        set(true);
        After(random.NextDouble(0.05, LongestFaultSeconds), () => set(false));
    }

    private void After(double seconds, Action act) => holder.Queue.After((long)(seconds * 1e6), act);
}
