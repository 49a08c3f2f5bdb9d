using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board.Signals;

/// <summary>A contact that is open at times: a function of time and seed, however often somebody looks.</summary>
public sealed class LooseContact
{
    private const long PieceUs = 50_000;

    private readonly NoiseSource noise;
    private readonly double openShare;

    /// <param name="seed">Seed.</param>
    /// <param name="openShare">Share of time without contact, 0..1.</param>
    public LooseContact(ulong seed, double openShare)
    {
        noise = new NoiseSource(seed, "contact");
        this.openShare = openShare;
    }

    public bool IsOpen(long nowUs) => noise.Uniform(nowUs / PieceUs) < openShare;
}
