using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Holder.Sessions.Starts;

/// <summary>
/// Gates that cannot be built: they know the cell exactly, and this very session before it is smoked, and apply the rule of
/// checklist row 43. What they refuse of the sessions that last is the price of the rule; no estimate of the charge lowers it.
/// </summary>
/// <param name="SessionJoules">What the session takes out of the cell.</param>
/// <param name="StoredJoules">What is stored in it, down to a rested cell at its cut-off.</param>
/// <param name="Gives">Down to the cut-off under this session's load the cell gives 1.15 times what the session takes.</param>
public readonly record struct AllKnowingGate(double SessionJoules, double StoredJoules, bool Gives)
{
    /// <summary>Energy that the rule demands, by what the session takes.</summary>
    public const double Margin = 1.15;

    /// <summary>1.15 times what the session takes is stored in the cell: what this leaves out is what its resistance keeps back.</summary>
    public bool Stores => StoredJoules >= Margin * SessionJoules;

    /// <summary>Looks at a session that lasts.</summary>
    /// <param name="draw">The start.</param>
    /// <param name="takenCharge">Charge that the session takes, 0..1.</param>
    /// <param name="lastsFrom">Plays the same session from another charge.</param>
    internal static AllKnowingGate Of(StartDraw draw, double takenCharge, Func<double, bool> lastsFrom)
    {
        double session = Joules(draw.Plant, draw.StateOfCharge) - Joules(draw.Plant, draw.StateOfCharge - takenCharge);
        double stored = Joules(draw.Plant, draw.StateOfCharge);

        // The cell gives 1.15 times a session where it gives the session once 0.15 of it are gone.
        double left = stored - ((Margin - 1) * session);
        return new(session, stored, left > 0 && lastsFrom(ChargeOf(draw.Plant, left)));
    }

    /// <summary>Energy stored below a charge, joules.</summary>
    private static double Joules(PlantParameters plant, double charge)
    {
        IReadOnlyList<double> volts = plant.Cell.OpenCircuitVolts;
        double step = 1.0 / (volts.Count - 1);
        double sum = 0;
        for (int point = 0; point * step < charge; point++)
        {
            double width = Math.Min(step, charge - (point * step));
            sum += width * (volts[point] + plant.Cell.OpenCircuitVoltsAt((point * step) + width)) / 2;
        }

        return sum * plant.CellAmpereHours * 3600;
    }

    private static double ChargeOf(PlantParameters plant, double joules)
    {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 30; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = Joules(plant, middle) < joules ? (middle, high) : (low, middle);
        }

        return low;
    }
}
