namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>A line of the firmware or the board, and when it was written.</summary>
/// <param name="Seconds">Virtual time since the start of the simulation.</param>
/// <param name="Text">The line.</param>
public readonly record struct LogLine(double Seconds, string Text);
