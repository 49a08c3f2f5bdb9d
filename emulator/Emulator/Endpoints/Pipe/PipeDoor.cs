namespace IqosDevice.Emulator.Endpoints.Pipe;

/// <summary>Who of a pipe's clients came last. Written inside the simulation, read on any.</summary>
internal sealed class PipeDoor
{
    private volatile PipeConnection? newest;

    public PipeConnection? Newest
    {
        get => newest;
        set => newest = value;
    }
}
