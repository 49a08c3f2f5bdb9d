using System.Runtime.InteropServices;
using System.Text;
using IqosDevice.Cli;

// Frames travel over stdout with --pipe stdio, so no byte-order mark may ever precede them.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = utf8;
}

const long SameRequestMs = 1000;
long askedAtMs = 0;
using var cancellation = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

var console = new CliConsole(Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
return (int)await CliApp.RunAsync(args, console, cancellation.Token);

// The first signal asks for an orderly end; a later one ends the process as usual. Some senders signal the process and
// its group, so what follows within a moment is the same request.
void End(PosixSignalContext context)
{
    if (!cancellation.IsCancellationRequested)
    {
        askedAtMs = Environment.TickCount64;
    }

    context.Cancel = Environment.TickCount64 - askedAtMs < SameRequestMs;
    cancellation.Cancel();
}
