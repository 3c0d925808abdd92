using System.Buffers;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>The structured metadata <c>detected_level</c> that Loki adds to each line: from a label, else a key of the line, else words in the line.</summary>
internal sealed class LevelDetector
{
    public const string Label = "detected_level";

    private const int MaxJsonDepth = 2;

    private static readonly string[] Fields =
    [
        "level", "LEVEL", "Level", "log.level", "severity", "SEVERITY", "Severity", "SeverityText", "lvl", "LVL", "Lvl",
        "severity_text", "Severity_Text", "SEVERITY_TEXT",
    ];

    /// <summary>The words that stand for a level in a line that names none, in the order in which they are tried.</summary>
    private static readonly (byte[] Word, string Level)[] Words =
    [
        ("trace"u8.ToArray(), "trace"), ("debug"u8.ToArray(), "debug"), ("fatal"u8.ToArray(), "fatal"), ("critical"u8.ToArray(), "critical"),
        ("error"u8.ToArray(), "error"), ("err"u8.ToArray(), "error"), ("warning"u8.ToArray(), "warn"), ("warn"u8.ToArray(), "warn"),
        ("info"u8.ToArray(), "info"),
    ];

    private readonly ArrayBufferWriter<byte> _unescaped = new();
    private byte[] _lower = [];

    /// <summary>The metadata with the level; a level that is there already is only normalised.</summary>
    public LabelSet AddTo(LabelSet metadata, LabelSet stream, ReadOnlySpan<byte> line)
    {
        if (metadata.TryGet(Label, out var given)) return metadata.With(Label, Normalise(given));
        var field = Fields.FirstOrDefault(stream.Contains);
        if (field is not null) return metadata.With(Label, Normalise(stream.ValueOrEmpty(field)));
        field = Fields.FirstOrDefault(metadata.Contains);
        return metadata.With(Label, field is not null ? Normalise(metadata.ValueOrEmpty(field)) : FromLine(line));
    }

    private string FromLine(ReadOnlySpan<byte> line)
    {
        var value = IsJson(line) ? FromJson(line) : line.Contains((byte)'=') ? FromLogfmt(line) : "";
        return TryKnown(value) ?? FromWords(line);
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        var trimmed = line.Trim(" \t\r\n\v\f"u8);
        return trimmed.Length > 1 && trimmed[0] == '{' && trimmed[^1] == '}';
    }

    /// <summary>The value of the first field in the order of preference; reading stops at a pair that is wrong.</summary>
    private string FromLogfmt(ReadOnlySpan<byte> line)
    {
        var (best, value) = (Fields.Length, "");
        var reader = new LogfmtReader(line, _unescaped);
        while (best > 0 && !reader.AtEnd && reader.TryRead())
        {
            // All fields have 3 to 13 characters; most keys of a line are ruled out by that.
            if (reader.Key.Length is < 3 or > 13) continue;
            for (var i = 0; i < best; i++)
                if (Ascii.EqualsIgnoreCase(reader.Key, Fields[i]))
                {
                    best = i;
                    value = reader.Value.Length <= 16 ? Encoding.UTF8.GetString(reader.Value) : "";
                }
        }

        return value;
    }

    private static string FromJson(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                var isField = reader.CurrentDepth <= MaxJsonDepth && Array.IndexOf(Fields, Encoding.UTF8.GetString(reader.ValueSpan)) >= 0;
                if (!reader.Read()) break;
                if (isField && reader.TokenType == JsonTokenType.String) return reader.ValueSpan.Length <= 16 ? Encoding.UTF8.GetString(reader.ValueSpan) : "";
                if (reader.TokenType == JsonTokenType.StartArray) reader.Skip();
            }
        }
        catch (JsonException)
        {
            // A line that only looks like JSON has no level of its own; its words decide.
        }

        return "";
    }

    /// <summary>Loki 3.7 behaviour: only the first place of each word is looked at, and there it must stand by itself.</summary>
    private string FromWords(ReadOnlySpan<byte> line)
    {
        if (_lower.Length < line.Length) _lower = new byte[Math.Max(line.Length, 1024)];
        var lower = _lower.AsSpan(0, line.Length);
        for (var i = 0; i < line.Length; i++) lower[i] = (byte)(line[i] is >= (byte)'A' and <= (byte)'Z' ? line[i] | 0x20 : line[i]);
        foreach (var (word, level) in Words)
        {
            var start = lower.IndexOf(word);
            if (start >= 0 && IsBoundary(lower, start - 1) && IsBoundary(lower, start + word.Length)) return level;
        }

        return "unknown";
    }

    /// <summary>Letters, digits, underscores and hyphens belong to a word: <c>Non-Error</c> is no error. Bytes beyond ASCII count as the Latin-1 characters of that number.</summary>
    private static bool IsBoundary(ReadOnlySpan<byte> line, int position) =>
        position < 0 || position >= line.Length || !(line[position] is (byte)'_' or (byte)'-' || char.IsLetter((char)line[position]) || char.IsDigit((char)line[position]));

    private static string Normalise(string level) => TryKnown(level) ?? level;

    private static string? TryKnown(string level) => level.ToLowerInvariant() switch
    {
        "trace" or "trc" => "trace",
        "debug" or "dbg" => "debug",
        "info" or "inf" or "information" => "info",
        "warn" or "wrn" or "warning" => "warn",
        "error" or "err" => "error",
        "critical" => "critical",
        "fatal" => "fatal",
        _ => null,
    };
}
