using System.Diagnostics.CodeAnalysis;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// The searches that the portal asks for, ready-made; each has its finished text in its comment. Browsers say what they called in two
/// conventions, the older up to Faro 2.9: <c>http.url</c> and <c>http.status_code</c>, the newer since: <c>url.full</c> and
/// <c>http.response.status_code</c>. All leave the newest traces when a limit cuts.
/// </summary>
public static class TraceQueries
{
    private static readonly TraceField Service = TraceField.Resource("service.name");

    private static readonly TraceField[] Requests =
    [
        TraceField.Span("url.full"), TraceField.Span("http.url"),
        TraceField.Span("http.response.status_code"), TraceField.Span("http.status_code"),
        TraceField.Span("http.request.method"), TraceField.Span("http.method"),
    ];

    private static readonly TraceField[] Sessions = [TraceField.Span("session.id"), TraceField.Span("session_id")];

    private static readonly TraceField[] Environments = [TraceField.Resource("deployment.environment.name"), TraceField.Resource("deployment.environment")];

    private static readonly TraceField[] Users = [TraceField.Span("user.id"), TraceField.Span("user.name"), TraceField.Span("user.email")];

    private static readonly TraceField[] Routes =
    [
        TraceField.Span("http.route"), TraceField.Span("url.path"), TraceField.Span("http.target"),
        TraceField.Span("url.full"), TraceField.Span("http.url"),
    ];

    private static readonly TraceField[] HttpStatuses =
        [TraceField.Span("http.response.status_code"), TraceField.Span("http.status_code")];

    private static readonly TraceStage BrowserFields = TraceStage.Selecting(
    [
        Service, TraceField.Kind, .. Requests, .. Sessions,
        TraceField.Resource("service.version"), TraceField.Resource("deployment.environment.name"), TraceField.Resource("deployment.environment"),
        TraceField.Span("server.address"), TraceField.Status,
    ]);

    private static readonly TraceStage KindField = TraceStage.Selecting(TraceField.Kind);

    private static readonly TraceStage ServerFields = TraceStage.Selecting(
    [
        Service, TraceField.Kind, TraceField.Status,
        TraceField.Span("url.path"), TraceField.Span("http.target"), TraceField.Span("http.route"),
        TraceField.Span("http.request.method"), TraceField.Span("http.method"),
        TraceField.Span("http.response.status_code"), TraceField.Span("http.status_code"),
        TraceField.Span("server.address"), TraceField.Span("http.host"),
        TraceField.Span("http.request.header.traceparent"), TraceField.Span("http.request.header.uber-trace-id"),
        TraceField.Span("http.request.header.origin"), TraceField.LinkTraceId,
        TraceField.Any("jaeger.version"), TraceField.Span("sampler.type"), TraceField.Span("internal.span.format"),
    ]);

    private static readonly TraceStage ListFields = TraceStage.Selecting(
    [
        Service, TraceField.Resource("service.version"), TraceField.Resource("telemetry.sdk.language"), TraceField.Kind, TraceField.Status,
        .. Requests, .. Sessions, .. Users,
    ]);

    /// <summary>The requests that an app's pages made.</summary>
    /// <example><code>
    /// { resource.service.name = "shop-web" &amp;&amp; kind = client } | select(resource.service.name, kind, span.url.full, ...)
    /// </code></example>
    public static TraceQuery ClientSpans(string app) => Calls(app).Query(BrowserFields);

    /// <summary>Those of the requests that reached a service which reports spans, together with the service's span.</summary>
    /// <example><code>
    /// { resource.service.name = "shop-web" &amp;&amp; kind = client } &amp;> { kind = server } | select(kind)
    /// </code></example>
    public static TraceQuery LinkedClientSpans(string app) =>
        Calls(app).With(SpansetOperator.ChildUnion, Servers).Query(KindField);

    /// <summary>The requests in whose trace any service reports, be it as the child of a span that is missing.</summary>
    /// <example><code>
    /// { resource.service.name = "shop-web" &amp;&amp; kind = client } &amp;&amp; { kind = server } | select(kind)
    /// </code></example>
    public static TraceQuery ClientSpansWithBackend(string app) => Calls(app).With(SpansetOperator.And, Servers).Query(KindField);

    /// <summary>The spans with which services began traces of their own.</summary>
    /// <example><c>{ nestedSetParent &lt; 0 &amp;&amp; kind = server } | select(resource.service.name, kind, status, span.url.path, ...)</c></example>
    public static TraceQuery RootServerSpans() =>
        Spanset.Where(TraceField.NestedSetParent.IsBelow(0), TraceField.Kind.Is(SpanKind.Server)).Query(ServerFields);

    /// <summary>The traces of a list.</summary>
    /// <example><code>
    /// { resource.service.name = "shop-web" &amp;&amp; traceDuration >= 1s } &amp;&amp; { resource.service.name = "cart-api" &amp;&amp; status = error } | select(...)
    /// </code></example>
    public static TraceQuery Matching(TraceFilter filter) => Find(filter).Query(ListFields);

    /// <summary>The traces of a list that fulfil what a user typed as well. False, with a sentence for the user, for a text that cannot stand there.</summary>
    /// <example><code>
    /// ({ resource.service.name = "shop-web" } | select(...)) &amp;&amp; ({ span.db.system.name = "postgresql" })
    /// </code></example>
    public static bool TryMatching(
        TraceFilter filter, string typed, [NotNullWhen(true)] out TraceQuery? query, [NotNullWhen(false)] out string? fault) =>
        TraceQuery.TryWithin(Find(filter), [ListFields], typed, out query, out fault);

    private static Spanset Find(TraceFilter filter)
    {
        SpanCondition[] visit = [.. Durations(filter), .. Visit(filter)];
        SpanCondition[] request = [.. Request(filter)];
        return request.Length == 0 ? Spanset.Where(visit) : Spanset.Where(visit).With(SpansetOperator.And, Spanset.Where(request));
    }

    private static IEnumerable<SpanCondition> Durations(TraceFilter filter)
    {
        if (filter.AtLeast is { } least) yield return TraceField.TraceDuration.IsAtLeast(least);
        if (filter.AtMost is { } most) yield return TraceField.TraceDuration.IsAtMost(most);
    }

    private static IEnumerable<SpanCondition> Visit(TraceFilter filter)
    {
        // Of any app, roots stand for their traces: a search shows the spans it matched, and these tell most.
        if (filter.Apps.Length == 0) yield return TraceField.NestedSetParent.IsBelow(0);
        else yield return Service.IsAnyOf([.. filter.Apps.Select(app => (TraceValue)app)]);
        if (filter.Environment is { Length: > 0 } environment) yield return Any(Environments, field => field.Is(environment));
        if (filter.Versions.Length > 0) yield return TraceField.Resource("service.version").IsAnyOf([.. filter.Versions.Select(version => (TraceValue)version)]);
        if (filter.HasSucceeded) yield return TraceField.Status.IsNot(SpanStatus.Error);
        if (filter.Session is { Length: > 0 } session) yield return Any(Sessions, field => field.Is(session));
        if (filter.User is { Length: > 0 } user) yield return Any(Users, field => field.Is(user));
    }

    private static IEnumerable<SpanCondition> Request(TraceFilter filter)
    {
        if (filter.Service is { Length: > 0 } service) yield return Service.Is(service);
        if (filter.Route is { Length: > 0 } route) yield return Any(Routes, field => field.Contains(route));
        if (filter.Status is { } status) yield return TraceField.Status.Is(status);
        if (filter.HttpStatus is { } code) yield return Any(HttpStatuses, field => field.Is(code));
    }

    private static Spanset Calls(string app) => Spanset.Where(Service.Is(app), TraceField.Kind.Is(SpanKind.Client));

    private static Spanset Servers => Spanset.Where(TraceField.Kind.Is(SpanKind.Server));

    private static SpanCondition Any(IEnumerable<TraceField> fields, Func<TraceField, SpanCondition> condition) =>
        fields.Select(condition).Aggregate((left, right) => left.Or(right));
}
