using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Members;

/// <summary>
/// The public face of the stand-ins. Enum values and constants leave no trace in the firmware's IL, so they are held
/// against the device here, with everything else that firmware code could name.
/// </summary>
internal static class StandInSurface
{
    /// <summary>
    /// Public types, members and constants of stand-ins that the device does not have, or has differently. Types that are
    /// internal, but bear the name of one of the device's, are stand-ins inside the firmware's host build and count too.
    /// </summary>
    public static IEnumerable<Violation> Check(ModuleDefinition module, ApiListing device) =>
        module.Types.Where(IsStandIn).SelectMany(CompiledCode.WithNested)
            .Where(type => IsVisible(type) || device.Has(Names.OfOwner(type)))
            .SelectMany(type => Missing(type, device));

    private static bool IsStandIn(TypeDefinition type) =>
        type.Namespace.Length != 0 && !CompiledCode.IsInNamespace(type.Namespace, "IqosDevice");

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || type.IsNestedPublic;

    private static IEnumerable<Violation> Missing(TypeDefinition type, ApiListing device)
    {
        var owner = Names.OfOwner(type);
        if (!device.Has(owner))
        {
            return [new(owner, "no such type on the device")];
        }

        var names = type.Fields.Where(field => field.IsPublic && !field.IsLiteral && !field.IsSpecialName).Select(Names.Of);
        if (type.BaseType is not { FullName: "System.MulticastDelegate" })
        {
            names = names.Concat(type.Methods.Where(IsCallable).Select(Names.Of));
        }

        return names.Where(name => !device.Has(name)).Select(name => new Violation(name, "not on the device"))
            .Concat(Constants(type, device));
    }

    /// <summary>Overrides are called by the name of what they override; Dispose(bool) is the deriving class's affair.</summary>
    private static bool IsCallable(MethodDefinition method) =>
        method.IsPublic && !(method.IsVirtual && method.IsReuseSlot);

    private static IEnumerable<Violation> Constants(TypeDefinition type, ApiListing device) =>
        from field in type.Fields
        where field.IsPublic && field.IsLiteral
        let name = $"{Names.OfOwner(type)}.{field.Name}"
        let here = Convert.ToString(field.Constant, System.Globalization.CultureInfo.InvariantCulture)
        let there = device.ConstantOrNull(name)?.Trim('"')
        where !string.Equals(here, there, StringComparison.Ordinal)
        select new Violation(name, $"is {here} here, {there ?? "absent"} on the device");
}
