using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Running;

/// <summary>What a run tells at its beginning: who it is, where it is met, and what to do next.</summary>
internal static class RunAnnouncement
{
    public static void Write(RunOptions options, RunParts run, RunServers servers, StateFolder state, RunDisplay display)
    {
        VirtualHolder holder = run.Holder;
        display.WriteLine($"{holder.Peripheral.LocalName}, seed {options.Holder.Seed}, speed {RunAddresses.FormatSpeed(options.Speed)}");
        WriteIf(servers.LoginAddress, address => $"  page     {address}");
        display.WriteLine($"  pipe     {servers.PipeAddress}");
        display.WriteLine($"  control  {servers.ControlAddress}");
        display.WriteLine($"  state    {state.Path}");
        WriteIf(options.CapturePath, path => $"  capture  {Path.GetFullPath(path)}");
        WriteIf(options.RecordPath, path => $"  record   {Path.GetFullPath(path)}");
        WriteIf(servers.BluezAddress, address => $"  bluez    {address}, device {AddressOf(holder)}");
        if (servers.BluezAddress is { } bluez)
        {
            display.WriteLine("For Bluetooth clients, in their shell:");
            display.WriteLine(RunAddresses.BluezExport(bluez));
        }

        display.WriteLine(RunAddresses.ControlExample(servers.ControlAddress));
        display.WriteLine("Ctrl-C ends the run and keeps the state.");
        foreach (VirtualHolder neighbour in run.Neighbours.Holders)
        {
            display.WriteLine($"Also on the bus: {neighbour.Peripheral.LocalName}, device {AddressOf(neighbour)}");
        }

        void WriteIf(string? value, Func<string, string> line)
        {
            if (value is not null)
            {
                display.WriteLine(line(value));
            }
        }
    }

    private static BluetoothAddress AddressOf(VirtualHolder holder) => BluetoothAddress.OfUnit(holder.Identity.SerialNumber);
}
