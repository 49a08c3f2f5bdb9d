using IqosDevice.Emulator.Plant;
using static IqosDevice.Emulator.Holder.Control.ControlParameter;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>The verbs of what hands and the world do: the methods of <see cref="VirtualHolder"/>.</summary>
internal static class ActVerbs
{
    public static IEnumerable<ControlVerb> All => [.. Hands(), .. Surroundings()];

    private static IEnumerable<ControlVerb> Hands()
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

    /// <exception cref="ControlException">The model has no charger to be put into.</exception>
    private static VirtualHolder WithCharger(VirtualHolder holder) => holder.Model.HasSeparateHolder
        ? holder
        : throw new ControlException($"{holder.Model.Name} is one piece and has no dock; \"setUsbPower\" charges it");

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
}
