using System.Text.Json;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Takes what an app read over Bluetooth, and judges it.</summary>
public sealed class Diagnoses(PortalDb db, PortalClock clock, Registry registry, Audit audit)
{
    private const int MostADay = 10;

    public async Task<Outcome<DiagnosisResult>> UploadAsync(Guid customerId, DiagnosisUpload upload)
    {
        var checks = new FieldChecks();
        string code = DeviceRegistration.ReadCode(checks, upload.Code);
        Readings? readings = Readings.Parse(upload, checks);
        return readings is null ? Outcome<DiagnosisResult>.Refuse(checks.Problems) : await db.WriteAsync(async () =>
        {
            if (await registry.FindOwnAsync(customerId, code) is null)
            {
                return audit.Note(Outcome<DiagnosisResult>.Refuse("not-your-device", "code"), customerId, "diagnosis");
            }

            DateTimeOffset now = clock.GetUtcNow();
            DateTimeOffset dayAgo = now - TimeSpan.FromDays(1);
            if (await db.DiagnosisReports.CountAsync(report => report.DeviceCode == code && report.At > dayAgo) >= MostADay)
            {
                return audit.Note(Outcome<DiagnosisResult>.Refuse("diagnosis-limit"), customerId, "diagnosis", code);
            }

            IReadOnlyList<Finding> findings = Diagnostician.Judge(readings);
            var report = new DiagnosisReport
            {
                Id = Guid.NewGuid(),
                DeviceCode = code,
                CustomerId = customerId,
                At = now,
                Faulty = findings.Count > 0,
                Findings = JsonSerializer.Serialize(findings),
            };
            db.DiagnosisReports.Add(report);
            return audit.Note((Outcome<DiagnosisResult>)Describe(report), customerId, "diagnosis", code);
        });
    }

    /// <summary>The diagnoses of an own device, latest first.</summary>
    public async Task<IReadOnlyList<DiagnosisResult>> ListAsync(Guid customerId, string code) =>
        [.. (await db.DiagnosisReports.AsNoTracking().Where(report => report.CustomerId == customerId && report.DeviceCode == code)
            .OrderByDescending(report => report.At).Take(50).ToListAsync()).Select(Describe)];

    private static DiagnosisResult Describe(DiagnosisReport report) =>
        new(report.Id, report.DeviceCode, report.At, report.Faulty, JsonSerializer.Deserialize<List<Finding>>(report.Findings)!);
}
