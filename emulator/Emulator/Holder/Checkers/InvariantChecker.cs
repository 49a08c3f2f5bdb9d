using IqosDevice.Firmware.Core.Safety;

namespace IqosDevice.Emulator.Holder.Checkers;

/// <summary>
/// What must hold after every tick whatever happens, judged on the plant's true values. It stands outside of what
/// it checks: neither firmware nor board knows of it.
/// </summary>
public sealed class InvariantChecker : IHolderObserver
{
    /// <summary>No fault that is handled as it should be lets the heater pass this.</summary>
    public const double HighestHeaterCelsius = 420;

    /// <summary>The dock contact counts after three equal samples, as every contact does; two ticks more for the act.</summary>
    private const long DockDebounceUs = 5 * VirtualHolder.TickUs;

    private const double ProofDuty = (CutOutProof.ProofPermille * 1e-3) + 1e-6;

    private const int ViolationLimit = 100;

    private readonly List<string> violations = [];
    private int writeCount = -1;
    private bool conducted;
    private long undockedUs;

    /// <summary>The first violations, each with its time; empty if all is well.</summary>
    public IReadOnlyList<string> Violations => violations;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        // The proof of the cut-out conducts too, before a start, with a duty that heats nothing.
        bool conducts = holder.Board.PowerStage.Conducts && holder.Plant.HeaterDuty > ProofDuty;
        undockedUs = holder.Board.DockContact ? undockedUs : holder.Queue.NowUs;
        Require(holder, holder.Plant.HeaterCelsius <= HighestHeaterCelsius, "heater above 420 °C");
        Require(holder, holder.Plant.HeaterDuty is >= 0 and <= 1, "duty out of range");
        bool calibrates = holder.Firmware.IsCalibrating;
        Require(holder, !conducts || calibrates || holder.Firmware.IsHeatingState, "heat outside of a session");
        Require(holder, !conducts || calibrates || holder.Queue.NowUs - undockedUs <= DockDebounceUs, "heat while docked");
        Require(holder, holder.Firmware.SetpointCelsius <= 350, "set point above 350 °C");
        Require(holder, holder.Firmware.ShownSocPercent is >= 0 and <= 100, "shown charge out of range");
        Require(holder, !holder.Peripheral.IsConnected || !holder.Peripheral.IsAdvertising, "advertising while connected");

        int writes = holder.Board.Flash.WriteCount;
        bool wrote = writeCount >= 0 && writes != writeCount;
        Require(holder, !(wrote && conducts && conducted), "flash written while the heater is on");
        writeCount = writes;
        conducted = conducts;
    }

    private void Require(VirtualHolder holder, bool holds, string what)
    {
        if (!holds && violations.Count < ViolationLimit)
        {
            violations.Add($"{holder.Queue.NowUs * 1e-6:F2} s, {holder.Firmware.State}: {what}");
        }
    }
}
