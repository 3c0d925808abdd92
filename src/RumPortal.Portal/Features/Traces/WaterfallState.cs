using System.Text.RegularExpressions;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Traces;

/// <summary>
/// What a waterfall shows and how, as its address says and its script tells and is told. Text is what a stranger may have put into a link:
/// what is not of the right form counts as absent.
/// </summary>
public sealed partial record WaterfallState
{
    public const int LongestFind = 200;

    private const int LongestList = 2_000;

    /// <summary>The key of the selected node.</summary>
    public string Span { get; init; } = "";

    /// <summary>The key of the node that is shown alone with its descendants.</summary>
    public string Focus { get; init; } = "";

    /// <summary>What is searched for.</summary>
    public string Find { get; init; } = "";

    /// <summary>The shown stretch in milliseconds from the trace's start: <c>120.5-880</c>; all when empty.</summary>
    public string Zoom { get; init; } = "";

    /// <summary>Keys of the nodes whose descendants are folded away, separated by commas.</summary>
    public string Fold { get; init; } = "";

    /// <summary><c>raw</c> for the senders' clocks.</summary>
    public string Clock { get; init; } = "";

    /// <summary><c>off</c> when the critical path is not shown.</summary>
    public string Path { get; init; } = "";

    public static WaterfallState Parse(QueryReader query) => new WaterfallState
    {
        Span = query.First("span") ?? "",
        Focus = query.First("focus") ?? "",
        Find = query.First("find") ?? "",
        Zoom = query.First("zoom") ?? "",
        Fold = query.First("fold") ?? "",
        Clock = query.First("clock") ?? "",
        Path = query.First("path") ?? "",
    }.Checked();

    /// <summary>Only what has the right form.</summary>
    public WaterfallState Checked() => new()
    {
        Span = KeyOrNothing(Span),
        Focus = KeyOrNothing(Focus),
        Find = Find.Length <= LongestFind ? Find : "",
        Zoom = ZoomForm().IsMatch(Zoom) ? Zoom : "",
        Fold = Fold.Length <= LongestList && Array.TrueForAll(Fold.Split(','), key => KeyForm().IsMatch(key)) ? Fold : "",
        Clock = Clock == "raw" ? Clock : "",
        Path = Path == "off" ? Path : "",
    };

    public QueryWriter AddTo(QueryWriter query) => query
        .Add("span", Span).Add("focus", Focus).Add("find", Find).Add("zoom", Zoom).Add("fold", Fold).Add("clock", Clock).Add("path", Path);

    private static string KeyOrNothing(string key) => KeyForm().IsMatch(key) ? key : "";

    [GeneratedRegex(@"^(?:[0-9a-f]{16}(?:\.\d{1,6})?|document)\z")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^\d{1,15}(?:\.\d{1,6})?-\d{1,15}(?:\.\d{1,6})?\z")]
    private static partial Regex ZoomForm();
}
