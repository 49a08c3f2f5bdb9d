using System.Buffers.Binary;
using IqosDevice.Emulator.Recording;

namespace IqosDevice.Emulator.Tests.Recording;

/// <summary>Reads btsnoop files as decoders do: a record that is cut at the end of the file is left out.</summary>
internal static class BtsnoopReader
{
    public static List<BtsnoopRecord> Read(ReadOnlySpan<byte> file)
    {
        file[..8].SequenceEqual("btsnoop\0"u8).ShouldBeTrue();
        BinaryPrimitives.ReadUInt32BigEndian(file[8..]).ShouldBe(1u);
        BinaryPrimitives.ReadUInt32BigEndian(file[12..]).ShouldBe(BtsnoopWriter.H4DataLink);

        var records = new List<BtsnoopRecord>();
        ReadOnlySpan<byte> rest = file[BtsnoopWriter.HeaderBytes..];
        while (rest.Length >= BtsnoopWriter.RecordHeaderBytes)
        {
            int packetBytes = BinaryPrimitives.ReadInt32BigEndian(rest[4..]);
            int recordBytes = BtsnoopWriter.RecordHeaderBytes + packetBytes;
            if (rest.Length < recordBytes)
            {
                break;
            }

            BinaryPrimitives.ReadInt32BigEndian(rest).ShouldBe(packetBytes);
            records.Add(new BtsnoopRecord(
                BinaryPrimitives.ReadInt64BigEndian(rest[16..]) - BtsnoopWriter.EpochUs,
                (BtsnoopFlags)BinaryPrimitives.ReadUInt32BigEndian(rest[8..]),
                Convert.ToHexString(rest[BtsnoopWriter.RecordHeaderBytes..recordBytes])));
            rest = rest[recordBytes..];
        }

        return records;
    }
}
