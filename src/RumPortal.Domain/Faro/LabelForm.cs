using System.Buffers;
using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// The form that a line's key takes as a label of a query (Loki 3.7 behaviour): every character outside <c>[A-Za-z0-9_]</c> becomes
/// <c>_</c>, and a leading digit gets a <c>_</c> before it. <c>event_data_http.request.method</c> is <c>event_data_http_request_method</c>.
/// </summary>
internal static class LabelForm
{
    public static readonly SearchValues<byte> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    public static bool StartsWithDigit(ReadOnlySpan<byte> key) => !key.IsEmpty && char.IsAsciiDigit((char)key[0]);

    /// <summary>Whether the key is its own label form.</summary>
    public static bool Holds(ReadOnlySpan<byte> key) => !StartsWithDigit(key) && !key.ContainsAnyExcept(Characters);

    /// <summary>Whether <paramref name="key"/>, as decoded from a line, has the label form <paramref name="label"/>.</summary>
    public static bool Equals(ReadOnlySpan<byte> key, ReadOnlySpan<byte> label)
    {
        if (StartsWithDigit(key))
        {
            if (label.IsEmpty || label[0] != '_') return false;
            label = label[1..];
        }
        while (!key.IsEmpty)
        {
            if (label.IsEmpty || ToLabel(ref key) != label[0]) return false;
            label = label[1..];
        }
        return label.IsEmpty;
    }

    public static string From(ReadOnlySpan<byte> key)
    {
        var label = new StringBuilder(key.Length + 1);
        if (StartsWithDigit(key)) label.Append('_');
        while (!key.IsEmpty) label.Append((char)ToLabel(ref key));
        return label.ToString();
    }

    private static byte ToLabel(ref ReadOnlySpan<byte> key)
    {
        var first = key[0];
        Rune.DecodeFromUtf8(key, out _, out var consumed);
        key = key[consumed..];
        return consumed == 1 && Characters.Contains(first) ? first : (byte)'_';
    }
}
