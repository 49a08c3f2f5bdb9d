using IqosDevice.Emulator.Board;
using IqosDevice.Firmware.Core;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Esp32;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// The firmware on its microcontroller: boots it, runs its loop, and stands in for what happens when it fails. An
/// exception that leaves the loop ends the loop and nothing else: the PWM runs on, as it does on the device.
/// </summary>
internal sealed class FirmwareRuntime
{
    private readonly VirtualBoard board;
    private readonly DeviceIdentity identity;
    private readonly bool lenient;
    private readonly Action<string> log;
    private Microcontroller? processor;
    private HolderApp? app;
    private long mutedRows;

    public FirmwareRuntime(VirtualBoard board, DeviceIdentity identity, bool lenient, Action<string> log)
    {
        this.board = board;
        this.identity = identity;
        this.lenient = lenient;
        this.log = log;
    }

    /// <summary>The loop has ended by an exception.</summary>
    public bool IsHung { get; private set; }

    /// <summary>On purpose: the loop stands still while the board runs on.</summary>
    public bool IsStalled { get; set; }

    /// <summary>Rows of the safety checklist that are not acted upon, bit n for row n.</summary>
    public long MutedRows
    {
        get => mutedRows;
        set
        {
            mutedRows = value;
            ApplyMutedRows();
        }
    }

    /// <summary>The firmware's logic; null while the power is off.</summary>
    public HolderCore? Core => app?.Core;

    /// <summary>Power-on: a new processor, a new heap.</summary>
    public void Boot()
    {
        IsHung = false;
        processor = new Microcontroller(board, log);
        Guarded(() =>
        {
            app = new HolderApp(identity);
            app.Core.Lenient = lenient;
            ApplyMutedRows();
            app.Start();
        });
    }

    /// <summary>One turn of the loop.</summary>
    public void Tick()
    {
        if (app is not null && !IsHung && !IsStalled)
        {
            using (processor!.Enter())
            {
                try
                {
                    app.Tick();
                }
                catch (Exception exception)
                {
                    Hang(exception);
                }
            }
        }
    }

    /// <summary>Lets the firmware write what waits in RAM, and ends it.</summary>
    public void Shutdown()
    {
        if (app is not null && !IsHung)
        {
            Guarded(app.Stop);
        }

        Abandon();
    }

    /// <summary>Power-off without a word.</summary>
    public void Abandon()
    {
        app = null;
        processor = null;
    }

    private void ApplyMutedRows()
    {
        if (app is not null)
        {
            app.Core.Safety.MutedRows = mutedRows;
        }
    }

    private void Guarded(Action action)
    {
        using (processor!.Enter())
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                Hang(exception);
            }
        }
    }

    private void Hang(Exception exception)
    {
        IsHung = true;
        log("firmware: the loop ended by an exception: " + exception);
    }
}
