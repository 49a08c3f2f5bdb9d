using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Tests.Gatt;

/// <summary>An owner that keeps a value and notes what it is told. It answers at once, or when the test says so.</summary>
internal sealed class StoredValue(params byte[] value) : ICharacteristicHandler
{
    public byte[] Value { get; set; } = value;

    public AttErrorCode Answer { get; set; } = AttErrorCode.Success;

    public bool AnswersLater { get; set; }

    public List<byte[]> Written { get; } = [];

    public List<bool> Subscriptions { get; } = [];

    public int ReadCount { get; private set; }

    /// <summary>Answers that the test has yet to give.</summary>
    public Queue<Action> Pending { get; } = new();

    public void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete)
    {
        ReadCount++;
        Reply(() => complete(Answer, Value));
    }

    public void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete)
    {
        Written.Add(value.ToArray());
        Reply(() => complete(Answer));
    }

    public void SubscriptionChanged(bool subscribed) => Subscriptions.Add(subscribed);

    private void Reply(Action answer)
    {
        if (AnswersLater)
        {
            Pending.Enqueue(answer);
        }
        else
        {
            answer();
        }
    }
}
