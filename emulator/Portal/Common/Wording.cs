namespace IqosDevice.Portal.Common;

/// <summary>One text in both languages of the portal, side by side so that neither is forgotten.</summary>
public sealed record Wording(string English, string Hungarian)
{
    public string In(Language language) => language == Language.Hungarian ? Hungarian : English;
}
