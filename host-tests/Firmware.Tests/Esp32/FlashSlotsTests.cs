using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class FlashSlotsTests
{
    private readonly FakeBoard board = new();
    private readonly FlashSlots slots = new(new ConsoleLog());

    [Fact]
    public void A_slot_is_a_file_on_the_boards_volume_and_nowhere_else()
    {
        using HostBoard.Scope scope = board.Enter();

        slots.Write(3, [1, 2, 3, 4], 3).ShouldBeTrue();

        board.Files.ShouldHaveSingleItem().Key.ShouldBe("I:\\iqos\\record1.1");
        board.Files["I:\\iqos\\record1.1"].ShouldBe([1, 2, 3]);
        Directory.GetFiles(Directory.GetCurrentDirectory(), "*record1.1*").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        using HostBoard.Scope scope = board.Enter();
        byte[] buffer = new byte[8];
        slots.Write(0, [9, 8, 7], 3);
        slots.Write(0, [5, 6], 2);

        slots.Read(0, buffer).ShouldBe(2);

        buffer[..2].ShouldBe([5, 6]);
        slots.Read(1, buffer).ShouldBe(0);
    }

    [Fact]
    public void A_longer_file_than_the_buffer_fills_the_buffer()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Folders.Add("I:\\iqos");
        board.Files["I:\\iqos\\record0.0"] = new byte[100];

        slots.Read(0, new byte[10]).ShouldBe(10);
    }

    [Fact]
    public void A_medium_that_refuses_is_a_result_and_a_line_in_the_log()
    {
        using HostBoard.Scope scope = board.Enter();
        board.StorageFails = true;

        slots.Write(0, [1], 1).ShouldBeFalse();

        board.Lines.ShouldHaveSingleItem().ShouldContain("the medium refuses");
    }
}
