using System.Globalization;
using System.Text;

namespace RumPortal.UnitTests.Faro;

/// <summary>A second reader of logfmt, byte by byte and without any cleverness, to compare the fast one with.</summary>
internal static class PlainLogfmt
{
    public static List<(string Key, string Value)> Read(byte[] line)
    {
        var pairs = new List<(string, string)>();
        var i = 0;
        while (i < line.Length)
        {
            if (line[i] <= 0x20)
            {
                i++;
                continue;
            }
            var key = new List<byte>();
            while (i < line.Length && line[i] > 0x20 && line[i] != '=' && line[i] != '"') key.Add(line[i++]);
            var bad = key.Count == 0 || (i < line.Length && line[i] == '"');
            var value = "";
            if (!bad && i < line.Length && line[i] == '=')
            {
                i++;
                if (i < line.Length && line[i] == '"') value = ReadQuoted(line, ref i);
                else bad = !TryReadBare(line, ref i, out value);
            }
            if (!bad) pairs.Add((Encoding.UTF8.GetString([.. key]), value));
            else while (i < line.Length && line[i] > 0x20) i++;
        }
        return pairs;
    }

    private static bool TryReadBare(byte[] line, ref int i, out string value)
    {
        var bytes = new List<byte>();
        while (i < line.Length && line[i] > 0x20 && line[i] != '=' && line[i] != '"') bytes.Add(line[i++]);
        value = Encoding.UTF8.GetString([.. bytes]);
        return i == line.Length || line[i] <= 0x20;
    }

    private static string ReadQuoted(byte[] line, ref int i)
    {
        i++;
        var raw = new List<byte>();
        while (i < line.Length && line[i] != '"')
        {
            raw.Add(line[i]);
            if (line[i++] == '\\' && i < line.Length) raw.Add(line[i++]);
        }
        i++;
        return Unescape([.. raw]);
    }

    // Bytes stand in as Latin-1 characters, so that invalid UTF-8 passes through as the reader under test passes it.
    private static string Unescape(byte[] raw)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                bytes.Add(raw[i]);
                continue;
            }
            var simple = "nrtbf\"\\/'".IndexOf((char)raw[i + 1], StringComparison.Ordinal);
            if (simple >= 0)
            {
                bytes.Add((byte)"\n\r\t\b\f\"\\/'"[simple]);
                i++;
            }
            else if (Unit(raw, i) is { } unit)
            {
                var low = Unit(raw, i + 6);
                var pair = char.IsHighSurrogate(unit) && low is { } l && char.IsLowSurrogate(l);
                bytes.AddRange(Encoding.UTF8.GetBytes(pair ? $"{unit}{low}" : char.IsSurrogate(unit) ? "\uFFFD" : $"{unit}"));
                i += pair ? 11 : 5;
            }
            else
            {
                bytes.Add(raw[i]);
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static char? Unit(byte[] raw, int i)
    {
        if (i + 6 > raw.Length || raw[i] != '\\' || raw[i + 1] != 'u') return null;
        return ushort.TryParse(Encoding.Latin1.GetString(raw, i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
    }
}
