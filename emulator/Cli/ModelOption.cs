using System.CommandLine;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli;

/// <summary>The option <c>--model</c>.</summary>
internal static class ModelOption
{
    /// <summary>Takes a marketing name in any case; hyphens may stand for spaces.</summary>
    public static Option<string> Create()
    {
        string models = string.Join(", ", HolderModels.Names);
        var option = new Option<string>("--model")
        {
            Description = $"One of {models}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => new HolderOptions().Model,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (HolderModels.TryFind(text.Replace('-', ' '), out HolderModel? model))
                {
                    return model.Name;
                }

                result.AddError($"There is no model \"{text}\". Models: {models}.");
                return string.Empty;
            },
        };
        option.CompletionSources.Add([.. HolderModels.Names]);
        return option;
    }

    /// <summary>A model's name in lower case with hyphens, as a folder's name.</summary>
    public static string ToSlug(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
