using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace IqosDevice.Cli;

/// <summary>Adds worked examples to a command's <c>--help</c>.</summary>
internal static class HelpExamples
{
    /// <summary>Gives a command a help option that ends with examples: a command line and what it does.</summary>
    public static TCommand WithExamples<TCommand>(this TCommand command, params (string Line, string Meaning)[] examples)
        where TCommand : Command
    {
        // The root brings a help option; a subcommand would inherit it, and with it the root's examples.
        HelpOption? help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        return command;
    }

    private sealed class HelpWithExamples(HelpAction inner, (string Line, string Meaning)[] examples)
        : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int result = inner.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach ((string line, string meaning) in examples)
            {
                output.WriteLine("  " + line);
                output.WriteLine("      " + meaning);
            }

            return result;
        }
    }
}
