using System.Net.Mail;
using System.Text;

namespace IqosDevice.Portal.Common;

/// <summary>Checks the fields of one request and gathers what is wrong, in the order of the fields.</summary>
public sealed class FieldChecks
{
    private const int LongestEmail = 254;
    private const int ShortestMobile = 8;
    private const int LongestMobile = 15;

    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public void Add(string field, string code) => problems.Add(new Problem(field, code));

    public void Require(bool holds, string field, string code)
    {
        if (!holds)
        {
            Add(field, code);
        }
    }

    /// <summary>A line of text without control characters; "" where it is missing or refused.</summary>
    public string Line(string field, string? value, int longest)
    {
        string line = Normalize(field, value);
        if (line.Length > longest)
        {
            Add(field, "too-long");
            return string.Empty;
        }

        return line;
    }

    /// <summary>An e-mail address, at most 254 characters (RFC 5321, 4.5.3.1.3).</summary>
    public string Email(string field, string? value)
    {
        string email = Line(field, value, LongestEmail);
        if (email.Length > 0 && !IsEmail(email))
        {
            Add(field, "not-an-email");
            return string.Empty;
        }

        return email;
    }

    /// <summary>A mobile number in E.164; Hungarian numbers may begin with 06.</summary>
    public string Mobile(string field, string? value)
    {
        string line = Line(field, value, 40);
        if (line.Length == 0)
        {
            return string.Empty;
        }

        string? number = NormalizeMobile(line);
        if (number is null)
        {
            Add(field, "not-a-mobile");
        }

        return number ?? string.Empty;
    }

    public DateOnly Date(string field, string? value)
    {
        string line = Line(field, value, 40);
        if (line.Length > 0 && !DateOnly.TryParseExact(line, "yyyy-MM-dd", out _))
        {
            Add(field, "not-a-date");
        }

        return DateOnly.TryParseExact(line, "yyyy-MM-dd", out DateOnly date) ? date : default;
    }

    public string PostalCode(string field, string? value)
    {
        string code = Line(field, value, 40);
        if (code.Length > 0 && !(code.Length is >= 3 and <= 10 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')))
        {
            Add(field, "not-a-postal-code");
        }

        return code;
    }

    /// <summary>A number as people write it, in E.164; null where it is none.</summary>
    public static string? NormalizeMobile(string text)
    {
        string digits = new([.. text.Where(letter => letter is not (' ' or '\u00a0' or '-' or '/' or '(' or ')' or '.'))]);
        digits = digits.StartsWith("06", StringComparison.Ordinal) ? "+36" + digits[2..]
            : digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..]
            : digits;
        bool isNumber = digits.Length is >= ShortestMobile + 1 and <= LongestMobile + 1 && digits[0] == '+' && digits[1] is >= '1' and <= '9'
            && digits.Skip(1).All(char.IsAsciiDigit);
        return isNumber && (!digits.StartsWith("+36", StringComparison.Ordinal) || IsHungarianMobile(digits)) ? digits : null;
    }

    // Networks 20, 30, 31, 50 and 70, and seven digits; what begins with 1 or 52 stands on a desk and takes no text message.
    private static bool IsHungarianMobile(string number) =>
        number.Length == "+36201234567".Length && number[3..5] is "20" or "30" or "31" or "50" or "70";

    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out MailAddress? address)
        && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
        && text.All(letter => letter is > ' ' and < '\x7f') && !text.Contains('"', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');

    private string Normalize(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, "required");
            return string.Empty;
        }

        // A lone surrogate is no text, and cannot be stored.
        if (value.Any(char.IsControl) || !value.EnumerateRunes().All(rune => rune != Rune.ReplacementChar))
        {
            Add(field, "not-text");
            return string.Empty;
        }

        return value.Trim();
    }
}
