using System.Diagnostics;

namespace IqosDevice.Cli.Tests.Running;

/// <summary>The program as a process: standard streams and its exit code are what a test bench sees.</summary>
public sealed class StdioTests
{
    // L2CAP basic frames on channel 4: length, channel, then Exchange MTU Request 02 and Response 03 with 247.
    private static readonly byte[] MtuRequest = [0x03, 0x00, 0x04, 0x00, 0x02, 0xF7, 0x00];
    private static readonly byte[] MtuResponse = [0x03, 0x00, 0x04, 0x00, 0x03, 0xF7, 0x00];

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Standard_output_carries_frames_alone_and_the_end_of_input_ends_the_run()
    {
        using var state = new TemporaryFolder();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(CliApp).Assembly.Location, "run", "--pipe", "stdio", "--state", state.Path, "--speed", "max",
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);

        await process.StandardInput.BaseStream.WriteAsync(MtuRequest, cancellation);
        await process.StandardInput.BaseStream.FlushAsync(cancellation);
        byte[] response = new byte[MtuResponse.Length];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(response, cancellation);
        process.StandardInput.Close();
        using var rest = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(rest, cancellation);
        await process.WaitForExitAsync(cancellation);

        response.ShouldBe(MtuResponse);
        rest.ToArray().ShouldBeEmpty();
        process.ExitCode.ShouldBe((int)ExitCode.Success, await error);
        (await error).ShouldContain("pipe     stdio");
    }
}
