using System.Buffers;
using System.Text;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>One client's connection to the bus: authentication, Hello, then messages. Runs on the simulation's thread.</summary>
internal sealed class BusConnection : ISessionHandler
{
    private readonly MessageBus bus;
    private readonly Action<BusConnection> left;
    private readonly List<MatchRule> matchRules = [];
    private StreamSession? session;
    private SaslServer? sasl;
    private bool isMonitor;

    /// <param name="bus">The bus that it is on.</param>
    /// <param name="left">Called after the client has gone.</param>
    public BusConnection(MessageBus bus, Action<BusConnection> left)
    {
        this.bus = bus;
        this.left = left;
        Process = new BusProcess(0, null);
    }

    public bool MayAskAgain => false;

    /// <summary>The name that the bus gave it; null before Hello.</summary>
    public string? UniqueName { get; private set; }

    /// <summary>Who is behind it.</summary>
    public BusProcess Process { get; private set; }

    public PeerCredentials Credentials { get; private set; } = PeerCredentials.OfThisProcess;

    public string? Opened(StreamSession opened)
    {
        session = opened;
        if (opened.Credentials is not { } credentials || credentials.UserId != PeerCredentials.OfThisProcess.UserId)
        {
            return "only the user who runs the emulator may use this bus";
        }

        Credentials = credentials;
        sasl = new SaslServer(credentials.UserId, bus.Guid);
        return null;
    }

    public void Received(ref ReadOnlySequence<byte> bytes)
    {
        while (!sasl!.IsDone && !session!.IsEnding && sasl.TryAnswer(ref bytes, out string? answer))
        {
            if (answer is not null)
            {
                session.Send(Encoding.ASCII.GetBytes(answer), "\r\n"u8);
            }
        }

        while (sasl.IsDone && !session!.IsEnding && Message.TryRead(ref bytes, out Message? message))
        {
            Handle(message!);
        }
    }

    public void Closed(string reason)
    {
        if (isMonitor)
        {
            bus.RemoveMonitor(this);
        }
        else if (UniqueName is not null)
        {
            bus.Leave(this);
            left(this);
        }
    }

    /// <summary>From now on it is a client no more: it sees what its rules take of all that is said, and says nothing.</summary>
    public void BecomeMonitor(IEnumerable<MatchRule> rules)
    {
        isMonitor = true;
        matchRules.Clear();
        matchRules.AddRange(rules);
        bus.Leave(this);
        bus.AddMonitor(this);
        left(this);
    }

    /// <summary>Sends a whole message. Never waits: a client that does not read is dropped.</summary>
    public void Send(ReadOnlySpan<byte> message) => session!.Send(message, []);

    /// <summary>Whether one of its match rules takes a message.</summary>
    public bool Wants(MessageHeader header, ReadOnlySpan<byte> body, Func<string, bool> owns)
    {
        foreach (MatchRule rule in matchRules)
        {
            if (rule.Matches(header, body, owns))
            {
                return true;
            }
        }

        return false;
    }

    public void AddMatch(MatchRule rule)
    {
        if (matchRules.Count == DBusLimits.MostMatchRules)
        {
            throw DBusError.LimitsExceeded($"A client has at most {DBusLimits.MostMatchRules} match rules.");
        }

        matchRules.Add(rule);
    }

    public void RemoveMatch(MatchRule removed)
    {
        int index = matchRules.FindLastIndex(removed.IsSameAs);
        if (index < 0)
        {
            throw DBusError.MatchRuleNotFound();
        }

        matchRules.RemoveAt(index);
    }

    private void Handle(Message message)
    {
        if (isMonitor)
        {
            throw new ProtocolException("a monitor sent a message", 0);
        }

        if (UniqueName is not null)
        {
            bus.Route(this, message);
            return;
        }

        bool isHello = message.Header is { Type: MessageType.MethodCall, Interface: null or MessageBus.Name, Member: "Hello" }
            && MessageBus.IsDriver(message.Header.Destination);
        if (!isHello)
        {
            throw new ProtocolException("a message before Hello", 0);
        }

        UniqueName = bus.Enter(this);
        Process = Credentials.ProcessId > 0 ? new BusProcess(Credentials.ProcessId, null) : new BusProcess(0, UniqueName);
        bus.AnswerHello(this, message);
    }
}
