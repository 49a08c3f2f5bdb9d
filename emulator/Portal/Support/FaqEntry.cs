using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>A frequent question with a short answer and a full one.</summary>
public sealed record FaqEntry(string Id, Wording Question, Wording ShortAnswer, Wording FullAnswer);
