using IqosDevice.Cli.Diagnosis;

namespace IqosDevice.Cli.Tests.Diagnosis;

/// <summary>A machine with the programs that a test puts on it, and what each of them answers.</summary>
internal sealed class FakeMachine : IMachine
{
    private readonly Dictionary<string, string?> answers = [];

    public FakeMachine With(string program, string? answer)
    {
        answers[PathOf(program)] = answer;
        return this;
    }

    public string? FindProgram(string name) => answers.ContainsKey(PathOf(name)) ? PathOf(name) : null;

    public Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        Task.FromResult(answers[program]);

    private static string PathOf(string name) => Path.Combine("/programs", name);
}
