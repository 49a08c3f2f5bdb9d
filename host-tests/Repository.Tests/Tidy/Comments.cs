using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>What comments must not hold: regions, notes to oneself, and code that was switched off.</summary>
internal static class Comments
{
    private static readonly Regex Note = Pattern(@"\b(TO" + "DO|FIX" + "ME|HA" + @"CK|XX" + @"X)\b");

    /// <summary>Forms that statements have and sentences have not.</summary>
    private static readonly Regex[] Code =
    [
        Pattern(@"^(var|int|uint|long|byte|bool|float|double|string|using|public|private|static)\b.*[;{]$"),
        Pattern(@"^(if|for|foreach|while|return|await)\b.*[;{]$"),
        Pattern(@"^[A-Za-z_][A-Za-z0-9_.\[\]]*\(.*\);$"),
        Pattern(@"^[A-Za-z_][A-Za-z0-9_.\[\]]* [-+*/|&^]?= .*;$"),
        Pattern(@"^(if|for|foreach|while|switch) \(.*\)$"),
        Pattern(@"^[{}]$"),
    ];

    public static IEnumerable<Violation> Check(string path, SyntaxNode root) =>
        from trivia in root.DescendantTrivia(descendIntoTrivia: true)
        from problem in Problems(trivia)
        select new Violation($"{path}({trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1})", problem);

    private static IEnumerable<string> Problems(SyntaxTrivia trivia)
    {
        if (trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
        {
            yield return "region";
        }

        var isComment = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
        if (!isComment)
        {
            yield break;
        }

        if (Note.IsMatch(trivia.ToString()))
        {
            yield return "note to oneself";
        }

        var lines = trivia.ToString().Split('\n').Select(line => line.Trim().Trim('/', '*').Trim());
        if (lines.Any(line => Array.Exists(Code, pattern => pattern.IsMatch(line))))
        {
            yield return "code in a comment";
        }
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}
