using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace RumPortal.Domain.Querying;

/// <summary>How a <see cref="MetadataFilter"/> compares.</summary>
public enum FilterOperator
{
    /// <summary>The whole value, letter case counts.</summary>
    Is,

    /// <summary>Anything but this value; a record without the key passes.</summary>
    IsNot,

    /// <summary>The value holds the text, letter case does not count.</summary>
    Contains,
}

/// <summary>
/// A condition on one key of a record's metadata, for example <c>browser_name:Arc</c>. Several conditions with
/// <see cref="FilterOperator.Is"/> on one key mean any of them; conditions on different keys must all hold.
/// </summary>
/// <remarks>
/// The text form is what URLs and the API carry:
/// <code>
/// browser_name:Arc      is
/// !browser_name:Arc     is not
/// ~page_url:checkout    contains
/// </code>
/// The first colon ends the key; the value is taken as it is, with any character.
/// </remarks>
public sealed partial record MetadataFilter(string Key, FilterOperator Operator, string Value)
{
    /// <summary>Keys and values beyond this are refused: no real key or value that one would filter by is longer.</summary>
    public const int LongestKey = 128, LongestValue = 1024;

    public override string ToString() => Operator switch
    {
        FilterOperator.IsNot => $"!{Key}:{Value}",
        FilterOperator.Contains => $"~{Key}:{Value}",
        _ => $"{Key}:{Value}",
    };

    /// <summary>Reads the text form; <paramref name="fault"/> is a sentence for the user.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MetadataFilter? filter, [NotNullWhen(false)] out string? fault)
    {
        filter = null;
        text ??= "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            fault = "A filter has the form key:value, for example browser_name:Arc.";
            return false;
        }
        var operation = text[0] switch { '!' => FilterOperator.IsNot, '~' => FilterOperator.Contains, _ => FilterOperator.Is };
        var key = operation == FilterOperator.Is ? text[..colon] : text[1..colon];
        var value = text[(colon + 1)..];
        fault = FaultOf(key, value);
        if (fault is not null) return false;
        filter = new MetadataFilter(key, operation, value);
        return true;
    }

    private static string? FaultOf(string key, string value) =>
        key.Length > LongestKey || !KeyForm().IsMatch(key) ? "A filter key has letters, digits and underscores only and does not start with a digit."
        : value.Length == 0 ? $"The filter on {key} has no value."
        : value.Length > LongestValue ? $"The value of the filter on {key} is longer than {LongestValue} characters."
        : value.Contains('\0', StringComparison.Ordinal) || HasLoneSurrogate(value) ? $"The value of the filter on {key} is not valid text."
        : null;

    private static bool HasLoneSurrogate(string value)
    {
        for (var rest = value.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done) return true;
            rest = rest[length..];
        }
        return false;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex KeyForm();
}
