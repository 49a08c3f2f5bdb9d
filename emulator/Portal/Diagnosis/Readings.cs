using IqosDevice.Client;
using IqosDevice.Client.Values;
using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>What a holder told about itself, in the client's wire types.</summary>
public sealed record Readings(IReadOnlyList<EventLogEntry> EventLog, BatteryGauge Gauge, HolderStatus? Status)
{
    /// <summary>The holder's log has 64 entries; one that is written to while it is read may repeat some.</summary>
    private const int MostEntries = 256;

    private const int LongestValue = 64;

    /// <summary>Reads an upload; null and the problems where it is not what a holder sends.</summary>
    public static Readings? Parse(DiagnosisUpload upload, FieldChecks checks)
    {
        List<EventLogEntry> entries = [];
        if (upload.EventLog is null || upload.EventLog.Count > MostEntries)
        {
            checks.Add("eventLog", upload.EventLog is null ? "required" : "too-long");
        }
        else
        {
            foreach (string? value in upload.EventLog)
            {
                if (Read(value, EventLogEntry.Parse) is not { } entry)
                {
                    checks.Add("eventLog", "not-a-diagnosis");
                    break;
                }

                entries.Add(entry);
            }
        }

        BatteryGauge? gauge = Read(upload.Gauge, BatteryGauge.Parse);
        checks.Require(gauge is not null, "gauge", upload.Gauge is null ? "required" : "not-a-diagnosis");
        HolderStatus? status = upload.Status is null ? null : Read(upload.Status, HolderStatus.Parse);
        checks.Require(upload.Status is null || status is not null, "status", "not-a-diagnosis");
        return checks.Problems.Count == 0 ? new Readings(entries, gauge!, status) : null;
    }

    private static T? Read<T>(string? hex, Func<ReadOnlySpan<byte>, T> parse)
        where T : class
    {
        if (hex is null || hex.Length > LongestValue || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        try
        {
            return parse(Convert.FromHexString(hex));
        }
        catch (HolderException)
        {
            return null;
        }
    }
}
