using System.Text.Json;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>A recording, read from its file.</summary>
public sealed class RunRecording
{
    private RunRecording(RecordingHeader header, IReadOnlyList<RunRecord> records)
    {
        Header = header;
        Records = records;
    }

    /// <summary>What the holder was made of.</summary>
    public HolderOptions Options => Header.ToOptions();

    /// <summary>Version of the program that recorded.</summary>
    public string RecordedBy => Header.Emulator;

    /// <summary>Virtual time of the last line.</summary>
    public TimeSpan Length => TimeSpan.FromMicroseconds(Records.Count > 0 ? Records[^1].Us : 0);

    /// <summary>Hash of the whole trace as recorded, or null where the recording has no end.</summary>
    public string? TraceHash => Records.Count > 0 ? Records[^1].End : null;

    internal RecordingHeader Header { get; }

    internal IReadOnlyList<RunRecord> Records { get; }

    /// <summary>Reads a recording. A last line that was cut off, as by a power cut, is left out.</summary>
    /// <exception cref="FormatException">It is none, or of a version that this program does not know; names the line.</exception>
    public static RunRecording Read(TextReader reader)
    {
        RecordingHeader header = ReadHeader(reader.ReadLine());
        var records = new List<RunRecord>();
        long lastUs = 0;
        int number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (TryRead(line, out RunRecord? record, out string problem))
            {
                lastUs = record!.Us >= lastUs ? record.Us : throw new FormatException($"line {number}: time goes back");
                records.Add(record);
            }
            else if (reader.Peek() >= 0)
            {
                throw new FormatException($"line {number}: {problem}");
            }
        }

        return new RunRecording(header, records);
    }

    private static RecordingHeader ReadHeader(string? line)
    {
        RecordingHeader? header;
        try
        {
            header = JsonSerializer.Deserialize<RecordingHeader>(line ?? string.Empty, RecordingJson.Options);
        }
        catch (JsonException problem)
        {
            throw new FormatException("it is no recording: the first line is not a recording's header", problem);
        }

        if (header?.Format != RecordingHeader.FormatName)
        {
            throw new FormatException("it is no recording: the first line is not a recording's header");
        }

        if (header.Version != RecordingHeader.CurrentVersion || !HolderModels.TryFind(header.Model, out _))
        {
            throw new FormatException($"version {header.Version} of the format, or model \"{header.Model}\", is not known here");
        }

        return header.FindMistake() is { } mistake ? throw new FormatException($"line 1: {mistake}") : header;
    }

    private static bool TryRead(string line, out RunRecord? record, out string problem)
    {
        record = null;
        problem = "not a line of a recording";
        try
        {
            record = JsonSerializer.Deserialize<RunRecord>(line, RecordingJson.Options);
            _ = Convert.FromHexString(record?.In ?? record?.Out ?? string.Empty);
            if (record?.With is { ValueKind: not JsonValueKind.Object })
            {
                throw new FormatException("parameters of a verb are an object");
            }
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            problem = wrong.Message;
            record = null;
        }

        return record is not null;
    }
}
