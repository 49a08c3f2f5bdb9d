using System.Text.RegularExpressions;
using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>
/// The device knows the number formats F, N, D and X; "0.00" would be printed as it stands, other letters throw. Checked
/// are literal formats of <c>ToString</c> and of interpolated strings, and "{0:…}" in any literal. A format that is
/// not a literal is refused, and so is the default text of a floating-point number, which differs between runtimes.
/// </summary>
internal sealed class NumberFormatRule : ICodeRule
{
    private static readonly Regex Known = Pattern("^(F[1-3]|N[0-9]?|[DX][0-9]{0,2})$");

    private static readonly Regex Placeholder = Pattern(@"\{[0-9]+(,-?[0-9]+)?:(?<format>[^}]*)\}");

    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from method in Uses.Bodies(outermost)
        from instruction in method.Body.Instructions
        from problem in Problems(method.Body, instruction)
        select new Violation(method.FullName, problem);

    private static IEnumerable<string> Problems(MethodBody body, Instruction instruction)
    {
        if (instruction.Operand is string literal)
        {
            return Placeholder.Matches(literal).Select(match => match.Groups["format"].Value)
                .Where(format => !Known.IsMatch(format)).Select(format => $"number format \"{format}\"");
        }

        if (instruction.Operand is not MethodReference method)
        {
            return [];
        }

        if (TakesFormat(method))
        {
            return StringSource.LiteralsOrNull(body, instruction) is { } formats
                ? formats.Where(format => !Known.IsMatch(format)).Select(format => $"number format \"{format}\"")
                : ["number format that is not a literal"];
        }

        return IsDefaultFloatText(method, instruction) ? ["floating-point number without a format"] : [];
    }

    /// <summary>The last argument is a number format.</summary>
    private static bool TakesFormat(MethodReference method) =>
        method.Parameters.Count != 0
        && method.Parameters[^1].ParameterType.FullName is "System.String"
        && (CompilerInserted.IsInterpolation(method.DeclaringType)
            ? method is { Name: "AppendFormatted", Parameters.Count: > 1 }
            : method is { Name: "ToString", DeclaringType: { IsPrimitive: true } });

    private static bool IsDefaultFloatText(MethodReference method, Instruction instruction)
    {
        if (method is GenericInstanceMethod { Parameters: var parameters } generic
            && CompilerInserted.IsInterpolation(method.DeclaringType))
        {
            return IsFloat(generic.GenericArguments[0])
                && parameters[^1].ParameterType.FullName is not "System.String";
        }

        return method is { Name: "ToString", HasParameters: false }
            && (IsFloat(method.DeclaringType)
                || (instruction.Previous?.OpCode.Code is Code.Constrained
                    && IsFloat((TypeReference)instruction.Previous.Operand)));
    }

    private static bool IsFloat(TypeReference type) => type.FullName is "System.Single" or "System.Double";

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}
