using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo.Otlp;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>Reads the answer of a search. Members may be missing: the server leaves out what is zero or empty.</summary>
/// <remarks>
/// <code>
/// {"traces":[{"traceID":"af7651916cd43dd8448eb211c80319c","rootServiceName":"shop-web","rootTraceName":"HTTP GET",
///   "startTimeUnixNano":"1760000000100000000","durationMs":312,"spanSet":{...},"spanSets":[{"spans":[{"spanID":"b7ad6b7169203331",
///   "name":"HTTP GET","startTimeUnixNano":"1760000000100000000","durationNanos":"300000000","attributes":[{"key":"status",
///   "value":{"stringValue":"error"}}]}],"matched":1}],"serviceStats":{"cart":{"spanCount":7,"errorCount":1}}}],
///  "metrics":{"inspectedTraces":120,"inspectedBytes":"3811736","completedJobs":12,"totalJobs":12}}
/// </code>
/// Trace ids lack leading zeros.
/// </remarks>
internal static class SearchJson
{
    // What Tempo shows in place of a root that it has not seen.
    private const string NoRoot = "<root span not yet received>";

    public static SearchPart Read(JsonElement root)
    {
        var intake = new SpanIntake();
        var items = ApiJson.OptionalItems(ApiJson.OptionalMember(OtlpJson.Object(root), "traces"));
        ImmutableArray<FoundTrace> traces = [.. items.Select(item => Trace(item, intake)).OfType<FoundTrace>()];
        var metrics = ApiJson.OptionalMember(root, "metrics");
        return new SearchPart(traces)
        {
            Unreadable = items.Length - traces.Length,
            LeftOut = intake.LeftOut(),
            CompletedJobs = Number(metrics, "completedJobs"),
            TotalJobs = Number(metrics, "totalJobs"),
            Bytes = OtlpJson.Whole(ApiJson.OptionalMember(metrics, "inspectedBytes")),
        };
    }

    private static FoundTrace? Trace(JsonElement item, SpanIntake intake)
    {
        if (OtlpJson.TraceId(item, "traceID") is not { } id) return null;
        var sets = SpanSets(item);
        return new FoundTrace(
            id,
            Root(item, "rootServiceName"),
            Root(item, "rootTraceName"),
            OtlpJson.Nanoseconds(item, "startTimeUnixNano"),
            TimeSpan.FromMilliseconds(Number(item, "durationMs")),
            [.. sets.SelectMany(set => Spans(set, intake)).DistinctBy(span => span.Id)],
            sets.Sum(set => Number(set, "matched")),
            Services(ApiJson.OptionalMember(item, "serviceStats")));
    }

    private static string? Root(JsonElement item, string name) =>
        ApiJson.OptionalText(item, name) is { Length: > 0 } text and not NoRoot ? text : null;

    // The older member repeats the first of the newer.
    private static JsonElement[] SpanSets(JsonElement item)
    {
        var sets = ApiJson.OptionalItems(ApiJson.OptionalMember(item, "spanSets"));
        if (sets.Length > 0) return sets;
        var set = ApiJson.OptionalMember(item, "spanSet");
        return ApiJson.IsAbsent(set) ? [] : [set];
    }

    private static IEnumerable<FoundSpan> Spans(JsonElement set, SpanIntake intake)
    {
        foreach (var span in ApiJson.OptionalItems(ApiJson.OptionalMember(set, "spans")))
        {
            if (OtlpJson.SpanId(span, "spanID") is not { } id)
            {
                intake.AddUnreadable();
                continue;
            }
            yield return new FoundSpan(
                id,
                ApiJson.OptionalText(span, "name"),
                OtlpJson.Nanoseconds(span, "startTimeUnixNano"),
                OtlpJson.Nanoseconds(span, "durationNanos"),
                AttributeJson.Read(span, "attributes", intake));
        }
    }

    private static ImmutableArray<ServiceSpans> Services(JsonElement stats) =>
        stats.ValueKind == JsonValueKind.Object
            ? [.. stats.EnumerateObject().Select(service =>
                new ServiceSpans(service.Name, Number(service.Value, "spanCount"), Number(service.Value, "errorCount")))]
            : [];

    private static int Number(JsonElement parent, string name) =>
        (int)Math.Clamp(OtlpJson.Whole(ApiJson.OptionalMember(parent, name)) ?? 0, 0, int.MaxValue);
}
