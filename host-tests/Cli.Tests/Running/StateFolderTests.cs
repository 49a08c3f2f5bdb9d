using IqosDevice.Cli.Running;

namespace IqosDevice.Cli.Tests.Running;

public sealed class StateFolderTests
{
    private const string FirstPath = @"I:\holder\settings.0";
    private const string SecondPath = "I:\\a b/ü%2F.bin";

    [Fact]
    public void A_new_folder_holds_nothing()
    {
        using var folder = new TemporaryFolder();
        using StateFolder state = StateFolder.Open(folder.File("made/on/the/way"));

        state.Load().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_saved_is_loaded_under_the_same_paths()
    {
        using var folder = new TemporaryFolder();
        using (StateFolder state = StateFolder.Open(folder.Path))
        {
            state.Save(new Dictionary<string, byte[]> { [FirstPath] = [1, 2, 3], [SecondPath] = [] });
        }

        using StateFolder again = StateFolder.Open(folder.Path);
        IReadOnlyDictionary<string, byte[]> flash = again.Load();

        flash.Count.ShouldBe(2);
        flash[FirstPath].ShouldBe(new byte[] { 1, 2, 3 });
        flash[SecondPath].ShouldBeEmpty();
    }

    [Fact]
    public void A_later_save_replaces_and_removes()
    {
        using var folder = new TemporaryFolder();
        using StateFolder state = StateFolder.Open(folder.Path);
        state.Save(new Dictionary<string, byte[]> { [FirstPath] = [1], [SecondPath] = [2] });

        state.Save(new Dictionary<string, byte[]> { [FirstPath] = [9] });

        state.Load().ShouldHaveSingleItem().Value.ShouldBe(new byte[] { 9 });
    }

    [Fact]
    public void A_file_removed_and_saved_again_with_the_same_content_is_there()
    {
        using var folder = new TemporaryFolder();
        using StateFolder state = StateFolder.Open(folder.Path);
        var flash = new Dictionary<string, byte[]> { [FirstPath] = [1] };
        state.Save(flash);
        state.Save(new Dictionary<string, byte[]>());

        state.Save(flash);

        state.Load().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_save_that_was_cut_off_leaves_no_trace()
    {
        using var folder = new TemporaryFolder();
        using StateFolder state = StateFolder.Open(folder.Path);
        state.Save(new Dictionary<string, byte[]> { [FirstPath] = [1] });
        string file = Directory.GetFiles(folder.File("flash")).ShouldHaveSingleItem();
        File.WriteAllBytes(file + ".new", [7]);

        state.Load().ShouldHaveSingleItem().Value.ShouldBe(new byte[] { 1 });

        File.Exists(file + ".new").ShouldBeFalse();
    }

    [Fact]
    public void A_folder_is_open_once_at_a_time()
    {
        using var folder = new TemporaryFolder();
        StateFolder first = StateFolder.Open(folder.Path);

        Should.Throw<CliException>(() => StateFolder.Open(folder.Path)).ExitCode.ShouldBe(ExitCode.Unavailable);

        first.Dispose();
        StateFolder.Open(folder.Path).Dispose();
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), string.Empty);

        CliException problem = Should.Throw<CliException>(() => StateFolder.Open(folder.File("file")));

        problem.ExitCode.ShouldBe(ExitCode.Unavailable);
        problem.Message.ShouldContain(folder.File("file"));
    }
}
