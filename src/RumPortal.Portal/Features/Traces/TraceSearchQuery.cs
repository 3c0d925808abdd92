using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Features.Traces;

/// <summary>From a question to its TraceQL, limited to the viewer's apps: the one place where searches for traces are.</summary>
internal static class TraceSearchQuery
{
    // What a row of the list tells, old and new semantic conventions.
    private static readonly TraceField[] Shown =
    [
        TraceField.Resource("service.name"), TraceField.Resource("service.version"), TraceField.Resource("telemetry.sdk.language"),
        TraceField.Span("session.id"), TraceField.Span("session_id"), TraceField.Span("user.id"), TraceField.Span("user.name"), TraceField.Span("user.email"),
        TraceField.Span("url.full"), TraceField.Span("http.url"), TraceField.Span("http.response.status_code"), TraceField.Span("http.status_code"), TraceField.Status,
    ];

    /// <summary>The query; null when the viewer may see no app.</summary>
    /// <exception cref="AppNotVisibleException">The viewer may not see that app.</exception>
    /// <exception cref="BackendException">The viewer's own TraceQL cannot be asked; <see cref="BackendFault.BadQuery"/>, as when the server refuses it.</exception>
    public static TraceQuery? Of(ViewerScope viewer, TraceSearchQuestion question)
    {
        if (question.App is { } app && !viewer.MaySee(app)) throw new AppNotVisibleException(app);
        if (question.App is null && viewer is { SeesEveryApp: false, Apps.Count: 0 }) return null;
        var spans = Spans(viewer, question);
        if (question.Conditions.TraceQl is not { } typed) return spans.Query(TraceStage.Selecting(Shown));
        return TraceQuery.TryWithin(spans, [TraceStage.Selecting(Shown)], typed, out var query, out var fault)
            ? query
            : throw new BackendException(Backend.Tempo, "search traces", BackendFault.BadQuery, fault);
    }

    private static Spanset Spans(ViewerScope viewer, TraceSearchQuestion question)
    {
        var conditions = question.Conditions;
        var spans = Spanset.Where([.. Of(viewer, question.App), .. Of(question), .. Of(conditions)]);
        if (conditions.Service is { } service) spans = spans.With(SpansetOperator.And, Spanset.Where([TraceField.Resource("service.name").Is(service), .. Failed(conditions)]));
        else if (conditions.Status == TraceStatus.Error) spans = spans.With(SpansetOperator.And, Spanset.Where(Failed(conditions)));
        return spans;
    }

    // For who sees every app, roots stand for their traces: those of services that no browser called too.
    private static IEnumerable<SpanCondition> Of(ViewerScope viewer, string? app)
    {
        if (app is not null) yield return TraceField.Resource("service.name").Is(app);
        else if (viewer.SeesEveryApp) yield return TraceField.NestedSetParent.IsBelow(0);
        else yield return TraceField.Resource("service.name").IsAnyOf([.. viewer.Apps.Order(StringComparer.Ordinal).Select(name => (TraceValue)name)]);
    }

    private static IEnumerable<SpanCondition> Of(TraceSearchQuestion question)
    {
        if (question.Environment is { } environment)
            yield return TraceField.Resource("deployment.environment.name").Is(environment).Or(TraceField.Resource("deployment.environment").Is(environment));
        if (!question.Versions.IsEmpty) yield return TraceField.Resource("service.version").IsAnyOf([.. question.Versions.Select(version => (TraceValue)version)]);
    }

    private static IEnumerable<SpanCondition> Of(TraceConditions conditions)
    {
        if (conditions.Session is { } session) yield return TraceField.Span("session.id").Is(session).Or(TraceField.Span("session_id").Is(session));
        if (conditions.User is { } user) yield return TraceField.Span("user.id").Is(user).Or(TraceField.Span("user.name").Is(user));
        if (conditions.Route is { } route)
            yield return TraceField.Span("url.full").Contains(route).Or(TraceField.Span("http.url").Contains(route)).Or(TraceField.Name.Contains(route));
        if (conditions.Min is { } min) yield return TraceField.TraceDuration.IsAtLeast(TimeSpan.FromMilliseconds(min));
        if (conditions.Max is { } max) yield return TraceField.TraceDuration.IsAtMost(TimeSpan.FromMilliseconds(max));
        if (conditions.Status == TraceStatus.Ok) yield return TraceField.Status.IsNot(SpanStatus.Error);
    }

    private static IReadOnlyCollection<SpanCondition> Failed(TraceConditions conditions) =>
        conditions.Status == TraceStatus.Error ? [TraceField.Status.Is(SpanStatus.Error)] : [];
}
