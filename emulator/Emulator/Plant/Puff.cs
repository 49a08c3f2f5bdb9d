namespace IqosDevice.Emulator.Plant;

/// <summary>One puff: when it begins after Ready, how much, how long.</summary>
public readonly record struct Puff(double StartSeconds, double Millilitres, double Seconds);
