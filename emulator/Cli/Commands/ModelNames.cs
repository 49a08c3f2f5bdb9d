using System.CommandLine;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Commands;

/// <summary>Model names as the user writes them.</summary>
internal static class ModelNames
{
    private static readonly HolderModelId[] Ids =
    [
        HolderModelId.Iluma, HolderModelId.IlumaPrime, HolderModelId.IlumaOne,
        HolderModelId.IlumaI, HolderModelId.IlumaIPrime, HolderModelId.IlumaIOne,
    ];

    /// <summary>Marketing names of all models.</summary>
    public static IReadOnlyList<string> All { get; } = Array.ConvertAll(Ids, id => new HolderModel(id).Name);

    /// <summary>The option <c>--model</c>; capitals and hyphens for spaces do not matter.</summary>
    public static Option<string> CreateOption() => new("--model")
    {
        Description = $"One of {string.Join(", ", All)}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new HolderModel(HolderModelId.IlumaI).Name,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            string? name = Find(text);
            if (name is null)
            {
                result.AddError($"There is no model \"{text}\". Models: {string.Join(", ", All)}.");
            }

            return name ?? string.Empty;
        },
    };

    /// <summary>A model's name in lower case with hyphens: a folder's name.</summary>
    public static string ToSlug(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static string? Find(string text)
    {
        string slug = ToSlug(text.Trim());
        return All.FirstOrDefault(name => ToSlug(name) == slug || "iqos-" + ToSlug(name) == slug);
    }
}
