using System.Text;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>Names of code as words for people.</summary>
internal static class CamelCase
{
    /// <summary>"WriteRequest" as the specification writes it: "Write Request".</summary>
    public static string ToWords(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (int index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsUpper(name[index]) && char.IsLower(name[index - 1]))
            {
                words.Append(' ');
            }

            words.Append(name[index]);
        }

        return words.ToString();
    }
}
