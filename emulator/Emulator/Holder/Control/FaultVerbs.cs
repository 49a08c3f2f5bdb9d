using IqosDevice.Emulator.Faults;
using static IqosDevice.Emulator.Holder.Control.ControlParameter;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>The verbs that break the holder and put it right.</summary>
internal static class FaultVerbs
{
    private const string Ordinary = "default";
    private const string Everything = "all";
    private const double LargestAmount = 1e9;

    public static IEnumerable<ControlVerb> All
    {
        get
        {
            yield return new("listFaults", "Lists the faults that can be injected, and those that are there now.", [],
                (session, _) => new { catalogue = FaultCatalogue.All.Select(Describe), active = Active(session.Holder) })
            {
                Kind = ControlVerbKind.Look,
            };
            yield return new("injectFault", "Breaks something, by its name in listFaults; what was wrong with the same channel ends.",
                [Text("name", "the name of a fault"), NumberOr("amount", "see listFaults", -LargestAmount, LargestAmount, Ordinary)],
                (session, arguments) => Inject(session.Holder, arguments));
            yield return new("clearFaults", "Puts everything right again, or one channel.",
                [Text("channel", "a channel, or \"all\"", whenAbsent: Everything)],
                (session, arguments) => Clear(session.Holder, arguments.Text("channel")));
        }
    }

    private static object Inject(VirtualHolder holder, ControlArguments arguments)
    {
        double? amount = arguments.TextOrNull("amount") is null ? arguments.Number("amount") : null;
        try
        {
            holder.Inject(arguments.Text("name"), amount);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw new ControlException(problem.Message.Split(" (Parameter", 2)[0]);
        }

        return State(holder);
    }

    private static object Clear(VirtualHolder holder, string channel)
    {
        if (channel == Everything)
        {
            holder.ClearFaults();
        }
        else if (!holder.ClearFault(channel))
        {
            throw new ControlException($"nothing is wrong with \"{channel}\"");
        }

        return State(holder);
    }

    private static object State(VirtualHolder holder) =>
        new { seconds = holder.Queue.NowUs / 1e6, active = Active(holder) };

    private static string[] Active(VirtualHolder holder) => [.. holder.Faults.Select(fault => fault.Name)];

    private static object Describe(FaultDefinition fault) => new
    {
        name = fault.Name,
        channel = fault.Channel,
        kind = fault.Kind.ToString().ToLowerInvariant(),
        summary = fault.Summary,
        amount = fault.Amount,
    };
}
