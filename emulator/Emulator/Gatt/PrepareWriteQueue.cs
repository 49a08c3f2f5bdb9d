namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// Parts of values that wait for Execute Write (Core 6.0, Vol 3, Part F, 3.4.6). Bounded in parts and bytes, so
/// that a client cannot fill the holder's memory.
/// </summary>
internal sealed class PrepareWriteQueue
{
    public const int MostParts = 64;
    public const int MostBytes = 4 * AttLimits.LongestValueBytes;

    private readonly List<Part> parts = [];
    private int queuedBytes;

    /// <summary>Queues a part.</summary>
    /// <returns>Success, Prepare Queue Full or Insufficient Resources.</returns>
    public AttErrorCode TryAdd(AttributeEntry entry, ushort offsetBytes, ReadOnlySpan<byte> part)
    {
        if (parts.Count == MostParts)
        {
            return AttErrorCode.PrepareQueueFull;
        }

        if (queuedBytes + part.Length > MostBytes)
        {
            return AttErrorCode.InsufficientResources;
        }

        parts.Add(new Part(entry, offsetBytes, part.ToArray()));
        queuedBytes += part.Length;
        return AttErrorCode.Success;
    }

    /// <summary>
    /// Empties the queue and puts the parts together: one whole value for each attribute, in the order in which
    /// the attributes were first named. Offsets are checked here and not before, as 3.4.6.3 has it. A value begins
    /// at offset 0 and has no holes, because owners take whole values only.
    /// </summary>
    /// <returns>Success; or Invalid Offset or Invalid Attribute Value Length, and the handle that caused it.</returns>
    public AttErrorCode Take(Queue<PreparedValue> values, out ushort failedHandle)
    {
        failedHandle = 0;
        AttErrorCode error = AttErrorCode.Success;
        foreach (IGrouping<AttributeEntry, Part> group in parts.GroupBy(part => part.Entry))
        {
            error = Join(group, out byte[] value);
            if (!error.IsSuccess)
            {
                failedHandle = group.Key.Handle;
                values.Clear();
                break;
            }

            values.Enqueue(new PreparedValue(group.Key, value));
        }

        Clear();
        return error;
    }

    public void Clear()
    {
        parts.Clear();
        queuedBytes = 0;
    }

    private static AttErrorCode Join(IEnumerable<Part> group, out byte[] value)
    {
        value = [];
        foreach (Part part in group)
        {
            if (part.OffsetBytes > value.Length)
            {
                return AttErrorCode.InvalidOffset;
            }

            int endBytes = part.OffsetBytes + part.Bytes.Length;
            if (endBytes > AttLimits.LongestValueBytes)
            {
                return AttErrorCode.InvalidAttributeValueLength;
            }

            Array.Resize(ref value, Math.Max(value.Length, endBytes));
            part.Bytes.CopyTo(value, part.OffsetBytes);
        }

        return AttErrorCode.Success;
    }

    private readonly record struct Part(AttributeEntry Entry, ushort OffsetBytes, byte[] Bytes);
}
