using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>The product's assemblies as metadata and IL.</summary>
internal static class CompiledCode
{
    private static readonly DefaultAssemblyResolver Resolver = NewResolver();

    /// <summary>The host build of the firmware, together with stand-ins that live in the same assembly.</summary>
    public static ModuleDefinition Firmware { get; } = Load("IqosDevice.Firmware.dll");

    /// <summary>The same, optimized: the instructions that the device runs. This project builds it beside its own output.</summary>
    public static ModuleDefinition ReleaseFirmware { get; } = Load(Path.Combine("release", "IqosDevice.Firmware.dll"));

    public static ModuleDefinition StandIns { get; } = Load("IqosDevice.NanoFramework.dll");

    public static ModuleDefinition Emulator { get; } = Load("IqosDevice.Emulator.dll");

    public static ModuleDefinition Client { get; } = Load("IqosDevice.Client.dll");

    public static ModuleDefinition Cli { get; } = Load("iqos-emulator.dll");

    public static ModuleDefinition Portal { get; } = Load("IqosDevice.Portal.dll");

    /// <summary>Every assembly of the product.</summary>
    public static IReadOnlyList<ModuleDefinition> All => [Firmware, StandIns, Emulator, Client, Portal, Cli];

    /// <summary>Reads an assembly from memory, with references resolved as for the product's own.</summary>
    public static ModuleDefinition Load(Stream image) => ModuleDefinition.ReadModule(image, Parameters());

    /// <summary>A type and every type nested in it, compiler-made ones included.</summary>
    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>The firmware's own outermost types: what is flashed, without the stand-ins beside it.</summary>
    public static IEnumerable<TypeDefinition> FirmwareTypes(ModuleDefinition module) =>
        module.Types.Where(type => IsInNamespace(type.Namespace, "IqosDevice.Firmware"));

    /// <summary>The namespace is <paramref name="parent"/> or lies below it.</summary>
    public static bool IsInNamespace(string name, string parent) =>
        string.Equals(name, parent, StringComparison.Ordinal)
        || name.StartsWith(parent + ".", StringComparison.Ordinal);

    private static ModuleDefinition Load(string fileName) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, fileName), Parameters());

    private static ReaderParameters Parameters() => new() { AssemblyResolver = Resolver };

    private static DefaultAssemblyResolver NewResolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        return resolver;
    }
}
