namespace IqosDevice.Client.Scp;

/// <summary>
/// Puts a message together from its fragments. SEQ counts down to 0: <c>01</c> + 19 bytes, <c>00</c> + 9 bytes are
/// a message of 28. A fragment that does not continue the one before it begins anew.
/// </summary>
internal sealed class ScpAssembler
{
    private readonly List<byte> collected = [];
    private int fragmentsLeft;

    /// <summary>Takes one notification; returns the message without SEQ when it is whole, null before.</summary>
    public byte[]? Add(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        if (value[0] != fragmentsLeft - 1)
        {
            collected.Clear();
        }

        fragmentsLeft = value[0];
        collected.AddRange(value[1..]);
        if (fragmentsLeft > 0)
        {
            return null;
        }

        byte[] message = [.. collected];
        collected.Clear();
        return message;
    }
}
