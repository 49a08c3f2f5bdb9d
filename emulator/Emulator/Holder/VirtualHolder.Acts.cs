using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Holder;

/// <summary>What hands and the world do to the holder: the verbs of the control channel.</summary>
public sealed partial class VirtualHolder
{
    private static readonly TimeSpan CalibrationHold = TimeSpan.FromMilliseconds(ButtonDecoder.CalibrateMs + 200);

    private readonly List<ScheduledEvent> puffs = [];
    private static readonly TimeSpan ServiceContactTime = TimeSpan.FromSeconds(3.5);

    private ScheduledEvent? buttonRelease;

    /// <summary>The USB cable of the charger, or of a one-piece model, is plugged in.</summary>
    public bool UsbPower { get; private set; }

    public void InsertStick() => SetStick(true);

    public void RemoveStick() => SetStick(false);

    public void PressButton()
    {
        buttonRelease?.Cancel();
        Board.ButtonHeld = true;
    }

    public void ReleaseButton()
    {
        buttonRelease?.Cancel();
        Board.ButtonHeld = false;
    }

    /// <summary>Presses the button now and releases it after a virtual time.</summary>
    public void HoldButton(TimeSpan duration)
    {
        PressButton();
        buttonRelease = Queue.After((long)duration.TotalMicroseconds, () => Board.ButtonHeld = false);
    }

    /// <summary>
    /// Takes the stick out, puts the holder into its charger and holds the button until the firmware begins a
    /// calibration run; that goes on for some 15 s by itself.
    /// </summary>
    public void Calibrate()
    {
        SetStick(false);
        if (Model.HasSeparateHolder)
        {
            Dock();
        }
        else
        {
            SetUsbPower(true);
        }

        HoldButton(CalibrationHold);
    }

    /// <summary>A puff begins now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Volume or duration is no puff's.</exception>
    public void Puff(double millilitres, double seconds)
    {
        Board.Settle();
        Plant.StartPuff(millilitres, seconds);
    }

    /// <summary>Plays a profile; its times count from now. One that still plays ends.</summary>
    public void PlayPuffs(PuffProfile profile)
    {
        StopPuffs();
        foreach (Puff puff in profile.Puffs)
        {
            puffs.Add(Queue.After((long)(puff.StartSeconds * 1e6), () => Puff(puff.Millilitres, puff.Seconds)));
        }
    }

    /// <summary>Ends a profile that plays; a puff that has begun goes on.</summary>
    public void StopPuffs()
    {
        puffs.ForEach(puff => puff.Cancel());
        puffs.Clear();
    }

    /// <summary>Puts the holder into its charger.</summary>
    /// <exception cref="InvalidOperationException">The model is one piece and has no dock.</exception>
    public void Dock() => SetDock(true);

    /// <summary>Takes the holder out of its charger.</summary>
    /// <exception cref="InvalidOperationException">The model is one piece and has no dock.</exception>
    public void Undock() => SetDock(false);

    /// <summary>Plugs the charger's USB cable in or out; on a one-piece model, the holder's own.</summary>
    public void SetUsbPower(bool plugged)
    {
        UsbPower = plugged;
        ApplyUsbPower();
    }

    /// <summary>Sets the temperature around the holder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not -60 to 150 °C.</exception>
    public void SetAmbient(double celsius)
    {
        Board.Settle();
        Plant.AmbientCelsius = celsius;
    }

    public void Tilt() => Board.Accelerometer.Tilt(Board.NowUs);

    public void DoubleTap() => Board.Accelerometer.DoubleTap(Board.NowUs);

    /// <summary>Service opens the case and closes the contact that releases a lock-out, for as long as the firmware asks for it.</summary>
    public void Service()
    {
        Board.ServiceContactClosed = true;
        Queue.After((long)ServiceContactTime.TotalMicroseconds, () => Board.ServiceContactClosed = false);
    }

    /// <summary>Breaks the radio link as distance does.</summary>
    public void DropLink() => Peripheral.Disconnect("The link was dropped on purpose.");

    /// <summary>Sets the time from a request to its reply on the air; 0 wakes the firmware at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 60,000 ms.</exception>
    public void SetReplyDelay(int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, 60_000);
        bridge.ReplyDelayUs = milliseconds * 1000L;
    }

    private void SetStick(bool inserted)
    {
        Board.Settle();
        Plant.StickInserted = inserted;
    }

    private void SetDock(bool docked)
    {
        if (!Model.HasSeparateHolder)
        {
            throw new InvalidOperationException($"{Model.Name} is one piece: it has no dock, only a USB socket.");
        }

        Board.DockContact = docked;
    }

    private void ApplyUsbPower()
    {
        if (!Model.HasSeparateHolder)
        {
            Board.DockContact = UsbPower;
        }
        else if (runtime.Core is { } core)
        {
            core.Charger.UsbPowered = UsbPower;
        }
    }
}
