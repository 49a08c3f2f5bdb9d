using IqosDevice.Emulator.Scenarios.Conditions;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Emulator.Scenarios.Steps;

/// <summary>
/// A client sends frames to the SCP control point and takes the replies, one for each pattern; without a pattern there
/// must be silence.
/// </summary>
internal sealed class RequestAction(string client, IReadOnlyList<byte[]> frames, IReadOnlyList<BytePattern> replies)
    : IScenarioAction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public bool Judges => true;

    /// <inheritdoc/>
    public void Run(ScenarioWorld world)
    {
        ScenarioClient sender = world.Client(client);
        world.BeginAct($"{client} requests {BytePattern.Format(frames[0])}");
        int before = sender.Notifications.Count;
        foreach (byte[] frame in frames)
        {
            sender.Write(HolderCharacteristic.Scp, frame).Require(error: null, $"{client}'s request");
        }

        // One more than expected is waited for, so that a second reply to one request does not go unseen.
        world.Holder.RunUntil(_ => Replies(sender, before).Count > replies.Count, Patience);
        IReadOnlyList<byte[]> received = Replies(sender, before);
        for (int index = 0; index < Math.Min(received.Count, replies.Count); index++)
        {
            if (!replies[index].Matches(received[index]))
            {
                throw new ScenarioFailureException($"reply {BytePattern.Format(received[index])}, expected {replies[index]}");
            }
        }

        if (received.Count != replies.Count)
        {
            string got = received.Count == 0 ? "silence" : string.Join(", ", received.Select(reply => BytePattern.Format(reply)));
            throw new ScenarioFailureException($"{received.Count} replies ({got}), expected {replies.Count}");
        }
    }

    private static IReadOnlyList<byte[]> Replies(ScenarioClient client, int from) =>
    [
        .. client.Notifications.Skip(from)
            .Where(notification => notification.Characteristic == HolderCharacteristic.Scp)
            .Select(notification => notification.Value),
    ];
}
