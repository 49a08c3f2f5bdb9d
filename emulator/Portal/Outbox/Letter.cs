using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Outbox;

/// <summary>What a message says, before it is decided to whom and in which language it goes.</summary>
/// <param name="Topic">What it is about; one of <see cref="Letters"/>.</param>
/// <param name="Subject">Subject of the e-mail; a text message has none.</param>
/// <param name="Body">Text.</param>
public sealed record Letter(string Topic, Wording Subject, Wording Body)
{
    public string? Code { get; init; }

    public string? Link { get; init; }
}
