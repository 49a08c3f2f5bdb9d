namespace IqosDevice.Emulator.Board.Signals;

/// <summary>A loose contact: the truth, and at times the value of an open wire. Both last for multiples of 50 ms.</summary>
public sealed class IntermittentSignal : ISignalFault
{
    private readonly LooseContact contact;
    private readonly double openValue;

    /// <param name="seed">Seed of the contact.</param>
    /// <param name="openShare">Share of time without contact, 0..1.</param>
    /// <param name="openValue">What arrives meanwhile.</param>
    public IntermittentSignal(ulong seed, double openShare, double openValue)
    {
        contact = new LooseContact(seed, openShare);
        this.openValue = openValue;
    }

    /// <inheritdoc/>
    public double Distort(double truth, long nowUs) => contact.IsOpen(nowUs) ? openValue : truth;
}
