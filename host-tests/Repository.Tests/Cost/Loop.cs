namespace IqosDevice.Repository.Tests.Cost;

/// <summary>A natural loop: the instruction that every turn passes first, and all instructions of a turn.</summary>
/// <param name="Header">Index of the first instruction.</param>
/// <param name="Body">Indexes of all instructions, the header's included.</param>
/// <param name="BackSources">Indexes of the instructions that lead back to the header.</param>
internal sealed record Loop(int Header, IReadOnlySet<int> Body, IReadOnlyList<int> BackSources);
