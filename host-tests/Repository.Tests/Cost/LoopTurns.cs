using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Turns of a loop.</summary>
/// <param name="Count">How many at most.</param>
/// <param name="Receiver">Class of the object that they call; null where it can be any.</param>
internal sealed record LoopTurns(long Count, TypeDefinition? Receiver);
