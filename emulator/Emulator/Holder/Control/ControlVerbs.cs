using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Storage;
using static IqosDevice.Emulator.Holder.Control.ControlParameter;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>
/// Every verb of the control channel, defined once: physical acts are the methods of <see cref="VirtualHolder"/>;
/// the rest looks at the holder or decides how time passes. Any transport offers this table.
/// </summary>
public static class ControlVerbs
{
    private const double LongestSeconds = 86400;

    /// <summary>All verbs, in the order in which <c>help</c> lists them.</summary>
    public static IReadOnlyList<ControlVerb> All { get; } =
        [.. Looks(), .. Pushes(), .. Acts(), .. Surroundings(), .. FaultVerbs.All, .. Times()];

    /// <exception cref="ControlException">There is no such verb.</exception>
    public static ControlVerb Find(string name) => All.FirstOrDefault(verb => verb.Name == name)
        ?? throw new ControlException($"no verb \"{name}\"; there are {string.Join(", ", All.Select(verb => verb.Name))}");

    private static IEnumerable<ControlVerb> Looks()
    {
        yield return Look("help", "Lists the verbs and their parameters.", [], (_, _) => DescribeAll());
        yield return Look("identity", "Which unit it is.", [], (holder, _) => Identify(holder));
        yield return Look("state", "What can be seen of the holder now.", [], (holder, _) => holder.Snapshot());
        yield return Look("settings", "What the user has set and what was calibrated.", [], (holder, _) => DescribeSettings(holder));
        yield return Look("eventLog", "The firmware's event log, oldest first.", [], (holder, _) => holder.Firmware.EventsFrom(-1).Select(LoggedEvent.Of));
        yield return Look("log", "The latest lines of firmware and board, oldest first.",
            [WholeNumber("last", "lines", 1, 2000, whenAbsent: 100)],
            (holder, arguments) => holder.LogLines.Last(arguments.WholeNumber("last")));
        yield return Look("trace", "The latest samples of the curves, ten a virtual second, oldest first.",
            [WholeNumber("last", "samples", 1, 36000, whenAbsent: 600)],
            (holder, arguments) => holder.Trace.Latest.Last(arguments.WholeNumber("last")));
    }

    private static IEnumerable<ControlVerb> Pushes()
    {
        yield return new("watch", "Sends the state again and again, as events, until unwatch; the reply holds the first.",
            [Number("intervalSeconds", "virtual s", 0.02, 3600, whenAbsent: 1)],
            (session, arguments) => session.StartWatch(arguments.Seconds("intervalSeconds")))
        {
            Kind = ControlVerbKind.Push,
        };
        yield return new("unwatch", "Ends watch.", [], (session, _) =>
        {
            session.StopWatch();
            return new { seconds = session.Holder.Queue.NowUs / 1e6 };
        })
        {
            Kind = ControlVerbKind.Push,
        };
    }

    private static IEnumerable<ControlVerb> Acts()
    {
        yield return Act("insertStick", "Inserts a fresh stick.", holder => holder.InsertStick());
        yield return Act("removeStick", "Takes the stick out.", holder => holder.RemoveStick());
        yield return Act("pressButton", "Presses the button and keeps it down.", holder => holder.PressButton());
        yield return Act("releaseButton", "Lets the button go.", holder => holder.ReleaseButton());
        yield return Act("holdButton", "Presses the button now and lets it go after a time.",
            [Number("seconds", "virtual s", 0.02, 60)],
            (holder, arguments) => holder.HoldButton(arguments.Seconds("seconds")));
        yield return Act("calibrate",
            "Takes the stick out, docks, and holds the button 5 s: the firmware measures its heater in some 15 s more.",
            holder => holder.Calibrate());
        yield return Act("puff", "Takes one puff.",
            [Number("millilitres", "ml", 1, 200, whenAbsent: 55), Number("seconds", "virtual s", 0.1, 20, whenAbsent: 2)],
            (holder, arguments) => holder.Puff(arguments.Number("millilitres"), arguments.Number("seconds")));
        yield return Act("playPuffs", "Plays a puff profile from now on.",
            [Choice("profile", "hci", "worst", "natural", "none")],
            (holder, arguments) => holder.PlayPuffs(PuffProfile.ByName(arguments.Text("profile"), holder.Options.Seed)));
        yield return Act("tilt", "Tilts the holder as to look at its lights.", holder => holder.Tilt());
        yield return Act("doubleTap", "Taps the holder twice.", holder => holder.DoubleTap());
        yield return Act("dock", "Puts the holder into the charger.", holder => WithCharger(holder).Dock());
        yield return Act("undock", "Takes the holder out of the charger.", holder => WithCharger(holder).Undock());
    }

    private static IEnumerable<ControlVerb> Surroundings()
    {
        yield return Act("setUsbPower", "Plugs the charger's USB cable in or out.",
            [Boolean("plugged")],
            (holder, arguments) => holder.SetUsbPower(arguments.Boolean("plugged")));
        yield return Act("setAmbient", "Sets the temperature of the surroundings.",
            [Number("celsius", "°C", -40, 85)],
            (holder, arguments) => holder.SetAmbient(arguments.Number("celsius")));
        yield return Act("dropLink", "Breaks the radio link as distance does.", holder => holder.DropLink());
        yield return Act("setReplyDelay", "Sets the time from a request to its reply on the air.",
            [WholeNumber("milliseconds", "virtual ms", 0, 60000)],
            (holder, arguments) => holder.SetReplyDelay((int)arguments.Number("milliseconds")));
        yield return Act("service", "Closes the service contact inside the case for 3.5 s: releases a lock-out.", holder => holder.Service());
        yield return Act("powerCycle", "Cuts the power and puts it back; the firmware boots again.",
            holder => holder.PowerCycle());
    }

    private static IEnumerable<ControlVerb> Times()
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

    private static object Identify(VirtualHolder holder) => new
    {
        model = holder.Model.Name,
        name = holder.LocalName,
        serialNumber = holder.Identity.SerialNumber,
        deviceCode = holder.Identity.HolderProductNumber,
        seed = holder.Options.Seed,
        hasDock = holder.Model.HasSeparateHolder,
    };

    private static object DescribeSettings(VirtualHolder holder)
    {
        Settings settings = holder.Firmware.Settings ?? throw new ControlException("the holder has no power; \"powerCycle\" restarts it");
        return new
        {
            settings.BrightnessPercent,
            settings.ChargerBrightnessPercent,
            settings.VibrateOnHeatingStart,
            settings.VibrateOnReady,
            settings.VibrateOnPuffEnd,
            settings.VibrateOnManualStop,
            settings.VibrateOnChargeStart,
            settings.Locked,
            settings.AutoStart,
            settings.PauseMode,
            settings.SmartGesture,
            settings.FlexPuff,
            settings.FlexBatteryEco,
            settings.HeaterR0MicroOhm,
        };
    }

    /// <exception cref="ControlException">The model has no charger to be put into.</exception>
    private static VirtualHolder WithCharger(VirtualHolder holder) => holder.Model.HasSeparateHolder
        ? holder
        : throw new ControlException($"{holder.Model.Name} is one piece and has no dock; \"setUsbPower\" charges it");

    private static ControlVerb Look(
        string name, string summary, IReadOnlyList<ControlParameter> parameters, Func<VirtualHolder, ControlArguments, object> look) =>
        new(name, summary, parameters, (session, arguments) => look(session.Holder, arguments)) { Kind = ControlVerbKind.Look };

    private static ControlVerb Act(string name, string summary, Action<VirtualHolder> act) =>
        Act(name, summary, [], (holder, _) => act(holder));

    /// <summary>An act upon the holder; the result tells when, in virtual time, it was done.</summary>
    private static ControlVerb Act(
        string name, string summary, IReadOnlyList<ControlParameter> parameters, Action<VirtualHolder, ControlArguments> act) =>
        new(name, summary, parameters, (session, arguments) =>
        {
            act(session.Holder, arguments);
            return new { seconds = session.Holder.Queue.NowUs / 1e6 };
        });

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

    private static object DescribeAll() => All.Select(verb => new
    {
        verb = verb.Name,
        kind = verb.Kind.ToString(),
        summary = verb.Summary,
        parameters = verb.Parameters.ToDictionary(parameter => parameter.Name, parameter => new
        {
            value = parameter.Describe(),
            type = parameter.Type.ToString(),
            unit = parameter.Unit,
            minimum = parameter.Minimum,
            maximum = parameter.Maximum,
            choices = parameter.Choices,
            @default = parameter.Default,
        }),
    });
}
