using System.Runtime.InteropServices;
using System.Text;
using IqosDevice.Cli;

// Frames travel over stdout with --pipe stdio, so no byte-order mark may ever precede them.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (OperatingSystem.IsWindows())
{
    Console.OutputEncoding = utf8;
}

using var cancellation = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

var console = new CliConsole(Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
return (int)await CliApp.RunAsync(args, console, cancellation.Token);

// The first signal asks for an orderly end; the next one ends the process as usual.
void End(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
