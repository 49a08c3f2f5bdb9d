using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Faults;

/// <summary>A firmware that hangs, and a memory that holds nonsense.</summary>
internal static class FirmwareFaults
{
    private const int PwmFrequencyHz = 20_000;
    private const int FullDuty = 10_000;
    private const float RogueSetpointCelsius = 335;

    public static IEnumerable<FaultDefinition> All =>
    [
        new("firmware-stall", "firmware", FaultKind.Damage, "The loop stands still while the PWM runs on.", null,
            _ => new HolderFault(holder => holder.FirmwareStalled = true, holder => holder.FirmwareStalled = false)),
        new("firmware-stall-full-power", "firmware", FaultKind.Damage,
            "The loop stands still, and the PWM runs on at full power.", null,
            _ => new HolderFault(StallAtFullPower, holder => holder.FirmwareStalled = false)),
        Parameters("parameters-zero", "The calibration in memory is all zeros.", 0),
        Parameters("parameters-nan", "The calibration in memory has the bits of a NaN.", BitConverter.SingleToInt32Bits(float.NaN)),
        Disturbance("controller-nan", "controller", "The controller's output is not a number.", null,
            (loop, _) => Force(loop, float.NaN), loop => loop.ForcesDuty = false),
        Disturbance("controller-full", "controller", "The controller asks for a duty of its own, whatever is measured or demanded.",
            new FaultAmount("a duty", "permille", 0, 1000, 1000),
            (loop, amount) => Force(loop, (float)amount), loop => loop.ForcesDuty = false),
        Disturbance("setpoint-wrong", "set-point", "Whatever is heated, it is heated to another temperature.",
            new FaultAmount("a temperature", "°C", 1, 1000, 420),
            (loop, amount) => loop.ForcedSetpointCelsius = (float)amount, loop => loop.ForcedSetpointCelsius = 0),
        Disturbance("state-machine-stopped", "demand", "The state machine stops in the middle of the loop, which runs on.", null,
            (loop, _) => loop.DemandStands = true, loop => loop.DemandStands = false),
        Disturbance("rogue-demand", "demand", "The state machine demands heat that nobody asked for, and never ends it.", null,
            (loop, _) => Demand(loop), Quiet),
    ];

    private static void Force(LoopDisturbance loop, float permille)
    {
        loop.ForcedPermille = permille;
        loop.ForcesDuty = true;
    }

    private static void Demand(LoopDisturbance loop)
    {
        loop.ForcedPhase = HeatPhase.Hold;
        loop.ForcedSetpointCelsius = RogueSetpointCelsius;
    }

    private static void Quiet(LoopDisturbance loop)
    {
        loop.ForcedPhase = HeatPhase.Off;
        loop.ForcedSetpointCelsius = 0;
    }

    private static FaultDefinition Disturbance(string name, string channel, string summary, FaultAmount? amount,
        Action<LoopDisturbance, double> apply, Action<LoopDisturbance> remove) =>
        new(name, channel, FaultKind.Damage, summary, amount, draw => new HolderFault(
            holder => With(holder, loop => apply(loop, draw.Amount)), holder => With(holder, remove)));

    /// <summary>A restart has a new memory, and with it none of this.</summary>
    private static void With(VirtualHolder holder, Action<LoopDisturbance> act)
    {
        if (holder.Core is { } core)
        {
            act(core.Disturbance);
        }
    }

    private static void StallAtFullPower(VirtualHolder holder)
    {
        holder.FirmwareStalled = true;
        ((IPwmPort)holder.Board.Pwm).Set(Wiring.HeaterPin, PwmFrequencyHz, FullDuty, running: true);
    }

    private static FaultDefinition Parameters(string name, string summary, int bits) =>
        new(name, "parameters", FaultKind.Damage, summary, null, _ =>
        {
            int before = 0;
            return new HolderFault(
                holder =>
                {
                    before = holder.Firmware.HeaterR0MicroOhm;
                    Set(holder, bits);
                },
                holder => Set(holder, before));
        });

    private static void Set(VirtualHolder holder, int microOhm)
    {
        if (holder.Core is { } core)
        {
            core.Settings.HeaterR0MicroOhm = microOhm;
        }
    }
}
