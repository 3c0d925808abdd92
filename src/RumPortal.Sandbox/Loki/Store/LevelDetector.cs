using System.Buffers;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Loki.Labels;
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

    private static readonly (string Level, byte[][] Words)[] Words =
    [
        Level("info", "info", "INFO"),
        Level("error", "err:", "ERR:", "[err]", "[ERR]", "[error]", "[ERROR]"),
        Level("warn", "warn:", "WARN:", "[warn]", "[WARN]", "warning", "WARNING"),
        Level("critical", "critical:", "CRITICAL:", "[critical]", "[CRITICAL]"),
        Level("debug", "debug", "DEBUG"),
    ];

    private readonly ArrayBufferWriter<byte> _unescaped = new();

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

    private static string FromWords(ReadOnlySpan<byte> line)
    {
        foreach (var (level, words) in Words)
            foreach (var word in words)
                if (line.IndexOf(word) >= 0) return level;
        return "unknown";
    }

    private static (string Level, byte[][] Words) Level(string level, params string[] words) => (level, [.. words.Select(Encoding.UTF8.GetBytes)]);

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
