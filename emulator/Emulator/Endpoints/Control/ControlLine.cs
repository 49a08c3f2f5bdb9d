using System.Buffers;
using System.Text;
using System.Text.Json;

namespace IqosDevice.Emulator.Endpoints.Control;

/// <summary>
/// One line of the control channel: a JSON object in UTF-8, ended by a line feed, with an optional carriage return.
/// <code>{"id":1,"verb":"state"}\n</code>
/// </summary>
internal static class ControlLine
{
    /// <summary>Longest line without its end.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes a line, without its end, from the front of the input.</summary>
    /// <returns>False where more bytes are needed; the input is untouched then.</returns>
    /// <exception cref="ProtocolException">The line is longer than <see cref="MostBytes"/>.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> input, out ReadOnlySequence<byte> line)
    {
        line = default;
        SequencePosition? end = input.PositionOf((byte)'\n');
        long lineBytes = end is null ? input.Length : input.GetOffset(end.Value) - input.GetOffset(input.Start);
        if (lineBytes > MostBytes)
        {
            throw new ProtocolException($"a line is longer than {MostBytes} bytes", MostBytes);
        }

        if (end is null)
        {
            return false;
        }

        line = input.Slice(input.Start, end.Value);
        input = input.Slice(input.GetPosition(1, end.Value));
        return true;
    }

    /// <summary>Gives the text of a line that is one JSON object.</summary>
    /// <returns>Null where it is not; then <paramref name="error"/> says why.</returns>
    public static string? TryDecode(ReadOnlySequence<byte> line, out string error)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read())
                {
                    RequireText(ref reader);
                }

                error = string.Empty;
                return StrictUtf8.GetString(line).TrimEnd('\r');
            }

            error = "A line is one JSON object.";
        }
        catch (JsonException malformed)
        {
            error = $"A line is one JSON object. {malformed.Message}";
        }
        catch (DecoderFallbackException)
        {
            error = "A line is one JSON object in UTF-8.";
        }
        catch (InvalidOperationException)
        {
            error = "A line is one JSON object; an escape in it is half of a surrogate pair.";
        }

        return null;
    }

    /// <summary>Escapes may form what is JSON and yet no text, and could not be repeated in a reply.</summary>
    /// <exception cref="InvalidOperationException">The token is no text.</exception>
    private static void RequireText(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            reader.GetString();
        }
    }

    /// <summary>The object that answers a line which cannot be handed on.</summary>
    public static string Error(string message) =>
        $$"""{"ok":false,"error":"{{JsonEncodedText.Encode(message)}}"}""";
}
