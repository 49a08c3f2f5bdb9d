using System.Net;
using System.Text.RegularExpressions;

namespace IqosDevice.Portal.Tests;

/// <summary>Opens pages and sends their forms, as a browser without script would.</summary>
internal sealed partial class PageVisitor(PortalClient client)
{
    /// <summary>The page that is open.</summary>
    public string Body { get; private set; } = string.Empty;

    public async Task<PortalClient.Answer> OpenAsync(string path)
    {
        PortalClient.Answer answer = await client.GetAsync(path);
        Body = answer.Body;
        return answer;
    }

    /// <summary>Sends the form of the open page that goes to an address, with what it holds and with what is filled in.</summary>
    public async Task<PortalClient.Answer> SubmitAsync(string action, params (string Field, string Value)[] fields)
    {
        Dictionary<string, string> values = HiddenOf(action);
        foreach ((string field, string value) in fields)
        {
            values[field] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        PortalClient.Answer answer = await client.SendAsync(HttpMethod.Post, action, content);
        Body = answer.Body;
        return answer;
    }

    /// <summary>The antiforgery token of a form of the open page.</summary>
    public string TokenOf(string action) => HiddenOf(action)["antiforgery"];

    private Dictionary<string, string> HiddenOf(string action)
    {
        string form = FormPattern().Matches(Body).Select(match => match.Value)
            .First(text => text.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        return HiddenPattern().Matches(form)
            .ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HiddenPattern();
}
