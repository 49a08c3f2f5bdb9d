using static IqosDevice.Emulator.Holder.Control.ControlParameter;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>The verbs that decide how virtual time passes.</summary>
internal static class TimeVerbs
{
    private const double LongestSeconds = 86400;

    public static IEnumerable<ControlVerb> All
    {
        get
        {
            yield return Time("time", "Virtual time, speed, and whether time stands still.", [], (_, _) => { });
            yield return Time("setSpeed", "Sets how fast virtual time passes.",
                [NumberOrChoice("speed", "x real time", 0.01, 100000, "max")],
                (time, arguments) => time.Speed = arguments.TextOrNull("speed") is null
                    ? arguments.Number("speed")
                    : double.PositiveInfinity);
            yield return Time("pause", "Lets virtual time stand still.", [], (time, _) => time.Paused = true);
            yield return Time("resume", "Lets virtual time pass again.", [], (time, _) => time.Paused = false);
            yield return Time("advance", "Runs virtual time forward at once; the reply comes when it has passed.",
                [Number("seconds", "virtual s", 0.001, LongestSeconds)],
                (time, arguments) => time.Advance(arguments.Seconds("seconds")));
            yield return Time("step", "Lets time stand still but for so many turns of the firmware's loop, 20 ms each.",
                [WholeNumber("ticks", "turns", 1, 5000, whenAbsent: 1)],
                (time, arguments) =>
                {
                    time.Paused = true;
                    time.Advance(TimeSpan.FromMicroseconds(VirtualHolder.TickUs * arguments.Number("ticks")));
                });
            yield return new("runUntil", "Runs virtual time forward at once until a condition on the state holds.",
                [
                    Text("condition", "a condition, e.g. \"state = Session and heaterCelsius >= 330\""),
                    Number("limitSeconds", "virtual s", 0.02, LongestSeconds, whenAbsent: 3600),
                ],
                (session, arguments) => RunUntil(
                    session, SnapshotCondition.Parse(arguments.Text("condition")), arguments.Seconds("limitSeconds")))
            {
                Kind = ControlVerbKind.Time,
            };
        }
    }

    private static object RunUntil(ControlSession session, SnapshotCondition condition, TimeSpan limit)
    {
        long endUs = session.Holder.Queue.NowUs + (long)limit.TotalMicroseconds;
        HolderSnapshot snapshot = session.Holder.Snapshot();
        bool runs = true;
        while (!condition.Holds(snapshot) && session.Holder.Queue.NowUs < endUs && runs)
        {
            // Time that does not move any more has come to the end of the run.
            long beforeUs = session.Holder.Queue.NowUs;
            session.Time.Advance(TimeSpan.FromMicroseconds(VirtualHolder.TickUs));
            runs = session.Holder.Queue.NowUs > beforeUs;
            snapshot = session.Holder.Snapshot();
        }

        return new { reached = condition.Holds(snapshot), state = snapshot };
    }

    private static ControlVerb Time(
        string name, string summary, IReadOnlyList<ControlParameter> parameters, Action<ITimeControl, ControlArguments> change) =>
        new(name, summary, parameters, (session, arguments) =>
        {
            change(session.Time, arguments);
            return new
            {
                seconds = session.Holder.Queue.NowUs / 1e6,
                speed = double.IsPositiveInfinity(session.Time.Speed) ? (object)"max" : session.Time.Speed,
                paused = session.Time.Paused,
            };
        })
        {
            Kind = ControlVerbKind.Time,
        };
}
