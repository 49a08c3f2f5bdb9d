using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Tests.Board;

public sealed class FlashVolumeTests
{
    private const string Folder = @"I:\iqos";
    private const string Path = @"I:\iqos\settings.0";

    private static readonly byte[] Old = [1, 2, 3, 4];
    private static readonly byte[] New = [5, 6, 7, 8, 9, 10];

    [Fact]
    public void What_is_committed_is_read_back_as_a_copy()
    {
        FlashVolume flash = WithOld();
        flash.ReadFile(Path)![0] = 99;

        flash.ReadFile(Path).ShouldBe(Old);
        flash.FileExists(Path).ShouldBeTrue();
        flash.ListFiles(Folder).ShouldBe([Path]);
    }

    [Fact]
    public void A_missing_file_is_null_and_a_missing_folder_refuses()
    {
        var flash = new FlashVolume();

        flash.ReadFile(Path).ShouldBeNull();
        Should.Throw<IOException>(() => flash.CommitFile(Path, Old));
    }

    [Fact]
    public void A_cut_after_any_byte_of_an_overwrite_leaves_the_old_content_or_the_new()
    {
        for (int bytes = 0; bytes <= New.Length + 1; bytes++)
        {
            FlashVolume flash = WithOld();
            flash.CutPowerAfter(bytes);
            bool whole = TryCommit(flash);
            flash.RestorePower();

            whole.ShouldBe(bytes > New.Length);
            flash.ReadFile(Path).ShouldBe(whole ? New : Old, $"cut after {bytes}");
        }
    }

    [Fact]
    public void A_cut_while_a_file_is_new_leaves_it_empty()
    {
        for (int bytes = 0; bytes <= New.Length; bytes++)
        {
            var flash = new FlashVolume();
            flash.CreateDirectory(Folder);
            flash.CutPowerAfter(bytes);
            TryCommit(flash).ShouldBeFalse();

            flash.ReadFile(Path).ShouldBe([], $"cut after {bytes}");
        }
    }

    [Fact]
    public void A_store_that_tears_leaves_the_beginning_of_the_new_content()
    {
        for (int bytes = 0; bytes <= New.Length; bytes++)
        {
            FlashVolume flash = WithOld();
            flash.Tears = true;
            flash.CutPowerAfter(bytes);
            TryCommit(flash).ShouldBeFalse();

            flash.ReadFile(Path).ShouldBe(New[..bytes], $"cut after {bytes}");
        }
    }

    [Fact]
    public void Nothing_can_be_written_until_the_power_is_back()
    {
        FlashVolume flash = WithOld();
        flash.CutPowerAfter(0);
        TryCommit(flash).ShouldBeFalse();
        flash.PowerIsLost.ShouldBeTrue();
        TryCommit(flash).ShouldBeFalse();
        Should.Throw<IOException>(() => flash.DeleteFile(Path));

        flash.RestorePower();

        TryCommit(flash).ShouldBeTrue();
    }

    [Fact]
    public void A_volume_is_made_again_from_what_was_read()
    {
        var copy = new FlashVolume(WithOld().ReadAll());

        copy.DirectoryExists(Folder).ShouldBeTrue();
        copy.ReadFile(Path).ShouldBe(Old);
    }

    private static FlashVolume WithOld()
    {
        var flash = new FlashVolume();
        flash.CreateDirectory(Folder);
        flash.CommitFile(Path, Old);
        return flash;
    }

    private static bool TryCommit(FlashVolume flash)
    {
        try
        {
            flash.CommitFile(Path, New);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
