using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// How strongly an advertisement arrives: the log-distance model with free-space exponent, and the scatter of a room
/// (Rappaport, "Wireless Communications", 4.9).
/// </summary>
internal sealed class RadioPath
{
    /// <summary>Received power at one metre, as beacons of 0 dBm are calibrated.</summary>
    private const double DbmAtOneMetre = -59;

    private const double DbPerDecade = 20;
    private const double ScatterDb = 2.5;

    /// <summary>What a common controller still hears.</summary>
    private const double SensitivityDbm = -97;

    private readonly DeterministicRandom random;

    public RadioPath(ulong seed) => random = DeterministicRandom.For(seed, "radio path");

    /// <summary>Takes the strength of the next advertisement.</summary>
    /// <returns>False where it is too weak to be heard.</returns>
    public bool TryHear(double distanceMetres, out short rssiDbm)
    {
        double dbm = DbmAtOneMetre - (DbPerDecade * Math.Log10(Math.Max(distanceMetres, 0.01))) + (ScatterDb * random.NextGaussian());
        rssiDbm = (short)Math.Clamp(Math.Round(dbm), -127, 20);
        return dbm >= SensitivityDbm;
    }
}
