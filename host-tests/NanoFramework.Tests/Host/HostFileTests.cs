using IqosDevice.NanoFramework.Host;

namespace IqosDevice.NanoFramework.Tests.Host;

public sealed class HostFileTests
{
    private const string Path = "I:\\iqos\\record0.0";

    private readonly FakeBoard board = new();

    public HostFileTests() => board.Folders.Add("I:\\iqos");

    [Fact]
    public void An_overwrite_keeps_the_old_content_until_the_file_is_disposed()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Files[Path] = [1, 2, 3];
        var file = new HostFile(Path, FileMode.Create, FileAccess.Write);

        file.Write([9, 8], 0, 2);
        board.Files[Path].ShouldBe([1, 2, 3]);

        file.Dispose();
        board.Files[Path].ShouldBe([9, 8]);
    }

    [Fact]
    public void A_new_file_exists_with_0_bytes_until_it_is_disposed()
    {
        using HostBoard.Scope scope = board.Enter();
        var file = new HostFile(Path, FileMode.Create, FileAccess.Write);

        file.Write([7], 0, 1);
        board.Files[Path].ShouldBeEmpty();

        file.Dispose();
        board.Files[Path].ShouldBe([7]);
    }

    [Fact]
    public void Disposing_twice_commits_once()
    {
        using HostBoard.Scope scope = board.Enter();
        var file = new HostFile(Path, FileMode.Create, FileAccess.Write);
        file.Dispose();
        board.Files[Path] = [5];

        file.Dispose();

        board.Files[Path].ShouldBe([5]);
    }

    [Fact]
    public void Reading_gives_what_is_stored_and_commits_nothing()
    {
        using HostBoard.Scope scope = board.Enter();
        byte[] stored = [1, 2, 3];
        board.Files[Path] = stored;
        byte[] buffer = new byte[8];

        using (var file = new HostFile(Path, FileMode.Open, FileAccess.Read))
        {
            file.Length.ShouldBe(3);
            file.Read(buffer, 0, buffer.Length).ShouldBe(3);
            Should.Throw<NotSupportedException>(() => file.Write([0], 0, 1));
        }

        buffer.ShouldBe([1, 2, 3, 0, 0, 0, 0, 0]);
        board.Files[Path].ShouldBeSameAs(stored);
    }

    [Fact]
    public void Append_goes_on_after_the_stored_content()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Files[Path] = [1, 2];

        using (var file = new HostFile(Path, FileMode.Append, FileAccess.Write))
        {
            file.Write([3], 0, 1);
        }

        board.Files[Path].ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_missing_file_a_missing_folder_and_an_unwanted_file_are_errors()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Files["I:\\iqos\\there"] = [];

        Should.Throw<FileNotFoundException>(() => new HostFile(Path, FileMode.Open, FileAccess.Read));
        Should.Throw<DirectoryNotFoundException>(() => new HostFile("I:\\other\\x", FileMode.Create, FileAccess.Write));
        Should.Throw<IOException>(() => new HostFile("I:\\iqos\\there", FileMode.CreateNew, FileAccess.Write));
        board.Files.Keys.ShouldBe(["I:\\iqos\\there"]);
    }

    [Fact]
    public void A_file_in_the_root_needs_no_folder()
    {
        using HostBoard.Scope scope = board.Enter();

        new HostFile("I:\\x", FileMode.Create, FileAccess.Write).Dispose();

        board.Files.ShouldContainKey("I:\\x");
    }

    [Fact]
    public void Move_throws_where_the_target_exists_and_touches_nothing()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Files["I:\\a"] = [1];
        board.Files["I:\\b"] = [2];

        Should.Throw<IOException>(() => HostStorage.Move("I:\\a", "I:\\b"));
        board.Files["I:\\a"].ShouldBe([1]);
        board.Files["I:\\b"].ShouldBe([2]);

        HostStorage.Move("I:\\a", "I:\\c");
        board.Files.ShouldNotContainKey("I:\\a");
        board.Files["I:\\c"].ShouldBe([1]);
    }
}
