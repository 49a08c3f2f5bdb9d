namespace IqosDevice.Emulator.Board.Signals;

/// <summary>Something wrong on the way of a quantity to the chip that measures it.</summary>
public interface ISignalFault
{
    /// <summary>What the chip gets instead of the truth.</summary>
    /// <param name="truth">The quantity as the plant has it, in the unit of its path.</param>
    /// <param name="nowUs">Time, µs; never before that of an earlier call.</param>
    double Distort(double truth, long nowUs);
}
