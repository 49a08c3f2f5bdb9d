namespace IqosDevice.Portal.Accounts;

/// <summary>Who signs in: a browser, which gets a cookie, or an app, which gets tokens.</summary>
public enum ClientKind
{
    Web,
    App,
}
