using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Tempo.TraceQl.Evaluation;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary><c>/api/search</c>, by TraceQL (<c>q</c>) or by the older <c>tags</c>.</summary>
internal sealed class SearchEndpoint(TempoBackend tempo)
{
    public async Task SearchAsync(HttpContext context)
    {
        var parameters = context.Request.Query;
        var range = SearchRange.Read(parameters, tempo.Options.MaxSearchRange);
        var limit = Limit(parameters["limit"].ToString());
        var shownSpans = ShownSpans(parameters["spss"].ToString());
        var query = QueryOf(parameters);
        using var timeout = new CancellationTokenSource(tempo.Options.QueryTimeout, tempo.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        // Tempo 3.0 behaviour: what was found first is told newest first.
        var found = tempo.Searcher.Search(query, range.From, range.To, linked.Token).Take(limit).OrderByDescending(trace => trace.Trace.Start).ToList();
        var fields = MentionedFields.Of(query.Pipeline);
        await TempoResponse.JsonAsync(context, json => Write(json, found, fields, shownSpans));
    }

    private TraceQlQuery QueryOf(IQueryCollection parameters)
    {
        var (text, tags) = (parameters["q"].ToString(), parameters["tags"].ToString());
        if (text.Length > 0 && tags.Length > 0) throw new BadRequestException("invalid request: can't specify tags and q in the same query");
        if (text.Length == 0) return TagQuery.Of(tags, parameters["minDuration"].ToString(), parameters["maxDuration"].ToString());
        var query = QueryParameter.Parse(text, tempo.Options.MaxQueryLength);
        if (query.Metric is not null) throw QueryParameter.Invalid("metrics query used in search endpoint");
        return query;
    }

    private int Limit(string text)
    {
        if (text.Length == 0) return tempo.Options.DefaultSearchLimit;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)) throw QueryParameter.NotANumber("limit", text);
        if (limit <= 0) throw new BadRequestException("invalid limit: must be a positive number");
        return limit <= tempo.Options.MaxSearchLimit
            ? limit
            : throw new BadRequestException(string.Create(CultureInfo.InvariantCulture, $"limit {limit} exceeds max limit {tempo.Options.MaxSearchLimit}"));
    }

    private int ShownSpans(string text)
    {
        if (text.Length == 0) return tempo.Options.DefaultSpansPerSpanSet;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)) throw QueryParameter.NotANumber("spss", text);
        if (count < 0) throw new BadRequestException("invalid spss: must be a non-negative number");
        var most = tempo.Options.MaxSpansPerSpanSet;
        if (count == 0 || count > most) throw new BadRequestException(string.Create(CultureInfo.InvariantCulture, $"spans per span set exceeds {most}. received {count}"));
        return count;
    }

    private static void Write(Utf8JsonWriter json, List<FoundTrace> found, IReadOnlyList<FieldExpression> fields, int shownSpans)
    {
        var writer = new SearchResultWriter(json, fields, shownSpans);
        json.WriteStartObject();
        json.WriteStartArray("traces");
        foreach (var trace in found) writer.Write(trace);
        json.WriteEndArray();
        json.WriteStartObject("metrics");
        json.WriteNumber("inspectedTraces", found.Count);
        json.WriteNumber("completedJobs", 1);
        json.WriteNumber("totalJobs", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
