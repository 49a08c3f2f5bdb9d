namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>What the holder is doing when something goes wrong.</summary>
public enum MatrixPhase
{
    /// <summary>On its way to the set point, above 120 °C.</summary>
    HeatUp,

    /// <summary>At the set point, nobody puffs.</summary>
    Hold,

    /// <summary>One second into a puff of four; one follows every eight seconds.</summary>
    Puff,

    /// <summary>Half a second after the end of a session.</summary>
    CoolDown,

    /// <summary>In the charger.</summary>
    Charging,
}
