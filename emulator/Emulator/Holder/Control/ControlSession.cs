using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>
/// One client of the control channel, without its transport: a line of JSON goes in, a line of JSON comes out, and
/// watched state is pushed. Lives inside the simulation, like the holder.
/// <para>
/// <c>{"id":1,"verb":"holdButton","seconds":1.2}</c> is answered by <c>{"id":1,"ok":true,"result":{"seconds":12.5}}</c>
/// or by <c>{"id":1,"ok":false,"error":"..."}</c>; the id may be any JSON value. An event is
/// <c>{"event":"state","state":{...}}</c>.
/// </para>
/// </summary>
public sealed class ControlSession : IDisposable
{
    private const string IdProperty = "id";
    private const string VerbProperty = "verb";

    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly Action<string> push;
    private ScheduledEvent? nextWatch;

    /// <param name="holder">Whom the verbs act upon; not owned.</param>
    /// <param name="time">Who paces the holder's queue.</param>
    /// <param name="push">Sends an event line to the client; must not block.</param>
    public ControlSession(VirtualHolder holder, ITimeControl time, Action<string> push)
    {
        Holder = holder;
        Time = time;
        this.push = push;
    }

    /// <summary>How results and events are written, at every door.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public VirtualHolder Holder { get; }

    public ITimeControl Time { get; }

    /// <summary>Carries out one request; every line, however wrong, gets one line of reply.</summary>
    public string Execute(string line)
    {
        JsonElement? id = null;
        try
        {
            using JsonDocument document = Parse(line);
            JsonElement request = document.RootElement;
            id = request.TryGetProperty(IdProperty, out JsonElement given) ? given.Clone() : null;
            ControlVerb verb = ReadVerb(request);
            object result = Carry(verb, new ControlArguments(verb, request.EnumerateObject().Where(IsParameter)));
            return JsonSerializer.Serialize(new { id, ok = true, result }, JsonOptions);
        }
        catch (ControlException problem)
        {
            return JsonSerializer.Serialize(new { id, ok = false, error = problem.Message }, JsonOptions);
        }
    }

    /// <summary>Carries out a verb whose parameters are the properties of an object.</summary>
    /// <returns>The verb's result, as JSON.</returns>
    /// <exception cref="ControlException">It cannot be done; the message says why and what can.</exception>
    public string Execute(ControlVerb verb, JsonElement parameters) =>
        JsonSerializer.Serialize(Carry(verb, new ControlArguments(verb, parameters)), JsonOptions);

    /// <summary>Carries out a verb; who listens to the holder's acts hears of it first.</summary>
    /// <exception cref="ControlException">It cannot be done; the message says why and what can.</exception>
    internal object Carry(ControlVerb verb, ControlArguments arguments)
    {
        if (verb.Kind == ControlVerbKind.Act)
        {
            Holder.ActComing?.Invoke(verb.Name, arguments.Values);
        }

        return verb.Run(this, arguments);
    }

    /// <summary>Ends what the client has started.</summary>
    public void Dispose() => StopWatch();

    internal HolderSnapshot StartWatch(TimeSpan interval)
    {
        StopWatch();
        ScheduleWatch((long)interval.TotalMicroseconds);
        return Holder.Snapshot();
    }

    internal void StopWatch()
    {
        nextWatch?.Cancel();
        nextWatch = null;
    }

    private static bool IsParameter(JsonProperty property) => property.Name is not (IdProperty or VerbProperty);

    private static JsonDocument Parse(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, ReadOptions);
        }
        catch (JsonException problem)
        {
            throw new ControlException($"not a line of JSON: {problem.Message}");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw new ControlException("a request is an object: {\"id\":1,\"verb\":\"help\"}");
    }

    private static ControlVerb ReadVerb(JsonElement request) =>
        request.TryGetProperty(VerbProperty, out JsonElement verb) && verb.ValueKind == JsonValueKind.String
            ? ControlVerbs.Find(verb.GetString()!)
            : throw new ControlException("a request has a \"verb\": {\"id\":1,\"verb\":\"help\"}");

    private void ScheduleWatch(long intervalUs) => nextWatch = Holder.Queue.After(intervalUs, () =>
    {
        push(JsonSerializer.Serialize(new { @event = "state", state = Holder.Snapshot() }, JsonOptions));
        ScheduleWatch(intervalUs);
    });
}
