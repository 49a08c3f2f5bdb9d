using IqosDevice.Firmware.Core.Storage;
using static IqosDevice.Emulator.Holder.Control.ControlParameter;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>
/// Every verb of the control channel, defined once: physical acts are the methods of <see cref="VirtualHolder"/>;
/// the rest looks at the holder or decides how time passes. Any transport offers this table.
/// </summary>
public static class ControlVerbs
{
    /// <summary>All verbs, in the order in which <c>help</c> lists them.</summary>
    public static IReadOnlyList<ControlVerb> All { get; } =
        [.. Looks(), .. Pushes(), .. ActVerbs.All, .. FaultVerbs.All, .. TimeVerbs.All];

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

    private static ControlVerb Look(
        string name, string summary, IReadOnlyList<ControlParameter> parameters, Func<VirtualHolder, ControlArguments, object> look) =>
        new(name, summary, parameters, (session, arguments) => look(session.Holder, arguments)) { Kind = ControlVerbKind.Look };

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
