using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

public sealed class SupervisorTests
{
    [Fact]
    public void It_only_takes_heat_away()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        foreach (float requested in new[] { 0f, 0.9f, 1f, 499.99f, 1000f })
        {
            ((float)bench.Step(requested)).ShouldBeLessThanOrEqualTo(requested);
        }
    }

    [Fact]
    public void A_demand_that_nobody_confirms_gives_no_heat_and_an_open_switch()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500);
        bench.Step(0, demandStays: false).ShouldBe(0);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
    }

    [Fact]
    public void A_trip_holds_after_its_cause_is_gone_and_a_release_ends_it()
    {
        SupervisorBench bench = Tripped();
        for (int tick = 0; tick < 1000; tick++)
        {
            bench.Step(500).ShouldBe(0);
        }

        bench.Supervisor.Release();
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Step(500).ShouldBe(0, "the checks look once before there is heat");
        bench.Step(500).ShouldBe(500);
    }

    [Fact]
    public void A_release_does_not_help_while_the_cause_is_there()
    {
        SupervisorBench bench = Tripped();
        bench.Supervisor.Release();
        bench.Step(float.NaN).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(36);
    }

    [Fact]
    public void A_lock_out_outranks_a_trip_and_no_release_ends_it()
    {
        SupervisorBench bench = Tripped();
        bench.Inputs.ThermocoupleCelsius = 390;
        bench.Step(0);
        bench.Step(0);
        bench.Supervisor.FaultRow.ShouldBe(11);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
        bench.Inputs.ThermocoupleCelsius = 150;
        bench.Supervisor.Release();
        bench.Step(500).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(11);
    }

    [Fact]
    public void A_lock_out_survives_a_restart()
    {
        SupervisorBench bench = new();
        bench.Supervisor.RestoreLatched(0);
        bench.Supervisor.FaultLatched.ShouldBeFalse();
        bench.Supervisor.RestoreLatched(11);
        bench.Supervisor.Release();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(11);
    }

    /// <summary>Any stream of nonsense: the duty is a duty, a trip stays, a lock-out stays whatever is released.</summary>
    [Fact]
    public void Any_input_gives_a_finite_duty_and_never_un_trips()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            NonsenseSource nonsense = new(seed);
            Settings settings = new();
            Supervisor supervisor = new(settings) { MutedRows = 1L << CutOutProof.Row };
            Core.Ports.BoardInputs inputs = new();
            HeatDemand demand = new();
            int faultRow = 0;
            bool latched = false;
            for (int tick = 0; tick < 300; tick++)
            {
                long nowMs = nonsense.Fill(inputs, demand, settings, supervisor.DutyPermille);
                float requested = nonsense.Float();
                supervisor.Permit(nowMs, inputs, demand, requested);
                supervisor.Watch(nonsense.Int());

                bool isDuty = supervisor.DutyPermille is >= 0 and <= 1000;
                bool switched = supervisor.DutyPermille == 0 || supervisor.LoadSwitchOn;
                bool safe = supervisor.FaultRow == 0
                    || (supervisor.DutyPermille == 0 && !supervisor.LoadSwitchOn && !supervisor.Heartbeat);
                bool stays = faultRow == 0 || supervisor.FaultRow != 0;
                bool locked = !latched || (supervisor.FaultLatched && supervisor.FaultRow == faultRow);
                if (!(isDuty && switched && safe && stays && locked))
                {
                    Assert.Fail($"seed {seed}, tick {tick}: {isDuty} {switched} {safe} {stays} {locked}");
                }

                faultRow = supervisor.FaultRow;
                latched = supervisor.FaultLatched;
                if (nonsense.Chance(0.05))
                {
                    supervisor.Release();
                    faultRow = latched ? faultRow : 0;
                }
            }
        }
    }

    /// <summary>Four faults one after the other, in every order: from the first trip on there is no heat, and a lock-out among them stays.</summary>
    [Fact]
    public void No_order_of_faults_un_trips()
    {
        Action<SupervisorBench>[] faults =
        [
            bench => bench.Step(float.NaN),
            bench => Tell(bench, celsius: 390),
            bench => bench.Step(500, periodMs: 101),
            bench => Tell(bench, celsius: float.NaN),
        ];
        foreach (int[] order in OrdersOf(faults.Length))
        {
            SupervisorBench bench = new();
            bench.Heat(HeatPhase.Hold, 335);
            bench.Step(500).ShouldBe(500);
            bool tripped = false;
            foreach (int fault in order)
            {
                faults[fault](bench);
                tripped |= bench.Supervisor.FaultRow != 0;
                bench.Inputs.ThermocoupleCelsius = 150;
                (bench.Step(500) == 0).ShouldBe(tripped, string.Join(' ', order));
            }

            bench.Supervisor.FaultRow.ShouldBe(11);
            bench.Supervisor.FaultLatched.ShouldBeTrue();
            bench.Supervisor.Release();
            bench.Step(500).ShouldBe(0);
        }

        static void Tell(SupervisorBench bench, float celsius)
        {
            bench.Inputs.ThermocoupleCelsius = celsius;
            bench.Run(5, 500);
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int tick = 0; tick < 1000; tick++)
        {
            bench.Step(500);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static IEnumerable<int[]> OrdersOf(int count) => count == 0
        ? [[]]
        : OrdersOf(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));

    private static SupervisorBench Tripped()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500).ShouldBe(500);
        bench.Step(float.NaN).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(36);
        return bench;
    }
}
