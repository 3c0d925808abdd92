using RumPortal.Clients.Loki.LogQl;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>The address of <c>/vitals/settings</c>.</summary>
/// <remarks><code>?app=shop-web&amp;lines=json</code></remarks>
/// <param name="Filter">What the filter bar holds; the app is in it.</param>
/// <param name="Lines">How the lines are spelt that the rules read.</param>
public sealed record VitalsSettingsState(ViewFilter Filter, LineParser Lines)
{
    public static VitalsSettingsState Default { get; } = new(new ViewFilter(), LineParser.Logfmt);

    public static IReadOnlyList<LineParser> Spellings { get; } = Enum.GetValues<LineParser>();

    /// <summary>A spelling that is not known leaves the default in place.</summary>
    public static VitalsSettingsState Parse(ViewFilter filter, QueryReader query) =>
        new(filter, Spellings.FirstOrDefault(spelling => WordOf(spelling) == query.First("lines"), Default.Lines));

    public string ToAddress() => Filter.ToQuery().Add("lines", Lines == Default.Lines ? null : WordOf(Lines)).On(PortalUrls.VitalsSettings);

    public static string WordOf(LineParser spelling) => spelling.ToString().ToLowerInvariant();
}
