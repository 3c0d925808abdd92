namespace RumPortal.EndToEndTests.Pages;

/// <summary>A row of a timeline as it is read on the page.</summary>
/// <param name="Type">As in the JSON API: <c>page-view</c>, <c>error</c>.</param>
/// <param name="Time">Time of day in the page's time zone.</param>
internal sealed record EventLine(string Type, TimeOnly Time, string Title, string Detail)
{
    public bool Is(string type, string words) => Type == type && $"{Title} {Detail}".Contains(words, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Time:HH:mm:ss.fff} {Type}: {Title} | {Detail}";
}
