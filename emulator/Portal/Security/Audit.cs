using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;

namespace IqosDevice.Portal.Security;

/// <summary>Writes the audit log, within the change that it tells about.</summary>
public sealed class Audit(PortalDb db, PortalClock clock)
{
    public void Add(Guid? actor, string action, string result = "done", string? deviceCode = null) => db.AuditEntries.Add(new AuditEntry
    {
        At = clock.GetUtcNow(),
        Actor = actor,
        Action = action,
        DeviceCode = deviceCode,
        Result = result,
    });

    /// <summary>Notes how a request ended, and hands the outcome on.</summary>
    public TOutcome Note<TOutcome>(TOutcome outcome, Guid? actor, string action, string? deviceCode = null)
        where TOutcome : Outcome
    {
        Add(actor, action, outcome.IsDone ? "done" : outcome.Problems[0].Code, deviceCode);
        return outcome;
    }
}
