using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Cli;

/// <summary>Options that commands share, and the checks that they need.</summary>
internal static class CommonOptions
{
    /// <summary>The option <c>--seed</c>: the same seed gives the same holder, noise and puffs.</summary>
    public static Option<ulong> CreateSeed() => new("--seed")
    {
        Description = "Seed of everything random: the same seed, the same result.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The option <c>--cell</c>: the kind of cell, as large and as good at 25 °C as the holder's own.</summary>
    public static Option<string> CreateCell()
    {
        var option = new Option<string>("--cell")
        {
            Description = "Kind of the cell, scaled to the holder: its voltage over charge, and its resistance over temperature and charge.",
            HelpName = "NAME",
            DefaultValueFactory = _ => CellChemistries.Generic.Name,
        };
        option.AcceptOnlyFromAmong([.. CellChemistries.All.Select(cell => cell.Name)]);
        return option;
    }

    /// <summary>The plant with the cell that was asked for.</summary>
    public static PlantParameters PlantWith(string? cell) =>
        cell is null || cell == CellChemistries.Generic.Name ? new PlantParameters() : new PlantParameters().With(CellChemistries.Find(cell)!);

    /// <summary>An option that takes an address, as <c>--pipe</c>.</summary>
    public static Option<PipeAddress?> CreateAddress(string name, string description)
    {
        Option<PipeAddress?> option = Parsed(name, PipeAddress.Parse);
        option.Description = description;
        option.HelpName = "ADDRESS";
        return option;
    }

    /// <summary>Limits a numeric option to a range.</summary>
    public static Option<T> Between<T>(this Option<T> option, T minimum, T maximum, string unit = "")
        where T : struct, INumber<T>
    {
        option.Validators.Add(result =>
        {
            // A text that is no number has an error of its own.
            if (result.Tokens.Count > 0 && T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out T value)
                && !(value >= minimum && value <= maximum))
            {
                result.AddError($"{option.Name} is between {minimum} and {$"{maximum} {unit}".TrimEnd()}, not {result.Tokens[0].Value}.");
            }
        });
        return option;
    }

    /// <summary>An option that takes a whole number within a range.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most that it takes.</param>
    /// <param name="ordinary">What it is where it is left out.</param>
    public static Option<int> CreateWhole(string name, string description, int least, int most, int ordinary) =>
        new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => ordinary }.Between(least, most);

    /// <summary>An option whose value is made from text by a parser that throws <see cref="FormatException"/>.</summary>
    public static Option<T?> Parsed<T>(string name, Func<string, T> parse)
        where T : class
        => new(name) { CustomParser = result => Parse(result, parse) };

    private static T? Parse<T>(ArgumentResult result, Func<string, T> parse)
        where T : class
    {
        try
        {
            return parse(result.Tokens[0].Value);
        }
        catch (FormatException problem)
        {
            result.AddError(problem.Message);
            return null;
        }
    }
}
