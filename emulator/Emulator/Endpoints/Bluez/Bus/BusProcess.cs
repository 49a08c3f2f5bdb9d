namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>
/// The program behind a connection: libraries open several connections, and what one of them begins another ends. Where
/// the kernel does not tell the process (it lives in another container), each connection stands for itself.
/// </summary>
/// <param name="Id">Number of the process; 0 where it is not known.</param>
/// <param name="Connection">Unique name of the one connection; null where the process is known.</param>
internal sealed record BusProcess(int Id, string? Connection)
{
    public override string ToString() => Connection is null ? $"process {Id}" : $"bus client {Connection}";
}
