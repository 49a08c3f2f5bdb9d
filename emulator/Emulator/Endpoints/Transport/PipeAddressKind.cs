namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Kinds of streams that an endpoint can be reached through.</summary>
public enum PipeAddressKind
{
    Unix,
    Tcp,
    NamedPipe,
    Stdio,
}
