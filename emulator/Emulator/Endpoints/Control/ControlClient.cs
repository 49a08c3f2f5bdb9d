using System.Text;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Endpoints.Control;

/// <summary>One client of the control channel. Used inside the simulation.</summary>
public sealed class ControlClient
{
    private readonly StreamSession session;

    internal ControlClient(StreamSession session) => this.session = session;

    /// <summary>Who it is, for the log.</summary>
    public string Peer => session.Peer;

    /// <summary>Called once, when the client has gone; whatever it watched ends here.</summary>
    public Action? Left { get; set; }

    /// <summary>
    /// Sends one object as a line, as an answer or of the holder's own accord. Never waits: a client that does not
    /// read is dropped.
    /// </summary>
    /// <exception cref="ArgumentException">The text has an end of line in it.</exception>
    public void Send(string json)
    {
        if (json.Contains('\n'))
        {
            throw new ArgumentException("An object goes on one line.", nameof(json));
        }

        session.Send(Encoding.UTF8.GetBytes(json), "\n"u8);
    }
}
