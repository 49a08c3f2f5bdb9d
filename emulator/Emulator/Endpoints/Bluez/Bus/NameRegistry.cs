namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>
/// Well-known names: who has each, and who waits for it (D-Bus specification, "Message Bus Names",
/// "org.freedesktop.DBus.RequestName"). A name that nobody has does not exist.
/// </summary>
internal sealed class NameRegistry
{
    // The first of a queue owns the name; none is empty.
    private readonly SortedDictionary<string, List<Claim>> queues = new(StringComparer.Ordinal);
    private readonly Action<string, string, string> changed;

    /// <param name="changed">Told of a name's change of owner: the name, who had it, who has it; empty for nobody.</param>
    public NameRegistry(Action<string, string, string> changed) => this.changed = changed;

    public IEnumerable<string> Names => queues.Keys;

    /// <summary>Unique name of the owner; null where there is none.</summary>
    public string? OwnerOf(string name) => queues.TryGetValue(name, out List<Claim>? queue) ? queue[0].Client : null;

    /// <summary>The owner, and after it those that wait.</summary>
    public IEnumerable<string> QueueOf(string name) =>
        queues.TryGetValue(name, out List<Claim>? queue) ? queue.Select(claim => claim.Client) : [];

    /// <summary>Names that a client has or waits for.</summary>
    public IReadOnlyList<string> ClaimsOf(string client) =>
        [.. queues.Where(pair => pair.Value.Exists(claim => claim.Client == client)).Select(pair => pair.Key)];

    public RequestNameReply Request(string name, string client, NameFlags flags)
    {
        var claim = new Claim(client, flags);
        if (!queues.TryGetValue(name, out List<Claim>? queue))
        {
            queues.Add(name, [claim]);
            changed(name, string.Empty, client);
            return RequestNameReply.PrimaryOwner;
        }

        Claim owner = queue[0];
        if (owner.Client == client)
        {
            queue[0] = claim;
            return RequestNameReply.AlreadyOwner;
        }

        // Who waits already keeps the place, with the new flags.
        int place = queue.FindIndex(other => other.Client == client);
        queue.RemoveAll(other => other.Client == client);
        if (flags.HasFlag(NameFlags.ReplaceExisting) && owner.Flags.HasFlag(NameFlags.AllowReplacement))
        {
            queue.Insert(0, claim);
            queue.RemoveAll(other => other == owner && owner.Flags.HasFlag(NameFlags.DoNotQueue));
            changed(name, owner.Client, client);
            return RequestNameReply.PrimaryOwner;
        }

        if (flags.HasFlag(NameFlags.DoNotQueue))
        {
            return RequestNameReply.Exists;
        }

        queue.Insert(place > 0 ? place : queue.Count, claim);
        return RequestNameReply.InQueue;
    }

    public ReleaseNameReply Release(string name, string client)
    {
        if (!queues.TryGetValue(name, out List<Claim>? queue))
        {
            return ReleaseNameReply.NonExistent;
        }

        string owner = queue[0].Client;
        if (queue.RemoveAll(claim => claim.Client == client) == 0)
        {
            return ReleaseNameReply.NotOwner;
        }

        if (queue.Count == 0)
        {
            queues.Remove(name);
        }

        if (owner == client)
        {
            changed(name, client, OwnerOf(name) ?? string.Empty);
        }

        return ReleaseNameReply.Released;
    }

    private sealed record Claim(string Client, NameFlags Flags);
}
