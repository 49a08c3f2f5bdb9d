using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Tests.Control;
using IqosDevice.Firmware.Tests.Link;

namespace IqosDevice.Firmware.Tests.Session;

/// <summary>The whole core on the plant, with the quantization of the board's converters; no board, no driver.</summary>
internal sealed class CoreBench
{
    private const long TickMs = 20;

    private readonly List<Puff> puffs = [];
    private readonly DeadManSwitch deadMan = new();

    public CoreBench(MemorySlots? slots = null, HolderModelId model = HolderModelId.IlumaI, HolderPlant? plant = null)
    {
        Slots = slots ?? new MemorySlots();
        Plant = plant ?? new HolderPlant(new PlantParameters()) { AmbientCelsius = 25 };
        NowMs = Plant.TimeUs / 1000;
        PowerOnMs = NowMs;
        var identity = new DeviceIdentity(new HolderModel(model), "SN1", "HOLDER00000001", "CHARGER0000001");
        Core = new HolderCore(identity, Slots, Radio, Lines);
        Sample();
        Core.Start(0);
    }

    public HolderCore Core { get; }

    public HolderPlant Plant { get; }

    public FakeRadio Radio { get; } = new();

    public LogLines Lines { get; } = new();

    public MemorySlots Slots { get; }

    public long NowMs { get; private set; }

    public long PowerOnMs { get; }

    public HolderState State => Core.Status.State;

    /// <summary>Looks at every tick after it was run.</summary>
    public Action? Watch { get; set; }

    /// <summary>What goes wrong between the plant and the core, after the samples of a tick were taken.</summary>
    public Action<BoardInputs>? Fault { get; set; }

    public void Tick()
    {
        NowMs += TickMs;
        while (puffs.Count > 0 && puffs[0].StartSeconds * 1000 <= NowMs)
        {
            Plant.StartPuff(puffs[0].Millilitres, puffs[0].Seconds);
            puffs.RemoveAt(0);
        }

        Plant.AdvanceTo(NowMs * 1000);
        Sample();
        Fault?.Invoke(Core.Inputs);
        Core.Heat(NowMs - PowerOnMs);
        Core.Step(NowMs - PowerOnMs);
        Plant.LoadSwitchClosed = deadMan.Closes(NowMs, Core.Outputs.LoadSwitchOn, Core.Outputs.Heartbeat);
        Plant.HeaterDuty = Core.Outputs.HeaterDutyPermille / 1000.0;
        Watch?.Invoke();
    }

    public void Run(double seconds)
    {
        for (long endMs = NowMs + (long)(seconds * 1000); NowMs < endMs;)
        {
            Tick();
        }
    }

    public bool RunUntil(HolderState state, double limitSeconds)
    {
        for (long endMs = NowMs + (long)(limitSeconds * 1000); NowMs < endMs && State != state;)
        {
            Tick();
        }

        return State == state;
    }

    public void Hold(double seconds)
    {
        Core.Inputs.ButtonPressed = true;
        Run(seconds);
        Core.Inputs.ButtonPressed = false;
        Tick();
    }

    public void InsertStick()
    {
        Plant.StickInserted = true;
        Core.Inputs.StickPresent = true;
        Run(0.6);
    }

    /// <summary>Plays a profile from now on.</summary>
    public void Play(PuffProfile profile)
    {
        double now = NowMs / 1000.0;
        puffs.AddRange(profile.Puffs.Select(puff => puff with { StartSeconds = puff.StartSeconds + now }));
    }

    private void Sample()
    {
        BoardInputs inputs = Core.Inputs;
        long sampleMs = NowMs - PowerOnMs;
        PlantSampler.Sample(Plant, sampleMs, inputs);
        inputs.BoardMilliCelsius = (int)(Plant.BoardCelsius * 1000);
        inputs.RtcSeconds = 505000000 + (uint)(NowMs / 1000);
    }

    internal sealed class LogLines : ILogPort
    {
        public List<string> All { get; } = [];

        public void Write(string line) => All.Add(line);
    }

    internal sealed class MemorySlots : ISlotStorage
    {
        private readonly Dictionary<int, byte[]> slots = [];

        public int Writes { get; private set; }

        public int Read(int slot, byte[] buffer)
        {
            if (!slots.TryGetValue(slot, out byte[]? content))
            {
                return 0;
            }

            content.CopyTo(buffer, 0);
            return content.Length;
        }

        public bool Write(int slot, byte[] buffer, int length)
        {
            slots[slot] = buffer[..length];
            Writes++;
            return true;
        }
    }
}
