using System.Runtime.Intrinsics;

namespace IqosDevice.Emulator.Plant;

/// <summary>
/// What the plant integrates; also holds a derivative, each member per second. A struct, so that a step of the
/// integrator allocates nothing.
/// </summary>
internal struct PlantState
{
    // Members that a vector takes at a time; there is an even number of them, and nothing else.
    private const int VectorMembers = 2;
    private const int Members = 10;

    // The first member: vectors count from here.
    public double HeaterCelsius;
    public double StickCelsius;

    /// <summary>Heat that the stick's drying has taken so far.</summary>
    public double DriedJoules;

    public double ThermocoupleCelsius;

    /// <summary>0..1.</summary>
    public double StateOfCharge;

    /// <summary>Voltage over the RC pair, positive after a discharge.</summary>
    public double PolarizationVolts;

    public double CellCelsius;
    public double BoardCelsius;
    public double HeaterJoules;

    /// <summary>What the heater's resistance has gained by age, as a share.</summary>
    public double HeaterAgeing;

    /// <summary>Becomes another state moved along a derivative.</summary>
    public void MoveFrom(in PlantState origin, in PlantState rate, double seconds)
    {
        double charge = origin.StateOfCharge + (rate.StateOfCharge * seconds);
        for (nuint i = 0; i < Members; i += VectorMembers)
        {
            Put(i, At(origin, i) + (At(rate, i) * seconds));
        }

        StateOfCharge = Math.Clamp(charge, 0, 1);
    }

    /// <summary>Becomes another state moved along two derivatives, each for its own time.</summary>
    public void MoveFrom(in PlantState origin, in PlantState first, double firstSeconds, in PlantState second, double secondSeconds)
    {
        double charge = origin.StateOfCharge + (first.StateOfCharge * firstSeconds) + (second.StateOfCharge * secondSeconds);
        for (nuint i = 0; i < Members; i += VectorMembers)
        {
            Put(i, At(origin, i) + ((At(first, i) * firstSeconds) + (At(second, i) * secondSeconds)));
        }

        StateOfCharge = Math.Clamp(charge, 0, 1);
    }

    private static Vector128<double> At(in PlantState state, nuint member) =>
        Vector128.LoadUnsafe(in state.HeaterCelsius, member);

    private void Put(nuint member, Vector128<double> values) => values.StoreUnsafe(ref HeaterCelsius, member);
}
