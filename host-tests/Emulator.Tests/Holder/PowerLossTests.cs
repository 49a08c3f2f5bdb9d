using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>The power goes in the middle of what the firmware writes, over a store that really tears.</summary>
public sealed class PowerLossTests
{
    // Lock, and brightness low: two settings that a client can write and read back.
    private static readonly byte[] Lock = [0x00, 0xC9, 0x44, 0x04, 0x02, 0xFF, 0x00, 0x00, 0x5A];
    private static readonly byte[] Unlock = [0x00, 0xC9, 0x44, 0x04, 0x00, 0x00, 0x00, 0x00, 0x5D];

    [Fact]
    public void A_setting_survives_an_orderly_end_and_the_next_start()
    {
        IReadOnlyDictionary<string, byte[]> flash = FlashWith(Lock, new Dictionary<string, byte[]>());

        using VirtualHolder next = VirtualHolder.Start(new HolderOptions { Flash = flash });
        next.Advance(TimeSpan.FromSeconds(1));

        next.Snapshot().Locked.ShouldBeTrue();
    }

    [Fact]
    public void A_cut_at_any_byte_leaves_the_old_setting_or_the_new_and_a_holder_that_boots()
    {
        IReadOnlyDictionary<string, byte[]> locked = FlashWith(Lock, new Dictionary<string, byte[]>());
        bool sawOld = false;
        bool sawNew = false;
        for (int bytes = 0; !sawNew && bytes < 4096; bytes++)
        {
            using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Flash = locked });
            holder.Advance(TimeSpan.FromSeconds(0.5));
            holder.Snapshot().Locked.ShouldBeTrue();
            holder.Board.Flash.Tears = true;
            holder.Board.Flash.CutPowerAfter(bytes);
            Send(holder, Unlock);
            holder.RunUntil(h => h.Board.Flash.PowerIsLost, TimeSpan.FromSeconds(2));
            bool survived = !holder.Board.Flash.PowerIsLost;

            holder.PowerCycle();
            holder.Advance(TimeSpan.FromSeconds(0.5));

            holder.Firmware.IsHung.ShouldBeFalse($"cut after {bytes}");
            holder.Peripheral.IsAdvertising.ShouldBeTrue($"cut after {bytes}");
            sawOld |= holder.Snapshot().Locked;
            sawNew |= survived && !holder.Snapshot().Locked;
        }

        sawOld.ShouldBeTrue();
        sawNew.ShouldBeTrue();
    }

    [Fact]
    public void When_the_power_fails_in_a_write_the_holder_is_off_until_it_is_cycled()
    {
        using VirtualHolder holder = VirtualHolder.Start();
        holder.Advance(TimeSpan.FromSeconds(0.5));
        holder.Board.Flash.CutPowerAfter(0);
        Send(holder, Lock);
        holder.RunUntil(h => h.Board.Flash.PowerIsLost, TimeSpan.FromSeconds(120)).ShouldBeTrue();

        holder.Peripheral.IsAdvertising.ShouldBeFalse();
        holder.Snapshot().State.ShouldBe("Off");

        holder.PowerCycle();
        holder.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    private static IReadOnlyDictionary<string, byte[]> FlashWith(byte[] frame, IReadOnlyDictionary<string, byte[]> flash)
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions { Flash = flash });
        holder.Advance(TimeSpan.FromSeconds(0.5));
        Send(holder, frame);
        holder.Advance(TimeSpan.FromSeconds(0.5));
        holder.Dispose();
        return holder.ReadFlash();
    }

    private static void Send(VirtualHolder holder, byte[] frame)
    {
        var client = new HolderClient(holder);
        client.Subscribe(HolderClient.ScpControlPoint);
        client.Write(HolderClient.ScpControlPoint, frame).ShouldBe([0x13]);
    }
}
