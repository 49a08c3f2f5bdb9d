namespace IqosDevice.Emulator.Holder.Control;

/// <summary>A request cannot be carried out; the message is the reply's <c>error</c>.</summary>
public sealed class ControlException : Exception
{
    public ControlException(string message)
        : base(message)
    {
    }
}
