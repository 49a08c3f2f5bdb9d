using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using static IqosDevice.Emulator.Tests.Endpoints.Bluez.BusTestClient;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

public sealed class NameTests
{
    private const string Wanted = "org.example";

    [Fact]
    public async Task Who_has_a_name_is_told_and_who_has_none_is_an_error()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();

        FirstString(await client.CallBusAsync("GetNameOwner", Daemon)).ShouldBe(":1.0");
        FirstString(await client.CallBusAsync("GetNameOwner", ":1.0")).ShouldBe(":1.0");
        FirstString(await client.CallBusAsync("GetNameOwner", "org.freedesktop.DBus")).ShouldBe("org.freedesktop.DBus");
        (await client.CallBusAsync("GetNameOwner", "org.nobody")).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.NameHasNoOwner");
    }

    [Fact]
    public async Task Who_asks_second_waits_and_gets_the_name_when_the_first_leaves()
    {
        await using var rig = new BusRig();
        BusTestClient first = await rig.EnterAsync();
        BusTestClient second = await rig.EnterAsync();

        (await RequestAsync(first, NameFlags.None)).ShouldBe(RequestNameReply.PrimaryOwner);
        (await RequestAsync(first, NameFlags.None)).ShouldBe(RequestNameReply.AlreadyOwner);
        (await RequestAsync(second, NameFlags.DoNotQueue)).ShouldBe(RequestNameReply.Exists);
        (await RequestAsync(second, NameFlags.ReplaceExisting)).ShouldBe(RequestNameReply.InQueue);
        (await QueueAsync(second)).ShouldBe([first.UniqueName, second.UniqueName]);

        await first.DisposeAsync();

        await SkipToNameAsync(second, "NameAcquired");
        (await QueueAsync(second)).ShouldBe([second.UniqueName]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_is_taken_from_who_allows_it(bool waitsThen)
    {
        await using var rig = new BusRig();
        BusTestClient first = await rig.EnterAsync();
        BusTestClient second = await rig.EnterAsync();
        await RequestAsync(first, waitsThen ? NameFlags.AllowReplacement : NameFlags.AllowReplacement | NameFlags.DoNotQueue);

        (await RequestAsync(second, NameFlags.ReplaceExisting)).ShouldBe(RequestNameReply.PrimaryOwner);

        await SkipToNameAsync(first, "NameLost");
        (await QueueAsync(first)).ShouldBe(waitsThen ? [second.UniqueName, first.UniqueName] : [second.UniqueName]);
        (await ReleaseAsync(first)).ShouldBe(waitsThen ? ReleaseNameReply.Released : ReleaseNameReply.NotOwner);
        (await ReleaseAsync(second)).ShouldBe(ReleaseNameReply.Released);
        (await ReleaseAsync(second)).ShouldBe(ReleaseNameReply.NonExistent);
    }

    [Theory]
    [InlineData("org.freedesktop.DBus")]
    [InlineData(":1.5")]
    [InlineData("nodots")]
    public async Task Some_names_cannot_be_asked_for(string name)
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        (await SendRequestAsync(client, name, NameFlags.None)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.InvalidArgs");
        (await client.CallBusAsync("ReleaseName", name)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.InvalidArgs");
    }

    [Fact]
    public async Task A_client_has_so_many_names_and_no_more()
    {
        await using var rig = new BusRig();
        BusTestClient client = await rig.EnterAsync();
        for (int i = 0; i < DBusLimits.MostNamesOfOneClient; i++)
        {
            await ExpectAsync(SendRequestAsync(client, $"org.example.n{i}", NameFlags.None));
        }

        (await SendRequestAsync(client, Wanted, NameFlags.None)).Header.ErrorName.ShouldBe("org.freedesktop.DBus.Error.LimitsExceeded");
        await ExpectAsync(SendRequestAsync(client, "org.example.n0", NameFlags.None));
    }

    [Fact]
    public async Task A_unique_name_is_given_once_and_its_end_is_told()
    {
        await using var rig = new BusRig();
        BusTestClient watcher = await rig.EnterAsync();
        await watcher.AddMatchAsync("type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg2=''");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            BusTestClient client = await rig.EnterAsync();
            await client.DisposeAsync();
            names.Add(client.UniqueName).ShouldBeTrue();

            Message gone = await watcher.NextSignalAsync("NameOwnerChanged");
            MessageReader arguments = gone.Arguments;
            string[] told = [arguments.ReadString(), arguments.ReadString(), arguments.ReadString()];
            told.ShouldBe([client.UniqueName, client.UniqueName, string.Empty]);
        }
    }

    private static Task<Message> SendRequestAsync(BusTestClient client, string name, NameFlags flags) =>
        client.CallAsync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", "su", body =>
        {
            body.WriteString(name);
            body.WriteUInt32((uint)flags);
        });

    private static async Task<RequestNameReply> RequestAsync(BusTestClient client, NameFlags flags) =>
        (RequestNameReply)FirstNumber(await ExpectAsync(SendRequestAsync(client, Wanted, flags)));

    private static async Task<ReleaseNameReply> ReleaseAsync(BusTestClient client) =>
        (ReleaseNameReply)FirstNumber(await ExpectAsync(client.CallBusAsync("ReleaseName", Wanted)));

    private static async Task<List<string>> QueueAsync(BusTestClient client)
    {
        MessageReader arguments = (await ExpectAsync(client.CallBusAsync("ListQueuedOwners", Wanted))).Arguments;
        return [.. ((List<object>)ValueReader.Read(ref arguments, "as")).Cast<string>()];
    }

    /// <summary>Waits until the bus tells of the wanted name; it tells of the unique one, too.</summary>
    private static async Task SkipToNameAsync(BusTestClient client, string member)
    {
        while (FirstString(await client.NextSignalAsync(member)) != Wanted)
        {
            // Another name's.
        }
    }

    private static uint FirstNumber(Message message)
    {
        MessageReader arguments = message.Arguments;
        return arguments.ReadUInt32();
    }
}
