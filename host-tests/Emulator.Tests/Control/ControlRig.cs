using System.Text.Json;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;

namespace IqosDevice.Emulator.Tests.Control;

/// <summary>A holder with one control client, without a transport.</summary>
internal sealed class ControlRig : IDisposable, ITimeControl
{
    private readonly ControlSession session;

    public ControlRig(string model = "ILUMA i")
    {
        Holder = VirtualHolder.Start(new HolderOptions { Model = model });
        session = new ControlSession(Holder, this, Pushed.Add);
    }

    public VirtualHolder Holder { get; }

    /// <summary>Event lines that the client was sent.</summary>
    public List<string> Pushed { get; } = [];

    public double Speed { get; set; } = 1;

    public bool Paused { get; set; }

    public void Advance(TimeSpan duration) => Holder.Advance(duration);

    /// <summary>The reply line as it goes to the client.</summary>
    public string ExecuteLine(string line) => session.Execute(line);

    public JsonElement Execute(string line) => JsonSerializer.Deserialize<JsonElement>(session.Execute(line));

    /// <summary>The result of a request that must succeed.</summary>
    public JsonElement Result(string line)
    {
        JsonElement reply = Execute(line);
        reply.GetProperty("ok").GetBoolean().ShouldBeTrue(reply.GetRawText());
        return reply.GetProperty("result");
    }

    /// <summary>The error of a request that must fail.</summary>
    public string Error(string line)
    {
        JsonElement reply = Execute(line);
        reply.GetProperty("ok").GetBoolean().ShouldBeFalse(reply.GetRawText());
        return reply.GetProperty("error").GetString()!;
    }

    /// <summary>The client goes; the holder stays.</summary>
    public void Leave() => session.Dispose();

    public void Dispose()
    {
        session.Dispose();
        Holder.Dispose();
    }
}
