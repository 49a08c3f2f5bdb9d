using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;
using IqosDevice.Firmware.Tests.Safety;

namespace IqosDevice.Firmware.Tests.Control;

public sealed class HeaterRegulationTests
{
    [Fact]
    public void Any_input_gives_a_duty_within_its_range()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            NonsenseSource nonsense = new(seed);
            Settings settings = new();
            HeaterRegulation regulation = new(settings);
            BoardInputs inputs = new();
            HeatDemand demand = new();
            int applied = 0;
            for (int tick = 0; tick < 300; tick++)
            {
                long nowMs = nonsense.Fill(inputs, demand, settings, permille: 400);
                regulation.Observe(nowMs, inputs, demand, applied);
                float permille = regulation.Control(nowMs, inputs, demand);
                regulation.Follow(demand.Phase, inputs);
                if (!(permille >= 0 && permille <= 1000) || !float.IsFinite(regulation.View.Celsius))
                {
                    Assert.Fail($"seed {seed}, tick {tick}: duty {permille}, temperature {regulation.View.Celsius}");
                }

                applied = (int)permille;
            }
        }
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        HeaterRegulation regulation = new(new Settings());
        BoardInputs inputs = new();
        HeatDemand demand = new();
        NonsenseSource nonsense = new(1);
        Settings settings = new();

        // The first round meets every branch: tables are built when their class is first touched.
        RunTicks();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunTicks();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void RunTicks()
        {
            for (int i = 0; i < 1000; i++)
            {
                Tick();
            }
        }

        void Tick()
        {
            long nowMs = nonsense.Fill(inputs, demand, settings, permille: 400);
            regulation.Observe(nowMs, inputs, demand, 300);
            regulation.Control(nowMs, inputs, demand);
            regulation.Follow(demand.Phase, inputs);
        }
    }
}
