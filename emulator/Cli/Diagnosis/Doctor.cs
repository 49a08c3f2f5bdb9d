using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Diagnosis;

/// <summary>Looks at everything that building, running and trying out the emulator may want.</summary>
internal sealed class Doctor
{
    private readonly IMachine machine;

    public Doctor(IMachine machine) => this.machine = machine;

    /// <summary>Whether everything that is needed is there and free.</summary>
    public static bool IsReady(IEnumerable<Finding> findings) =>
        findings.All(finding => !finding.Needed || finding.Status == FindingStatus.Ok);

    /// <summary>Looks.</summary>
    /// <param name="modelSlug">Model that would run, as a folder's name.</param>
    /// <param name="statePath">Its state folder; null for the user's own.</param>
    /// <param name="pipe">Address of the pipe; null for a socket in the state folder.</param>
    /// <param name="control">Address of the control channel, likewise.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(
        string modelSlug, string? statePath, PipeAddress? pipe, PipeAddress? control, CancellationToken cancellation)
    {
        string state = Path.GetFullPath(statePath ?? StateFolder.DefaultPath(modelSlug));
        var findings = new List<Finding>
        {
            RuntimeChecks.CheckRuntime(),
            await RuntimeChecks.CheckSdkAsync(machine, cancellation),
            AddressChecks.CheckState(state),
            await AddressChecks.CheckAsync("pipe", "where clients connect", () => pipe ?? RunAddresses.DefaultPipe(state, modelSlug)),
            await AddressChecks.CheckAsync(
                "control", "where physical acts are asked for", () => control ?? RunAddresses.DefaultControl(state, modelSlug)),
            AddressChecks.CheckLoopback(),
        };
        string? busVariable = null;
        if (OperatingSystem.IsLinux())
        {
            Finding bus = await AddressChecks.CheckAsync(
                "bluez", "where Bluetooth clients of Linux connect", () => RunAddresses.DefaultBluez(state, modelSlug)!);
            findings.Add(bus);
            busVariable = bus.Status == FindingStatus.Missing ? null : RunAddresses.BluezVariable($"unix:{Path.Combine(state, "bluez.sock")}");
        }

        foreach (ToolCheck tool in ToolCheck.All)
        {
            findings.Add(await tool.CheckAsync(machine, busVariable, cancellation));
        }

        return findings;
    }
}
