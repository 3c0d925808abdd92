using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>Every query that the portal can send, by name. A new ready-made query belongs here; a test sees to that.</summary>
internal static class QueryRegistry
{
    private static readonly string[] Sessions = ["k3VbN8qLwZ", "a9TtXw2MfE"];
    private static readonly MetadataFilter[] Filters = [new("app_version", FilterOperator.Is, "118"), new("browser_name", FilterOperator.IsNot, "Arc"), new("page_url", FilterOperator.Contains, "/cart?x=\"1\"")];

    public static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var scope in Scopes())
        {
            foreach (var parser in Enum.GetValues<LineParser>())
            {
                yield return (nameof(FaroQueries.SessionStarts), FaroQueries.SessionStarts(scope, parser, Filters).ToString());
                yield return (nameof(FaroQueries.SessionLines), FaroQueries.SessionLines(scope, parser, Sessions[0]).ToString());
                yield return (nameof(FaroQueries.NavigationTimings), FaroQueries.NavigationTimings(scope, parser).ToString());
                yield return (nameof(FaroQueries.NextSessionLines), FaroQueries.NextSessionLines(scope, parser, Sessions[0]).ToString());
                yield return (nameof(FaroQueries.LinesOfOtherSessions), FaroQueries.LinesOfOtherSessions(scope, parser, Filters, Sessions).ToString());
                yield return (nameof(FaroQueries.LinesOfOtherSessions), FaroQueries.LinesOfOtherSessions(scope, parser, [], []).ToString());
                yield return (nameof(FaroQueries.SessionCounters), FaroQueries.SessionCounters(scope, parser, Sessions, TimeSpan.FromHours(1)).ToString());
                var vitals = new VitalSelection(scope) { Parser = parser, Dimensions = ["app_version", "browser_name"], Filters = [.. Filters] };
                yield return (nameof(VitalQueries.Density), VitalQueries.Density(vitals, BucketScheme.Current, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)).ToString());
                yield return (nameof(VitalQueries.Density), VitalQueries.Density(new VitalSelection(scope) { Parser = parser, Vitals = ["cls"] }, BucketScheme.Current, TimeSpan.FromDays(1)).ToString());
                yield return (nameof(VitalQueries.Quantile), VitalQueries.Quantile(vitals, "inp", 0.75, TimeSpan.FromHours(6)).ToString());
                yield return (nameof(VitalQueries.Reports), VitalQueries.Reports(vitals, "lcp").ToString());
            }
            yield return (nameof(FaroQueries.LatestLines), FaroQueries.LatestLines(scope).ToString());
            yield return (nameof(FaroQueries.TraceLines), FaroQueries.TraceLines(scope, "666cbeb5609b8b578c5cca6e9e87f785").ToString());
            yield return (nameof(FaroQueries.LinesWithSession), FaroQueries.LinesWithSession(scope).ToString());
            yield return (nameof(FaroQueries.PageLoads), FaroQueries.PageLoads(scope, Filters, TimeSpan.FromMinutes(5)).ToString());
            yield return (nameof(FaroQueries.Errors), FaroQueries.Errors(scope, Filters, TimeSpan.FromMinutes(5)).ToString());
            yield return (nameof(FaroQueries.LatestLines), FaroQueries.LatestLines(scope).With(FieldFilter.ContainsInAnyOf(["user_id", "user_email"], "a@\"b")).ToString());
        }
    }

    /// <summary>Every query with this text wherever a user's text can go.</summary>
    public static IEnumerable<string> With(string text)
    {
        var scope = new FaroScope(StreamLabelNames.Default, [text, "shop-web"], [text]);
        yield return FaroQueries.TraceLines(scope, text).ToString();
        foreach (var parser in Enum.GetValues<LineParser>())
        {
            yield return FaroQueries.SessionStarts(scope, parser, [new("k", FilterOperator.Is, text), new("k", FilterOperator.IsNot, text), new("k", FilterOperator.Contains, text)]).ToString();
            yield return FaroQueries.SessionLines(scope, parser, text).ToString();
            yield return FaroQueries.NextSessionLines(scope, parser, text).ToString();
            yield return FaroQueries.LinesOfOtherSessions(scope, parser, [], [text, "x"]).ToString();
            yield return FaroQueries.SessionCounters(scope, parser, [text, "x"], TimeSpan.FromHours(1)).ToString();
            var vitals = new VitalSelection(scope) { Parser = parser, Filters = [new("k", FilterOperator.Is, text), new("k", FilterOperator.IsNot, text), new("k", FilterOperator.Contains, text)] };
            yield return VitalQueries.Quantile(vitals, "lcp", 0.75, TimeSpan.FromHours(6)).ToString();
            yield return VitalQueries.Reports(vitals, "lcp").ToString();
        }
    }

    private static IEnumerable<FaroScope> Scopes()
    {
        yield return new FaroScope(StreamLabelNames.Default, ["shop-web"]);
        yield return new FaroScope(StreamLabelNames.Default, ["shop-web", "docs-site"], ["production"]);
        yield return new FaroScope(new StreamLabelNames("application", "stage", null, "owner"));
    }
}
