using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IqosDevice.Repository.Tests.Members;

/// <summary>
/// Constants and enum values outside the firmware that the firmware names. The compiler leaves only their values in IL, so
/// that <c>FileMode.Open</c> could mean something else on the device without any other gate seeing it.
/// </summary>
internal static class ConstantsInUse
{
    /// <summary>Constants that the device lacks or has with another value.</summary>
    public static IEnumerable<Violation> Check(CSharpCompilation compilation, ApiListing device) =>
        from tree in compilation.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        let field = model.GetSymbolInfo(name).Symbol as IFieldSymbol
        where field is { HasConstantValue: true }
        where IsForeign(field.ContainingType, compilation)
        let fullName = $"{field.ContainingType.ToDisplayString(FullNames)}.{field.Name}"
        let here = Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)
        let there = device.ConstantOrNull(fullName)
        where !IsSame(here, there)
        select new Violation(tree.FilePath, $"{fullName} is {here} here, {there ?? "absent"} on the device");

    private static SymbolDisplayFormat FullNames { get; } =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool IsForeign(INamedTypeSymbol type, CSharpCompilation compilation) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private static bool IsSame(string? here, string? there) =>
        string.Equals(here, there, StringComparison.Ordinal)
        || (double.TryParse(here, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(there, CultureInfo.InvariantCulture, out var other)
            && one.Equals(other));
}
