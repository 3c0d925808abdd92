using System.Text.Json.Serialization;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>A node of a trace. Members that do not apply are left out.</summary>
/// <param name="Type">span, missing-parent or page-load.</param>
/// <param name="Depth">0 for a root.</param>
/// <param name="Start">UTC, by the clock asked for.</param>
/// <param name="SelfMs">Time during which no child ran.</param>
public sealed record SpanDocument(string Type, string Name, int Depth, DateTimeOffset Start, double DurationMs, double SelfMs)
{
    private const double NanosecondsPerMillisecond = 1e6;

    /// <summary>16 hex digits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Id { get; init; }

    /// <summary>The parent that the span names, whether or not it is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ParentId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Service { get; init; }

    /// <summary>internal, server, client, producer or consumer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Kind { get; init; }

    /// <summary>ok or error; absent when unset.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? StatusMessage { get; init; }

    /// <summary>Nanoseconds since 1970 as the sender wrote it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? StartUnixNano { get; init; }

    /// <summary>Nanoseconds since 1970 as the sender wrote it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? EndUnixNano { get; init; }

    /// <summary>repeated-id, shared-id, ring-cut, negative-duration, inferred-place.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Scope { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<AttributeDocument>? Attributes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<AttributeDocument>? Resource { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<SpanEventDocument>? Events { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<SpanLinkDocument>? Links { get; init; }

    internal static SpanDocument Of(TraceNode node, TraceTree tree, ViewerScope viewer)
    {
        var document = new SpanDocument(
            TypeOf(node.Kind), SpanTitle.Of(node).Name, node.Depth, Instants.Of(node.Start), node.Duration / NanosecondsPerMillisecond, node.SelfTime / NanosecondsPerMillisecond)
        {
            Id = node.Id?.ToString(),
            Service = node.Service.Length > 0 ? node.Service : null,
            Marks = [.. Enum.GetValues<NodeMarks>().Where(mark => mark != NodeMarks.None && node.Marks.HasFlag(mark)).Select(WordOf)],
            // What is concluded has no id to name; its place is still told.
            ParentId = node.Span is null && node.Parent >= 0 ? tree.Nodes[node.Parent].Id?.ToString() : node.Span?.ParentId?.ToString(),
        };
        return node.Span is { } span ? document.With(span, viewer) : document;
    }

    private SpanDocument With(Span span, ViewerScope viewer) => this with
    {
        Kind = span.Kind == SpanKind.Unspecified ? null : Word(span.Kind),
        Status = span.Status == SpanStatus.Unset ? null : Word(span.Status),
        StatusMessage = span.StatusMessage,
        StartUnixNano = Digits(span.Start),
        EndUnixNano = Digits(span.End),
        Scope = span.Scope.Name.Length > 0 ? span.Scope.Name : null,
        Attributes = AttributeDocument.Of(span.Attributes, viewer),
        Resource = AttributeDocument.Of(span.Resource.Attributes, viewer),
        Events = span.Events.IsEmpty ? null : [.. span.Events.Select(happened => new SpanEventDocument(happened.Name, Digits(happened.Time), AttributeDocument.Of(happened.Attributes, viewer)))],
        Links = span.Links.IsEmpty ? null : [.. span.Links.Select(link => new SpanLinkDocument(link.TraceId.ToString(), link.SpanId?.ToString(), AttributeDocument.Of(link.Attributes, viewer)))],
    };

    private static string TypeOf(TraceNodeKind kind) => kind switch
    {
        TraceNodeKind.MissingParent => "missing-parent",
        TraceNodeKind.DocumentLoad => "page-load",
        _ => "span",
    };

    private static string WordOf(NodeMarks mark) => mark switch
    {
        NodeMarks.RepeatedId => "repeated-id",
        NodeMarks.SharedId => "shared-id",
        NodeMarks.RingCut => "ring-cut",
        NodeMarks.NegativeDuration => "negative-duration",
        _ => "inferred-place",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Digits(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
