using System.Reflection;
using System.Runtime.Loader;

namespace IqosDevice.DeviceSemantics;

/// <summary>
/// A second world beside the test's own: some assemblies rewritten to calculate as on the device, others loaded once
/// more so that they see the rewritten ones. All else is shared with the test.
/// </summary>
public sealed class DeviceContext : AssemblyLoadContext
{
    private readonly Dictionary<string, Assembly> rewritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> carriedPaths;

    /// <summary>Builds the world.</summary>
    /// <param name="firmware">Assembly to rewrite.</param>
    /// <param name="carried">Assemblies that refer to it and are to run in this world too, unchanged.</param>
    public DeviceContext(Assembly firmware, params Assembly[] carried)
        : base("device semantics", isCollectible: true)
    {
        carriedPaths = carried.ToDictionary(assembly => assembly.GetName().Name!, assembly => assembly.Location, StringComparer.Ordinal);
        using var image = File.OpenRead(firmware.Location);
        Rewritten = DeviceRewriter.Rewrite(image);
        rewritten.Add(firmware.GetName().Name!, LoadFromStream(new MemoryStream(Rewritten.Image)));
    }

    /// <summary>What was rewritten.</summary>
    public RewrittenAssembly Rewritten { get; }

    /// <summary>The same static method, in this world.</summary>
    /// <param name="method">A static method of a rewritten or carried assembly. Its parameters and its result are types of the runtime.</param>
    /// <exception cref="ArgumentException">It is no static method, or its assembly does not live in this world.</exception>
    public TDelegate Twin<TDelegate>(TDelegate method)
        where TDelegate : Delegate
    {
        var type = method.Method.DeclaringType!;
        var assembly = Load(type.Assembly.GetName());
        if (assembly is null || !method.Method.IsStatic)
        {
            throw new ArgumentException($"{type}.{method.Method.Name} has no twin.", nameof(method));
        }

        var parameters = method.Method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return assembly.GetType(type.FullName!, throwOnError: true)!
            .GetMethod(method.Method.Name, Static, parameters)!.CreateDelegate<TDelegate>();
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (rewritten.TryGetValue(name, out var device))
        {
            return device;
        }

        return carriedPaths.TryGetValue(name, out string? path) ? LoadFromAssemblyPath(path) : null;
    }
}
