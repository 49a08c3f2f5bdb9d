using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IqosDevice.Clients.Tests;

/// <summary>Walks the script in a session of bluetoothctl: types commands, and reads what a person would read.</summary>
internal sealed partial class BluetoothctlWalk(EmulatorProcess emulator) : IAsyncDisposable
{
    private readonly ProgramRun session = ProgramRun.Start(InstalledClient.Bluetoothctl.Program, [], emulator.BusVariable);

    public async Task<List<string>> RunAsync()
    {
        var lines = new List<string>();
        await session.WaitForLineAsync("Agent registered");
        foreach (WalkStep step in WalkStep.ReadAll())
        {
            string result = await DoAsync(step);
            if (step.Name is not null)
            {
                lines.Add($"{step.Name}: {result}");
            }
        }

        return lines;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<string> DoAsync(WalkStep step)
    {
        switch (step.Do)
        {
            case "find":
                return await FindAsync();
            case "connect":
                await session.WriteLineAsync($"connect {emulator.DeviceAddress}");
                await session.WaitForLineAsync("Connection successful");
                break;
            case "services":
                return await ListServicesAsync();
            case "read":
                await SelectAsync(step.Characteristic);
                await session.WriteLineAsync("gatt.read");
                await session.WaitForLineAsync("Attempting to read");
                return await ReadHexAsync();
            case "subscribe":
                await SelectAsync(step.Characteristic);
                await session.WriteLineAsync("gatt.notify on");
                await session.WaitForLineAsync("Notify started");
                break;
            case "ask":
                await session.WriteLineAsync($"gatt.write \"{Spell(step.Request)}\" 0 request");
                await session.WaitForLineAsync("Attempting to write");
                return await ReadHexAsync();
            case "unsubscribe":
                await session.WriteLineAsync("gatt.notify off");
                await session.WaitForLineAsync("Notify stopped");
                break;
            default:
                await session.WriteLineAsync($"disconnect {emulator.DeviceAddress}");
                await session.WaitForLineAsync("Successful disconnected");
                await session.WaitForLineAsync("Connected: no");
                break;
        }

        return string.Empty;
    }

    private async Task<string> FindAsync()
    {
        await session.WriteLineAsync("scan on");
        await session.WaitForLineAsync($"Device {emulator.DeviceAddress}");
        await session.WriteLineAsync("devices");
        string device = await session.WaitForLineAsync(
            line => Plain(line).StartsWith($"Device {emulator.DeviceAddress} IQOS", StringComparison.Ordinal), "the device's name");
        await session.WriteLineAsync("scan off");
        await session.WaitForLineAsync("Discovery stopped");
        return Plain(device).Split(emulator.DeviceAddress)[1].Trim();
    }

    private async Task<string> ListServicesAsync()
    {
        await session.WriteLineAsync($"info {emulator.DeviceAddress}");
        var found = new List<string>();
        while (true)
        {
            Match service = UuidLine().Match(Plain(await session.WaitForLineAsync(static _ => true, "UUIDs")));
            if (service.Success)
            {
                found.Add(service.Groups[1].Value);
            }
            else if (found.Count > 0)
            {
                break;
            }
        }

        return string.Join(' ', found.Order(StringComparer.Ordinal));
    }

    private async Task SelectAsync(Guid characteristic) => await session.WriteLineAsync($"gatt.select-attribute {characteristic}");

    /// <summary>Lines of the form "  00 08 88  ...", up to one that is short; no value of the script fills its last one.</summary>
    private async Task<string> ReadHexAsync()
    {
        const int bytesOfALine = 16;
        var hex = new StringBuilder();
        while (true)
        {
            string line = Plain(await session.WaitForLineAsync(line => HexLine().IsMatch(Plain(line)), "hexadecimal digits"));
            string part = HexLine().Match(line).Groups[1].Value.Replace(" ", string.Empty, StringComparison.Ordinal);
            hex.Append(part);
            if (part.Length < 2 * bytesOfALine)
            {
                return hex.ToString();
            }
        }
    }

    private static string Spell(string hex) =>
        string.Join(' ', Convert.FromHexString(hex).Select(value => string.Create(CultureInfo.InvariantCulture, $"0x{value:x2}")));

    /// <summary>A line as a terminal shows it: a return to its beginning wipes the prompt out, and colours do not count.</summary>
    private static string Plain(string line) => Escapes().Replace(line[(line.LastIndexOf('\r') + 1)..], string.Empty);

    [GeneratedRegex("""\x1b\[[0-9;?]*[A-Za-z]|\x01|\x02""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escapes();

    [GeneratedRegex("""UUID: .*\((?<uuid>[0-9a-f-]{36})\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UuidLine();

    [GeneratedRegex("""^\s{2}(?<bytes>([0-9a-f]{2} )+)\s""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HexLine();
}
