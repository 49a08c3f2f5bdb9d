using System.CommandLine;
using IqosDevice.Cli.Dashboard;

namespace IqosDevice.Cli.Commands;

/// <summary>The options <c>--http</c> and <c>--http-token</c>.</summary>
internal sealed class HttpOptions
{
    private readonly Option<HttpAddress?> address = new("--http")
    {
        Description = $"Where dashboard and HTTP API are served: {HttpAddress.Forms}. Default: {HttpAddress.Default}, or any free "
            + "port of this machine where that one is taken.",
        HelpName = "ADDRESS",
        CustomParser = result =>
        {
            try
            {
                return result.Tokens[0].Value == HttpAddress.Off ? HttpAddress.Nowhere : HttpAddress.Parse(result.Tokens[0].Value);
            }
            catch (FormatException problem)
            {
                result.AddError(problem.Message);
                return null;
            }
        },
    };

    private readonly Option<string?> token = new("--http-token")
    {
        Description = "The token that opens dashboard and HTTP API, for scripts. Default: a new one each run.",
        HelpName = "TOKEN",
    };

    public HttpOptions() => token.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && (text.Length == 0 || text.Any(letter => letter is <= ' ' or > '~')))
        {
            result.AddError("--http-token is made of letters, digits and signs, without spaces.");
        }
    });

    public void AddTo(Command command)
    {
        command.Add(address);
        command.Add(token);
    }

    /// <summary>Where to serve; null for nowhere.</summary>
    public HttpAddress? Address(ParseResult parsed) =>
        parsed.GetResult(address) is null ? HttpAddress.Default
        : parsed.GetValue(address) is { } given && given != HttpAddress.Nowhere ? given
        : null;

    /// <summary>The token; null for a new one.</summary>
    public string? Token(ParseResult parsed) => parsed.GetValue(token);
}
