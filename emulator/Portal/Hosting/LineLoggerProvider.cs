using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Hosting;

/// <summary>Warnings and errors of the framework as single lines.</summary>
internal sealed class LineLoggerProvider(Action<string> write) : ILoggerProvider
{
    // That keys are kept in the clear in a folder of one's own is meant so, and said in docs/portal-security.md.
    private const string KeyManager = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    // Every start meets a database without the table of migrations once.
    private const string Commands = "Microsoft.EntityFrameworkCore.Database.Command";

    public ILogger CreateLogger(string categoryName) => new LineLogger(write, categoryName);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class LineLogger(Action<string> write, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && category is not (KeyManager or Commands);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                // The type of a failure, never its message: that may hold what somebody typed.
                string failure = exception is null ? string.Empty : $" ({exception.GetType().Name})";
                string line = $"portal: {logLevel}: {category}: {formatter(state, null)}{failure}";

                // One line, and nothing in it that a terminal would obey.
                write(string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter)));
            }
        }
    }
}
