namespace IqosDevice.Cli.Decoding;

/// <summary>Explains captured bytes: battery records, SCP frames, and messages in fragments that follow each other.</summary>
public static class FrameDecoder
{
    public static IReadOnlyList<FrameExplanation> Explain(IEnumerable<CapturedFrame> frames)
    {
        var explanations = new List<FrameExplanation>();
        var joiner = new FragmentJoiner();
        foreach (CapturedFrame captured in frames)
        {
            if (IsBattery(captured))
            {
                explanations.Add(BatteryExplainer.Explain(captured));
                continue;
            }

            if (joiner.IsWaiting && !joiner.Continues(captured))
            {
                explanations.Add(joiner.Abandon());
            }

            if (joiner.Add(captured) is { } whole)
            {
                explanations.Add(ScpExplainer.Explain(whole));
            }
        }

        if (joiner.IsWaiting)
        {
            explanations.Add(joiner.Abandon());
        }

        return explanations;
    }

    private static bool IsBattery(CapturedFrame captured) => captured.Kind switch
    {
        FrameKind.Battery => true,
        FrameKind.Scp => false,
        _ => BatteryExplainer.LooksLikeRecord(captured.Bytes),
    };
}
