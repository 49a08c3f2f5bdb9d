using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Faults;

/// <summary>A firmware that hangs, and a memory that holds nonsense.</summary>
internal static class FirmwareFaults
{
    private const int PwmFrequencyHz = 20_000;
    private const int FullDuty = 10_000;

    public static IEnumerable<FaultDefinition> All =>
    [
        new("firmware-stall", "firmware", FaultKind.Damage, "The loop stands still while the PWM runs on.", null,
            _ => new HolderFault(holder => holder.FirmwareStalled = true, holder => holder.FirmwareStalled = false)),
        new("firmware-stall-full-power", "firmware", FaultKind.Damage,
            "The loop stands still, and the PWM runs on at full power.", null,
            _ => new HolderFault(StallAtFullPower, holder => holder.FirmwareStalled = false)),
        Parameters("parameters-zero", "The calibration in memory is all zeros.", 0),
        Parameters("parameters-nan", "The calibration in memory has the bits of a NaN.", BitConverter.SingleToInt32Bits(float.NaN)),
    ];

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
