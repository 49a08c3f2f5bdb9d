using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder.Tracing;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// A holder in virtual time: firmware, board, plant and radio put together. Not thread-safe: one thread at a
/// time runs its queue and calls it. What hands and the world do to it is in a file of its own.
/// </summary>
public sealed partial class VirtualHolder : IDisposable
{
    /// <summary>Period of the firmware's loop, µs.</summary>
    public const long TickUs = 20_000;

    private readonly FirmwareRuntime runtime;
    private readonly GattBridge bridge;
    private readonly HolderTrace trace;
    private readonly List<IHolderObserver> observers;
    private ScheduledEvent? turn;
    private long nextTickUs;
    private bool wakePending;
    private bool disposed;

    private VirtualHolder(HolderOptions options)
    {
        Options = options;
        Queue = options.Queue ?? new EventQueue();
        Model = HolderModels.Find(options.Model);
        Identity = UnitIdentity.Create(Model, options.Seed);
        Log = options.Log;
        LogLines = new LatestItems<LogLine>(options.LogLines);
        Trace = new TraceRecorder(capacity: options.TraceSamples);
        trace = new HolderTrace($"{Model.Name} {Identity.SerialNumber}");
        Plant = new HolderPlant(options.Plant) { AmbientCelsius = options.AmbientCelsius };
        Board = new VirtualBoard(Queue, Plant, options.Seed, new FlashVolume(options.Flash)) { Log = WriteLog };
        Board.SetErrors(options.Sensors);
        Board.Radio.Log = WriteLog;
        runtime = new FirmwareRuntime(Board, Identity, options.Lenient, WriteLog);
        Firmware = new FirmwareView(runtime);
        bridge = new GattBridge(Queue, Board.Radio, (handle, value) => trace.AddNotification(Queue.NowUs, handle, value))
        {
            WriteArrived = WakeForPromptReply,
        };
        SetReplyDelay(options.ReplyDelayMs);
        observers = [trace, Trace];
    }

    public HolderOptions Options { get; }

    public HolderModel Model { get; }

    public DeviceIdentity Identity { get; }

    public EventQueue Queue { get; }

    public HolderPlant Plant { get; }

    public VirtualBoard Board { get; }

    /// <summary>What the firmware believes.</summary>
    public FirmwareView Firmware { get; }

    /// <summary>The radio: what endpoints connect their clients to.</summary>
    public GattPeripheral Peripheral => bridge.Peripheral;

    /// <summary>The name under which it advertises.</summary>
    public string LocalName => Peripheral.LocalName;

    /// <summary>The curves of the last hour, ten samples a second.</summary>
    public TraceRecorder Trace { get; }

    /// <summary>The latest lines from the firmware and the board.</summary>
    public LatestItems<LogLine> LogLines { get; }

    /// <summary>Lines from the firmware and the board, as they come; set before they are wanted.</summary>
    public Action<string>? Log { get; set; }

    /// <summary>Told of every act before it is done, by its verb of the control channel and the parameters; null for nobody.</summary>
    public Action<string, IReadOnlyDictionary<string, object>>? ActComing { get; set; }

    /// <summary>Hash over everything observable so far; equal for equal seeds and acts.</summary>
    public string TraceHash => trace.Hex;

    /// <summary>On purpose: the firmware's loop stands still while PWM and board run on.</summary>
    public bool FirmwareStalled
    {
        get => runtime.IsStalled;
        set => runtime.IsStalled = value;
    }

    /// <summary>Time from a request to its reply on the air, virtual milliseconds.</summary>
    public int ReplyDelayMs => (int)(bridge.ReplyDelayUs / 1000);

    /// <summary>Powers a holder on; it has booted when this returns.</summary>
    /// <exception cref="ArgumentException">The model is unknown.</exception>
    public static VirtualHolder Start(HolderOptions? options = null)
    {
        var holder = new VirtualHolder(options ?? new HolderOptions());
        holder.PowerOn();
        holder.RunLoop();
        return holder;
    }

    /// <summary>Lets something look at the holder after every tick from now on.</summary>
    public void Observe(IHolderObserver observer) => observers.Add(observer);

    /// <summary>Runs virtual time forward.</summary>
    public void Advance(TimeSpan duration) => Queue.RunUntil(Queue.NowUs + (long)duration.TotalMicroseconds);

    /// <summary>Runs until a condition holds, looking after every tick.</summary>
    /// <returns>False where it did not hold within the limit.</returns>
    public bool RunUntil(Func<VirtualHolder, bool> condition, TimeSpan limit)
    {
        long endUs = Queue.NowUs + (long)limit.TotalMicroseconds;
        while (!condition(this))
        {
            if (Queue.NowUs >= endUs)
            {
                return false;
            }

            Queue.RunUntil(Math.Min(nextTickUs, endUs));
        }

        return true;
    }

    /// <summary>What can be seen of the holder: the plant as of the last turn of the loop, for looking changes nothing.</summary>
    public HolderSnapshot Snapshot() => HolderSnapshot.Of(this);

    /// <summary>Cuts the power and puts it back: the firmware boots again from the flash as it stands.</summary>
    public void PowerCycle()
    {
        PowerOff();
        PowerOn();
    }

    /// <summary>Content of the flash, by path, to be kept for the next start.</summary>
    public IReadOnlyDictionary<string, byte[]> ReadFlash() => Board.Flash.ReadAll();

    /// <summary>
    /// Shuts the firmware down in order (it writes what waits in RAM) and ends the holder; its flash can still be read.
    /// </summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            runtime.Shutdown();
            PowerOff();
        }
    }

    /// <summary>The firmware's logic; null while the power is off.</summary>
    internal HolderCore? Core => runtime.Core;

    private void PowerOn()
    {
        Board.Reset();
        runtime.Boot();
        SetRadioSilent(radioSilent);
        ApplyUsbPower();
    }

    private void PowerOff()
    {
        runtime.Abandon();
        Board.PowerOff();
        bridge.GoDown("The holder lost its power.");
    }

    /// <summary>Keeps the loop's rhythm, whatever the firmware does.</summary>
    private void RunLoop()
    {
        if (!disposed)
        {
            // The loop waits by the processor's own timer.
            nextTickUs = Queue.NowUs + (long)(TickUs / Board.ProcessorClock.Rate);
            if (turn is null)
            {
                turn = Queue.At(nextTickUs, RunLoop);
            }
            else
            {
                Queue.Again(turn, nextTickUs);
            }

            RunTick();
        }
    }

    private void RunTick()
    {
        Board.Settle();
        runtime.Tick();
        Board.Settle();
        if (Board.Flash.PowerIsLost && runtime.Core is not null)
        {
            WriteLog("board: the power failed in the middle of a write");
            PowerOff();
        }

        foreach (IHolderObserver observer in observers)
        {
            observer.AfterTick(this);
        }
    }

    /// <summary>A reply that is due before the loop's next turn needs a turn of its own.</summary>
    private void WakeForPromptReply()
    {
        if (!wakePending && nextTickUs > Queue.NowUs + bridge.ReplyDelayUs)
        {
            wakePending = true;
            Queue.After(0, () =>
            {
                wakePending = false;
                RunTick();
            });
        }
    }

    private void WriteLog(string line)
    {
        trace.AddLogLine(Queue.NowUs, line);
        LogLines.Add(new LogLine(Queue.NowUs * 1e-6, line));
        Log?.Invoke(line);
    }
}
