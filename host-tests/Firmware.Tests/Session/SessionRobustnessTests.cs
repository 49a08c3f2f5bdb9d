using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class SessionRobustnessTests
{
    private static readonly float[] Temperatures =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -300, 0, 25, 150, 335, 345, 500];

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void No_input_is_too_strange(ulong seed)
    {
        var random = new Dice(seed);
        var rig = new SessionRig();
        long nowMs = 0;
        for (int i = 0; i < 20000; i++)
        {
            Disturb(rig, random);
            nowMs = random.Below(500) == 0 ? random.AnyLong() : nowMs + random.Below(200);
            rig.Gauge.Step(random.AnyLong(), rig.Inputs.CellMv, rig.Inputs.CellMa, rig.Inputs.CellMilliCelsius);
            rig.StepMachine(nowMs);
            rig.Indicator.Step(nowMs, rig.Machine.TakeCues(), rig.Outputs);
            CheckInvariants(rig);
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Run(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            rig.Step();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        rig.State.ShouldBe(HolderState.Session);
    }

    private static void CheckInvariants(SessionRig rig)
    {
        var status = rig.Machine.Status;
        bool heats = status.State is HolderState.Preheat or HolderState.Session or HolderState.EndWarning or HolderState.Paused;
        (rig.Machine.Demand.Phase != HeatPhase.Off).ShouldBe(heats);
        status.HeaterOn.ShouldBe(heats);
        float setpoint = rig.Machine.Demand.SetpointCelsius;
        (heats ? setpoint is >= 150 and <= 345 : setpoint == 0).ShouldBeTrue();
        status.SecondsLeft.ShouldBeInRange(0, 360);
        status.PuffsLeft.ShouldBeInRange(0, 18);
        status.HeaterDeciCelsius.ShouldBeInRange(-1000, 6000);
        if (heats)
        {
            rig.Inputs.Docked.ShouldBeFalse();
            rig.Settings.Locked.ShouldBeFalse();
        }

        rig.Outputs.VibrationPermille.ShouldBeInRange(0, 1000);
        foreach (int permille in rig.Outputs.LightPermille)
        {
            permille.ShouldBeInRange(0, 1000);
        }
    }

    private static void Disturb(SessionRig rig, Dice random)
    {
        var inputs = rig.Inputs;
        switch (random.Below(60))
        {
            case 0: rig.Heater.Celsius = Temperatures[random.Below(Temperatures.Length)]; break;
            case 1: rig.Heater.Valid = random.Below(4) != 0; break;
            case 2: rig.Heater.FaultRow = random.Below(8) == 0 ? random.AnyInt() : 0; break;
            case 3: rig.Heater.FaultLatched = random.Below(10) == 0; break;
            case 4: rig.Heater.Puffing = !rig.Heater.Puffing; break;
            case 5: rig.Heater.PuffCount = random.Below(20) == 0 ? random.AnyInt() : rig.Heater.PuffCount + 1; break;
            case 6: rig.Heater.MeanPuffMl = random.AnyInt(); break;
            case 7: inputs.Docked = random.Below(4) == 0; break;
            case 8: inputs.ChargerActive = random.Below(4) == 0; break;
            case 9: inputs.StickPresent = random.Below(5) != 0; break;
            case < 14: inputs.ButtonPressed = random.Below(2) == 0; break;
            case 14: inputs.BoardMilliCelsius = random.Below(4) == 0 ? random.AnyInt() : 25000; break;
            case 15: inputs.CellMilliCelsius = random.Below(4) == 0 ? random.AnyInt() : 25000; break;
            case 16: inputs.CellMv = random.Below(4) == 0 ? random.AnyInt() : 4000; break;
            case 17: inputs.CellMa = random.AnyInt(); break;
            case 18: inputs.CellSampleMs = random.AnyLong(); break;
            case 19: inputs.RtcSeconds = (uint)random.AnyInt(); break;
            case 20: inputs.Tilted = !inputs.Tilted; break;
            case 21: inputs.DoubleTapped = !inputs.DoubleTapped; break;
            case 22: rig.Settings.Locked = random.Below(4) == 0; break;
            case 23: rig.Settings.AutoStart = random.Below(2) == 0; break;
            case 24: rig.Settings.PauseMode = random.Below(2) == 0; break;
            case 25: rig.Settings.FlexPuff = random.Below(2) == 0; break;
            case 26: rig.Settings.FlexBatteryEco = random.Below(2) == 0; break;
            case 27: rig.Settings.BrightnessPercent = random.AnyInt(); break;
            case 28: rig.Requests.FindMyDevice = random.Below(2) == 0; break;
            default: break;
        }
    }

    private sealed class Dice(ulong seed)
    {
        private readonly DeterministicRandom random = new(seed);

        public int Below(int limit) => (int)(random.NextUInt64() % (ulong)limit);

        public int AnyInt() => (int)random.NextUInt64();

        public long AnyLong() => (long)random.NextUInt64();
    }
}
