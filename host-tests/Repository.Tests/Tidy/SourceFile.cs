using IqosDevice.Repository.Tests.Compiled;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>The shape of one C# source: sizes, and how many public types it declares.</summary>
internal sealed class SourceFile
{
    /// <summary>No file may be longer.</summary>
    public const int MaximumLines = 500;

    /// <summary>What files should stay under; a few may exceed it.</summary>
    public const int TargetLines = 200;

    /// <summary>No method, accessor or local function may be longer, from its first line to its closing brace.</summary>
    public const int MaximumMethodLines = 70;

    private readonly string path;
    private readonly SyntaxNode root;

    /// <param name="path">Path relative to the root, with forward slashes.</param>
    /// <param name="text">Content of the file.</param>
    public SourceFile(string path, string text)
    {
        this.path = path;
        var isFirmware = path.StartsWith("firmware/", StringComparison.Ordinal);
        root = CSharpSyntaxTree.ParseText(text, isFirmware ? Snippet.FirmwareLanguage : new(LanguageVersion.Latest)).GetRoot();
        LineCount = text.Split('\n').Length - 1;
    }

    public int LineCount { get; }

    public static SourceFile Read(string path) => new(path, Repo.Read(path));

    /// <summary>Everything about the file's shape that is refused.</summary>
    public IEnumerable<Violation> Check() =>
        CheckSize().Concat(CheckMethods()).Concat(CheckTypes()).Concat(CheckNamespace()).Concat(Comments.Check(path, root));

    private IEnumerable<Violation> CheckSize()
    {
        if (LineCount > MaximumLines)
        {
            yield return new(path, $"{LineCount} lines, more than {MaximumLines}");
        }
    }

    private IEnumerable<Violation> CheckMethods() =>
        from node in root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let span = node.SyntaxTree.GetLineSpan(node.Span)
        let first = span.StartLinePosition.Line + 1
        let count = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where count > MaximumMethodLines
        select new Violation($"{path}({first})", $"method of {count} lines, more than {MaximumMethodLines}");

    /// <summary>An enum or a delegate may sit beside the type that it belongs to.</summary>
    private IEnumerable<Violation> CheckTypes()
    {
        var types = root.DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(type => type.Identifier.Text).ToList();
        if (types.Count > 1)
        {
            yield return new(path, $"declares {types.Count} public types: {string.Join(", ", types)}");
        }
    }

    /// <summary>
    /// The firmware's namespaces follow its folders: other gates tell its code by them, from stand-ins in the same assembly.
    /// </summary>
    private IEnumerable<Violation> CheckNamespace()
    {
        if (!path.StartsWith("firmware/", StringComparison.Ordinal) || path.Contains("/Properties/", StringComparison.Ordinal))
        {
            yield break;
        }

        var expected = "IqosDevice.Firmware." + path["firmware/".Length..path.LastIndexOf('/')].Replace('/', '.');
        foreach (var item in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            var declared = item.Name.ToString();
            if (!string.Equals(declared, expected, StringComparison.Ordinal))
            {
                yield return new(path, $"namespace {declared}, expected {expected}");
            }
        }
    }
}
