namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>What comes in one after another, and how much of it the script has dealt with.</summary>
public sealed class ScenarioSequence<T>
{
    private const int MostKept = 20_000;

    private readonly List<T> items = [];
    private int consumed;

    /// <summary>What came after the last one that an expectation was about.</summary>
    public IReadOnlyList<T> Fresh => items[consumed..];

    /// <summary>Takes one; of a flood the first ones are kept.</summary>
    internal void Add(T item)
    {
        if (items.Count < MostKept)
        {
            items.Add(item);
        }
    }

    internal int Find(Predicate<T> fits) => items.FindIndex(consumed, fits);

    internal void ConsumeThrough(int index) => consumed = Math.Max(consumed, index + 1);
}
