using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Decodes a body as Go's <c>json.Decoder</c> does into Alloy's payload types: only the first JSON value is read, one value of a wrong type
/// rejects the whole batch, <c>{}</c> and <c>null</c> are valid and empty. Total: whatever the bytes are, the answer is a payload or a text.
/// </summary>
public static class PayloadDecoder
{
    // Go's scanner stops at this depth as well.
    private const int MaxDepth = 10_000;

    public static bool TryDecode(
        ReadOnlySpan<byte> body, [NotNullWhen(true)] out FaroPayload? payload, [NotNullWhen(false)] out string? error)
    {
        payload = null;
        error = null;
        try
        {
            payload = Decode(body);
            return true;
        }
        catch (PayloadFormatException fault)
        {
            error = fault.Message;
        }
        catch (JsonException fault)
        {
            error = SyntaxError(body, fault);
        }

        return false;
    }

    private static FaroPayload Decode(ReadOnlySpan<byte> body)
    {
        // Not the final block: what follows the first value is never looked at, and a cut body shows as "needs more".
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth, AllowMultipleValues = true });
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state);
        if (!reader.Read()) throw new PayloadFormatException(body.TrimStart(" \t\r\n"u8).IsEmpty ? "EOF" : "unexpected EOF");
        var payload = new FaroPayload();
        PayloadShapes.Payload.Read(ref reader, payload);
        payload.Traces = body[payload.TracesRange].ToArray();
        return payload;
    }

    private static string SyntaxError(ReadOnlySpan<byte> body, JsonException fault)
    {
        if (fault.Message.Contains("depth", StringComparison.Ordinal)) return "exceeded max depth";
        var offset = Offset(body, fault.LineNumber ?? 0) + (int)(fault.BytePositionInLine ?? 0);
        return offset < body.Length ? $"invalid character {Quoted(body[offset])} looking for beginning of value" : "unexpected EOF";
    }

    private static int Offset(ReadOnlySpan<byte> body, long line)
    {
        var offset = 0;
        for (; line > 0; line--) offset += body[offset..].IndexOf((byte)'\n') + 1;
        return offset;
    }

    private static string Quoted(byte value) => value is >= 0x20 and < 0x7F ? $"'{(char)value}'" : $"'\\x{value:x2}'";
}
