using System.Text.Json;

namespace IqosDevice.Emulator.Holder.Control;

/// <summary>Type of a verb's parameter.</summary>
public enum ControlParameterType
{
    Number,
    WholeNumber,
    Boolean,

    /// <summary>One of <see cref="ControlParameter.Choices"/>.</summary>
    Choice,

    /// <summary>A number within the range, or one of <see cref="ControlParameter.Choices"/>.</summary>
    NumberOrChoice,

    /// <summary>Text of at most <see cref="ControlParameter.LongestText"/> characters.</summary>
    Text,
}

/// <summary>One parameter of a verb: what it is called, what it may be, and what it is when left out.</summary>
public sealed record ControlParameter
{
    /// <summary>Characters in a text.</summary>
    public const int LongestText = 1000;

    private ControlParameter(string name, ControlParameterType type)
    {
        Name = name;
        Type = type;
    }

    public string Name { get; }

    public ControlParameterType Type { get; }

    /// <summary>Unit of a number, what a text is, or empty.</summary>
    public string Unit { get; private init; } = string.Empty;

    public double Minimum { get; private init; }

    public double Maximum { get; private init; }

    public IReadOnlyList<string> Choices { get; private init; } = [];

    /// <summary>Value when left out; null for a parameter that is required.</summary>
    public object? Default { get; private init; }

    public static ControlParameter Number(string name, string unit, double minimum, double maximum, double? whenAbsent = null) =>
        new(name, ControlParameterType.Number) { Unit = unit, Minimum = minimum, Maximum = maximum, Default = whenAbsent };

    public static ControlParameter WholeNumber(string name, string unit, int minimum, int maximum, int? whenAbsent = null) =>
        new(name, ControlParameterType.WholeNumber)
        {
            Unit = unit,
            Minimum = minimum,
            Maximum = maximum,
            Default = (double?)whenAbsent,
        };

    public static ControlParameter Boolean(string name) => new(name, ControlParameterType.Boolean);

    public static ControlParameter Choice(string name, params string[] choices) =>
        new(name, ControlParameterType.Choice) { Choices = choices };

    public static ControlParameter NumberOrChoice(
        string name, string unit, double minimum, double maximum, params string[] choices) =>
        new(name, ControlParameterType.NumberOrChoice) { Unit = unit, Minimum = minimum, Maximum = maximum, Choices = choices };

    /// <summary>A number, or a word that stands for what is taken when the parameter is left out.</summary>
    public static ControlParameter NumberOr(string name, string unit, double minimum, double maximum, string word) =>
        new(name, ControlParameterType.NumberOrChoice)
        {
            Unit = unit,
            Minimum = minimum,
            Maximum = maximum,
            Choices = [word],
            Default = word,
        };

    /// <param name="name">Name in a request.</param>
    /// <param name="what">What the text is, in words, e.g. "a condition".</param>
    /// <param name="whenAbsent">Value when left out; null for a parameter that is required.</param>
    public static ControlParameter Text(string name, string what, string? whenAbsent = null) =>
        new(name, ControlParameterType.Text) { Unit = what, Default = whenAbsent };

    /// <summary>What the parameter may be, in words: "a number from 0.02 to 60 (s)".</summary>
    public string Describe() => Type switch
    {
        ControlParameterType.Boolean => "true or false",
        ControlParameterType.Choice => DescribeChoices(),
        ControlParameterType.Text => Unit,
        ControlParameterType.NumberOrChoice => $"{DescribeRange()}, or {DescribeChoices()}",
        _ => DescribeRange(),
    };

    /// <summary>Takes a value from a request.</summary>
    /// <returns>A double, a bool or a string.</returns>
    /// <exception cref="ControlException">It is not what the parameter may be.</exception>
    internal object Read(JsonElement value)
    {
        object? read = value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False when Type == ControlParameterType.Boolean => value.GetBoolean(),
            JsonValueKind.Number when Accepts(value.GetDouble()) => value.GetDouble(),
            JsonValueKind.String when Type == ControlParameterType.Text && value.GetString()!.Length <= LongestText => value.GetString(),

            // Only parameters with choices have any.
            JsonValueKind.String when Choices.Contains(value.GetString(), StringComparer.Ordinal) => value.GetString(),
            _ => null,
        };
        return read ?? throw new ControlException($"\"{Name}\" is {Describe()}, not {value.GetRawText()}");
    }

    private bool Accepts(double number)
    {
        bool isNumber = Type switch
        {
            ControlParameterType.Number or ControlParameterType.NumberOrChoice => true,
            ControlParameterType.WholeNumber => double.IsInteger(number),
            _ => false,
        };
        return isNumber && number >= Minimum && number <= Maximum;
    }

    private string DescribeRange()
    {
        string number = Type == ControlParameterType.WholeNumber ? "a whole number" : "a number";
        return $"{number} from {Minimum} to {Maximum} ({Unit})";
    }

    private string DescribeChoices() => string.Join(", ", Choices.Select(choice => $"\"{choice}\""));
}
