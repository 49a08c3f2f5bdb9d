using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>A fresh heater loop that is fed a recording.</summary>
internal sealed class HeaterReplay
{
    /// <summary>From one tick to the next.</summary>
    public const int TickMs = 20;

    private readonly RecordedSession recording;
    private readonly BatteryGauge gauge = new();
    private readonly BoardOutputs outputs = new();
    private readonly SessionMachine session;
    private readonly HeaterLoop loop;

    public HeaterReplay(RecordedSession recording)
    {
        this.recording = recording;
        var settings = new Settings();
        session = new SessionMachine(
            new HolderModel(HolderModelId.IlumaI), settings, new UsageCounters(), new EventLog(), gauge, new UserRequests());
        loop = new HeaterLoop(session, settings);
        BoardInputs first = recording.Ticks[0];
        gauge.Step(first.CellSampleMs, first.CellMv, first.CellMa, first.CellMilliCelsius);
    }

    /// <summary>Ticks with the heater on, of the last run.</summary>
    public int HeatedTicks { get; private set; }

    /// <summary>Steps through the whole recording.</summary>
    /// <returns>The sum of all duties, in permille.</returns>
    public float Run()
    {
        float sum = 0;
        for (int tick = 0; tick < recording.Ticks.Count; tick++)
        {
            loop.Step((tick + 1) * TickMs, recording.Ticks[tick], outputs);
            sum += outputs.HeaterDutyPermille;
            HeatedTicks += outputs.LoadSwitchOn ? 1 : 0;
        }

        return sum;
    }
}
