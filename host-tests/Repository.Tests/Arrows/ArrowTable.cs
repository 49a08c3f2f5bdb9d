namespace IqosDevice.Repository.Tests.Arrows;

/// <summary>
/// Who may know whom: the arrows of docs/architecture.md, for namespaces and for projects. A namespace or a project
/// that stands in no row fails the gate, so that each new one is decided upon.
/// </summary>
internal static class ArrowTable
{
    /// <summary>Layers by namespace, in all assemblies of the product.</summary>
    public static IReadOnlyList<Layer> Layers { get; } =
    [
        // The device's test framework: for the tests that run there alone. Stands before the packages that it is one of.
        new("TestFramework", ["nanoFramework.TestFramework", "TestFrameworkShared"], []),

        // The device's packages: real ones there, stand-ins and their ports here.
        new("Device", ["nanoFramework", "System.Device", "IqosDevice.NanoFramework"], []),

        // Pure logic: no hardware, no files, no console, no clock.
        new("Core", ["IqosDevice.Firmware.Core"], [])
        {
            MustNotKnow = ["System.IO", "System.Net", "System.Diagnostics"],
        },
        new("Esp32", ["IqosDevice.Firmware.Esp32"], ["Core", "Device"]),
        new("Tests", ["IqosDevice.Firmware.Tests"], ["Core", "TestFramework"])
        {
            MustNotKnow = ["System.IO", "System.Net", "System.Diagnostics"],
        },

        new("Simulation", ["IqosDevice.Emulator.Simulation"], []),
        new("Plant", ["IqosDevice.Emulator.Plant"], []),

        // Measured runs and what they say about the plant's structure: numbers in, numbers out.
        new("Identification", ["IqosDevice.Emulator.Identification"], []),
        new("Gatt", ["IqosDevice.Emulator.Gatt"], []),
        new("Board", ["IqosDevice.Emulator.Board"], ["Plant", "Simulation", "Device"]),

        // The verbs: what can be asked of a holder from outside. Stands before the holder, which knows nothing of them.
        new("Control", ["IqosDevice.Emulator.Holder.Control"], ["Holder", "Faults", "Plant", "Simulation", "Core"]),

        // What can go wrong on purpose, and the proof that it is caught.
        new("Faults", ["IqosDevice.Emulator.Faults"], ["Holder", "Board", "Plant", "Gatt", "Simulation", "Core", "Device"]),

        // The composition: it alone joins the radio of the stand-ins to the GATT server.
        new("Holder", ["IqosDevice.Emulator.Holder"], ["Board", "Plant", "Gatt", "Simulation", "Core", "Esp32", "Device"]),
        new("Endpoints", ["IqosDevice.Emulator.Endpoints"], ["Gatt", "Simulation"]),
        new("Recording", ["IqosDevice.Emulator.Recording"],
            ["Holder", "Control", "Endpoints", "Plant", "Gatt", "Simulation", "Core"]),

        // Scripts: acts by the verbs of the control channel, clients on the radio, expectations on everything.
        new("Scenarios", ["IqosDevice.Emulator.Scenarios"],
            ["Holder", "Control", "Faults", "Board", "Plant", "Gatt", "Simulation", "Core"]),
        new("Hosting", ["IqosDevice.Emulator.Hosting"], ["Holder", "Control", "Faults", "Simulation", "Endpoints"]),

        // For app teams: nothing but the BCL, so that it can be taken along alone.
        new("Client", ["IqosDevice.Client"], []),

        // The service around the holder: it knows what a holder sends, and no holder.
        new("Portal", ["IqosDevice.Portal"], ["Client"]),

        new("Cli", ["IqosDevice.Cli"],
            [
                "Core", "Esp32", "Device", "Simulation", "Plant", "Gatt", "Board", "Holder", "Control", "Faults", "Endpoints",
                "Hosting", "Recording", "Identification", "Portal", "Scenarios", "Client",
            ]),
    ];

    /// <summary>Projects outside host-tests and benchmarks (which may know anything), and what they may refer to.</summary>
    public static IReadOnlyDictionary<string, string[]> Projects { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["firmware/Core/IqosDevice.Core.nfproj"] = [],
            ["firmware/Esp32/IqosDevice.Esp32.nfproj"] = ["firmware/Core/IqosDevice.Core.nfproj"],
            ["firmware/Tests/IqosDevice.Tests.nfproj"] = ["firmware/Core/IqosDevice.Core.nfproj"],
            ["emulator/NanoFramework/IqosDevice.NanoFramework.csproj"] = [],
            ["emulator/Firmware/IqosDevice.Firmware.csproj"] = ["emulator/NanoFramework/IqosDevice.NanoFramework.csproj"],
            ["emulator/Emulator/IqosDevice.Emulator.csproj"] =
            [
                "emulator/Firmware/IqosDevice.Firmware.csproj", "emulator/NanoFramework/IqosDevice.NanoFramework.csproj",
            ],
            ["emulator/Client/IqosDevice.Client.csproj"] = [],
            ["emulator/Portal/IqosDevice.Portal.csproj"] = ["emulator/Client/IqosDevice.Client.csproj"],
            ["emulator/Cli/IqosDevice.Cli.csproj"] = ["emulator/Emulator/IqosDevice.Emulator.csproj", "emulator/Portal/IqosDevice.Portal.csproj"],

            // What app teams take along: nothing but the client.
            ["docs/samples/journey/IqosDevice.Samples.Journey.csproj"] = ["emulator/Client/IqosDevice.Client.csproj"],
            ["docs/samples/status/IqosDevice.Samples.Status.csproj"] = ["emulator/Client/IqosDevice.Client.csproj"],

            // Their tests have a holder in the same process.
            ["docs/samples/apptests/IqosDevice.Samples.AppTests.csproj"] =
                ["emulator/Client/IqosDevice.Client.csproj", "emulator/Emulator/IqosDevice.Emulator.csproj"],
        };
}
