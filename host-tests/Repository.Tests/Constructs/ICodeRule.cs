using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs;

/// <summary>One thing that compiles for the host and fails, or means something else, on the device.</summary>
internal interface ICodeRule
{
    /// <summary>Everything that breaks the rule in a type and the types nested in it.</summary>
    IEnumerable<Violation> Check(TypeDefinition outermost);
}
