using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Findings in words.</summary>
public static class FindingWording
{
    public static Wording Of(Finding finding) => finding.Code switch
    {
        "latched-fault" => new($"a fault that stays: row {finding.Measured} of the safety checklist",
            $"megmaradó hiba: a biztonsági lista {finding.Measured}. sora"),
        "repeated-fault" => new($"the check of row {finding.Measured} tripped more than {finding.Limit} times",
            $"a {finding.Measured}. sor ellenőrzése több mint {finding.Limit} alkalommal szólalt meg"),
        "low-health" => new($"battery health {finding.Measured} %, below {finding.Limit} %",
            $"az akkumulátor állapota {finding.Measured} %, {finding.Limit} % alatt"),
        _ => new($"preheating takes {finding.Measured} s, more than {finding.Limit} s", $"a felfűtés {finding.Measured} s, több mint {finding.Limit} s"),
    };
}
