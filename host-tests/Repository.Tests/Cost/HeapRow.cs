namespace IqosDevice.Repository.Tests.Cost;

/// <summary>One line of a heap estimate.</summary>
internal sealed record HeapRow(HeapShare Share, string Name, int Count, long Bytes);
