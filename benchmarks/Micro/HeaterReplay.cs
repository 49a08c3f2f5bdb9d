using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Benchmarks.Micro;

/// <summary>A fresh heater loop that is fed a recording, with the battery gauge that it asks before it starts.</summary>
internal sealed class HeaterReplay
{
    private readonly RecordedSession recording;
    private readonly BatteryGauge gauge = new();
    private readonly BoardOutputs outputs = new();
    private readonly HeaterLoop loop;
    private long lastCellSampleMs = -1;

    public HeaterReplay(RecordedSession recording)
    {
        this.recording = recording;
        var settings = new Settings();
        var session = new SessionMachine(
            new HolderModel(HolderModelId.IlumaI), settings, new UsageCounters(), new EventLog(), gauge, new UserRequests());
        loop = new HeaterLoop(session, settings);
        BoardInputs first = recording.Ticks[0];
        StepBattery(first);
        session.Sense(first.ThermocoupleSampleMs, first);
        session.Decide(first.ThermocoupleSampleMs, first, loop.View);
        session.Report(first.ThermocoupleSampleMs, first, loop.View);
    }

    /// <summary>Ticks with the load switch closed, of the last run.</summary>
    public int HeatedTicks { get; private set; }

    /// <summary>Steps through the whole recording.</summary>
    /// <returns>The sum of all duties, in permille.</returns>
    public float Run()
    {
        float sum = 0;
        for (int tick = 0; tick < recording.Ticks.Count; tick++)
        {
            BoardInputs inputs = recording.Ticks[tick];
            StepBattery(inputs);

            // The thermocouple is sampled in every tick, at the tick's own time.
            loop.Step(inputs.ThermocoupleSampleMs, inputs, outputs);
            sum += outputs.HeaterDutyPermille;
            HeatedTicks += outputs.LoadSwitchOn ? 1 : 0;
        }

        return sum;
    }

    private void StepBattery(BoardInputs inputs)
    {
        if (inputs.CellSampleMs != lastCellSampleMs)
        {
            lastCellSampleMs = inputs.CellSampleMs;
            gauge.Step(inputs.CellSampleMs, inputs.CellMv, inputs.CellMa, inputs.CellMilliCelsius);
            loop.Supervisor.NoteCharge(gauge.EstimatedPermille);
        }
    }
}
