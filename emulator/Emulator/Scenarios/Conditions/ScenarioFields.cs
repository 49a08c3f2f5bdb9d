using IqosDevice.Emulator.Scenarios.Running;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>Everything that can be expected of a holder by name, defined once: reader, schema and manual use this table.</summary>
internal static class ScenarioFields
{
    public static IReadOnlyList<ScenarioField> All { get; } = [.. Believed(), .. TrueValues(), .. Shown()];

    public static ScenarioField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>What the firmware believes.</summary>
    private static IEnumerable<ScenarioField> Believed()
    {
        yield return Choice<HolderState>("state", "State of the holder", world => world.Holder.Firmware.State);
        yield return Number("faultRow", "Row of the safety checklist that tripped; 0 for none", world => world.Holder.Firmware.FaultRow);
        yield return Flag("locked", "Locked by the user", world => world.Holder.Firmware.Locked);
        yield return Number("setpointCelsius", "Set point, °C; 0 with the heater off", world => world.Holder.Firmware.SetpointCelsius);
        yield return Number("secondsLeft", "Seconds left in the session", world => world.Holder.Firmware.SecondsLeft);
        yield return Number("puffsLeft", "Puffs left in the session", world => world.Holder.Firmware.PuffsLeft);
        yield return Number("puffsTaken", "Puffs counted in this session or the last", world => world.Holder.Firmware.PuffsTaken);
        yield return Number("meanPuffMl", "Mean volume of the puffs, ml, as estimated", world => world.Holder.Firmware.MeanPuffMl);
        yield return Flag("puffing", "The firmware sees a puff", world => world.Holder.Firmware.Puffing);
        yield return Number("shownSocPercent", "Charge as users see it, percent", world => world.Holder.Firmware.ShownSocPercent);
        yield return Number("usesLeft", "Sessions left", world => world.Holder.Firmware.UsesLeft);
        yield return Choice<SessionEndReason>("endReason", "Why the last session ended", world => world.Holder.Firmware.LastEndReason);
        yield return Choice<StartRefusal>("refusal", "Why the last start was refused", world => world.Holder.Firmware.LastRefusal);
        yield return Flag("hung", "The firmware's loop has ended by an exception", world => world.Holder.Firmware.IsHung);
    }

    /// <summary>What is true of plant, board and radio.</summary>
    private static IEnumerable<ScenarioField> TrueValues()
    {
        yield return Number("seconds", "Virtual time since the start, s", world => world.Now.TotalSeconds);
        yield return Number("heaterCelsius", "True temperature of the heater, °C", world => world.Holder.Plant.HeaterCelsius);
        yield return Number("hottestCelsius", "Highest true heater temperature so far, °C", world => world.HottestCelsius);
        yield return Number("stickCelsius", "True temperature of the stick, °C", world => world.Holder.Plant.StickCelsius);
        yield return Number("heaterWatts", "Power into the heater, W", world => world.Holder.Plant.HeaterWatts);
        yield return Number("cellVolts", "Voltage at the cell's terminals, V", world => world.Holder.Plant.CellVolts);
        yield return Number("cellAmps", "Current into the cell, A; positive = charging", world => world.Holder.Plant.CellAmps);
        yield return Number("chargePercent", "True charge of the cell, percent", world => world.Holder.Plant.CellStateOfCharge * 100);
        yield return Number("ambientCelsius", "Temperature of the surroundings, °C", world => world.Holder.Plant.AmbientCelsius);
        yield return Flag("stickPresent", "A stick is inserted", world => world.Holder.Plant.StickInserted);
        yield return Flag("docked", "The holder is in its charger, or plugged in where it is one piece", world => world.Holder.Board.DockContact);
        yield return Flag("connected", "A client is connected", world => world.Holder.Peripheral.IsConnected);
        yield return Flag("advertising", "The holder advertises", world => world.Holder.Peripheral.IsAdvertising);
    }

    /// <summary>What a user sees and feels.</summary>
    private static IEnumerable<ScenarioField> Shown()
    {
        foreach (Lamp lamp in Lamp.All)
        {
            yield return Number(lamp.Name, $"{lamp.Meaning} now, permille", world => world.Holder.Board.Pwm.PermilleAt(lamp.Pin));
            yield return Number(lamp.CountName, $"{lamp.Meaning}: how often it came on since the last act", world => world.Lamps.Count(lamp));
        }
    }

    private static ScenarioField Number(string name, string meaning, Func<ScenarioWorld, double> read) =>
        new(name, meaning + ".", FieldKind.Number, world => read(world));

    private static ScenarioField Flag(string name, string meaning, Func<ScenarioWorld, bool> read) =>
        new(name, meaning + ".", FieldKind.Flag, world => read(world));

    private static ScenarioField Choice<T>(string name, string meaning, Func<ScenarioWorld, T> read)
        where T : struct, Enum =>
        new(name, meaning + ".", FieldKind.Choice, world => read(world).ToString()) { Choices = Enum.GetNames<T>() };
}
