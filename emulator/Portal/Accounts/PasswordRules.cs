namespace IqosDevice.Portal.Accounts;

/// <summary>What makes a password acceptable: length, and that nobody would guess it (ASVS 2.1). No rules of composition.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>Parts shorter than this occur in many passwords by chance.</summary>
    private const int ShortestPersonalPart = 4;

    // Of the most common leaked passwords, those of 12 characters or more.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123123123123", "111111111111", "000000000000", "qwertyuiop123", "qwertyuiop[]",
        "qwerty123456", "1q2w3e4r5t6y", "1qaz2wsx3edc", "passwordpassword", "password1234", "password12345", "password123456", "passw0rd1234",
        "administrator", "adminadmin123", "letmein12345", "iloveyou1234", "iloveyou12345", "abcdefghijkl", "abcd12345678", "abc123456789",
        "welcome12345", "welcome123456", "changeme1234", "football1234", "princess1234", "sunshine1234", "jelszojelszo", "jelszo123456",
        "jelszo1234567", "titkosjelszo", "correcthorsebatterystaple", "asdfghjklqwe", "asdfghjkl123", "zxcvbnm12345", "q1w2e3r4t5y6", "monkey123456",
    };

    /// <summary>Everything that is wrong with a password, as problem codes.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="personal">Names, addresses and numbers that it must not hold.</param>
    public static IEnumerable<string> Check(string? password, IEnumerable<string> personal)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return "required";
            yield break;
        }

        if (password.Length < Shortest)
        {
            yield return "password-too-short";
        }

        if (password.Length > Longest)
        {
            yield return "too-long";
        }

        if (Common.Contains(password) || password.Distinct().Count() < 4)
        {
            yield return "password-common";
        }

        if (personal.SelectMany(text => text.Split('@', '.')).Any(part => part.Length >= ShortestPersonalPart
            && password.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "password-personal";
        }
    }
}
