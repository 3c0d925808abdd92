using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Json;

/// <summary>Ids in OTLP/JSON: hex of the full length, base64 of the full length, or empty for none.</summary>
/// <remarks><c>0af7651916cd43dd8448eb211c80319c</c>, <c>CvdlGRbNQ92ESOshHIAxnA==</c></remarks>
internal static class JsonIds
{
    public static UInt128 TraceId(JsonElement message, string name)
    {
        var text = JsonFields.Text(message, name);
        Span<byte> bytes = stackalloc byte[IdText.TraceIdBytes];
        return TryRead(text, bytes) ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : throw Wrong(name, text, bytes.Length);
    }

    public static ulong SpanId(JsonElement message, string name)
    {
        var text = JsonFields.Text(message, name);
        Span<byte> bytes = stackalloc byte[IdText.SpanIdBytes];
        return TryRead(text, bytes) ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : throw Wrong(name, text, bytes.Length);
    }

    private static bool TryRead(string text, Span<byte> bytes)
    {
        bytes.Clear();
        if (text.Length == 0) return true;
        if (text.Length == 2 * bytes.Length && text.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        return text.Length == (bytes.Length + 2) / 3 * 4 && Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length;
    }

    private static OtlpFormatException Wrong(string name, string text, int length) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}: expected {2 * length} hex digits, found '{(text.Length <= 64 ? text : text[..64] + "...")}'"));
}
