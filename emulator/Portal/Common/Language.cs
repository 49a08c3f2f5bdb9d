namespace IqosDevice.Portal.Common;

/// <summary>The languages of pages and messages.</summary>
public enum Language
{
    English,
    Hungarian,
}
