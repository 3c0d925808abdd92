using System.Globalization;

namespace RumPortal.Storage;

/// <summary>
/// What a text must be to be stored and read back as it was. PostgreSQL refuses NUL, and half a surrogate pair would silently become
/// U+FFFD on its way to UTF-8.
/// </summary>
internal static class TextRules
{
    public const int LongestApp = 200, LongestAuthor = 200;

    public static string App(string? app) => Require(app, "The app's name", LongestApp);

    public static string Author(string? author) => Require(author, "The author's name", LongestAuthor);

    /// <summary>Refuses a text that is empty, longer than it may be, framed by white space, or not plain text.</summary>
    /// <param name="what">The text's name at the begin of a sentence: <c>The name</c>.</param>
    /// <param name="longest">In UTF-16 units.</param>
    public static string Require(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) throw Fault($"{what} is empty.");
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) throw Fault($"{what} begins or ends with white space.");
        return Allow(text, what, longest);
    }

    /// <summary>The same for a text that may be empty.</summary>
    public static string Allow(string? text, string what, int longest)
    {
        if (text is null) throw Fault($"{what} is missing.");
        if (text.Length > longest)
            throw Fault(string.Create(CultureInfo.InvariantCulture, $"{what} is {text.Length} characters long; at most {longest} fit."));
        if (text.Any(char.IsControl)) throw Fault($"{what} holds control characters.");
        if (HasLoneSurrogate(text)) throw Fault($"{what} holds half of a surrogate pair, which is no character.");
        return text;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return true;
            index++;
        }
        return false;
    }

    private static StorageException Fault(string message) => new(StorageFault.Invalid, message);
}
