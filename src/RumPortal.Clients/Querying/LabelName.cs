using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Clients.Querying;

/// <summary>
/// A label name that may stand in a query of any language. Names cannot be quoted in LogQL, nor in PromQL before Prometheus 3, so they
/// come from an allow list: letters, digits and underscores, not beginning with a digit, and none of the words that LogQL's grammar keeps
/// for itself (Loki 3.7, any letter case); PromQL's keywords may be labels.
/// </summary>
public readonly record struct LabelName
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
    [
        "and", "bool", "by", "decolorize", "drop", "group_left", "group_right", "ignoring", "json", "keep", "label_format", "label_replace",
        "line_format", "logfmt", "offset", "on", "or", "pattern", "regexp", "unless", "unpack", "unwrap", "without",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly string? _name;

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public LabelName(string name)
    {
        if (!IsLegal(name)) throw new ArgumentException($"'{name}' cannot be a label name in a query.", nameof(name));
        _name = name;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out LabelName name)
    {
        name = default;
        if (text is null || !IsLegal(text)) return false;
        name = new LabelName(text);
        return true;
    }

    public static implicit operator LabelName(string name) => new(name);

    public override string ToString() => _name ?? throw new InvalidOperationException("A label name was never given.");

    private static bool IsLegal(string name) =>
        name.Length is > 0 and <= 1024
        && !char.IsAsciiDigit(name[0])
        && name.AsSpan().IndexOfAnyExcept(Characters) < 0
        && !Keywords.Contains(name);
}
