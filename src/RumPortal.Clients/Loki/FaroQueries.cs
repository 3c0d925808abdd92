using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// The queries over Faro lines, ready-made. Each has its finished text in its comment, for the scope <c>{app_name="shop-web"}</c> and lines
/// in logfmt. Filters on the line go first, because they cost least.
/// </summary>
public static class FaroQueries
{
    /// <summary>
    /// At most so many sessions in one <see cref="SessionCounters"/>: with their categories they stay below Loki's limit of 500 series.
    /// </summary>
    public const int MostSessionsCounted = 25;

    private static readonly string[] PageLoadEvents = [FaroEventNames.SessionStart, FaroEventNames.SessionResume];

    private static readonly string[] SessionBeginnings =
        [FaroEventNames.SessionStart, FaroEventNames.SessionResume, FaroEventNames.SessionExtend];

    /// <summary>
    /// One line for each beginning of a session (or page load in it), newest first when read backward. A session whose beginning was lost
    /// is not among them; <see cref="LinesOfOtherSessions"/> finds it.
    /// </summary>
    /// <example><code>
    /// {app_name="shop-web", kind="event"} |~ "event_name=session_start|event_name=session_resume|event_name=session_extend"
    /// </code></example>
    public static LogQuery SessionStarts(FaroScope scope, LineParser parser, IEnumerable<MetadataFilter> filters) =>
        new LogQuery(scope.Select(FaroKind.Event))
            .With(FieldFilter.Likely(FaroFields.EventName, SessionBeginnings, parser))
            .With(FieldFilter.All(filters));

    /// <summary>
    /// Any lines that pass the filters, apart from those of sessions that are known already: read a page, note its sessions, ask again
    /// without them, and each session is found although none of its lines says that it begins. The ids are excluded together with their
    /// key, because each line of a continued session names the one before.
    /// </summary>
    /// <example><code>
    /// {app_name="shop-web"} != "faro.session_recording.event" !~ "session_id=k3VbN8qLwZ|session_id=a9TtXw2MfE" |~ "(?s)(?:^..."
    /// </code></example>
    public static LogQuery LinesOfOtherSessions(
        FaroScope scope, LineParser parser, IEnumerable<MetadataFilter> filters, IReadOnlyCollection<string> knownSessions) =>
        new LogQuery(scope.Select(), WithoutRecordings)
            .With(knownSessions.Count == 0 ? [] : FieldFilter.Unlikely(FaroFields.SessionId, knownSessions, parser))
            .With(FieldFilter.All(filters));

    /// <summary>All lines of a session but the bulk of its recording.</summary>
    /// <example><c>{app_name="shop-web"} |= "session_id=k3VbN8qLwZ" != "faro.session_recording.event"</c></example>
    public static LogQuery SessionLines(FaroScope scope, LineParser parser, string session) =>
        new LogQuery(scope.Select())
            .With(FieldFilter.Likely(FaroFields.SessionId, [session], parser))
            .With(WithoutRecordings);

    /// <summary>
    /// The first lines of the sessions that continue this one: read forward with a small limit.
    /// </summary>
    /// <example><c>{app_name="shop-web"} |= "session_attr_previousSession=k3VbN8qLwZ" != "faro.session_recording.event"</c></example>
    public static LogQuery NextSessionLines(FaroScope scope, LineParser parser, string session) =>
        new LogQuery(scope.Select())
            .With(FieldFilter.Likely(FaroFields.PreviousSession, [session], parser))
            .With(WithoutRecordings);

    /// <summary>The lines that name a trace, whichever kind they are.</summary>
    /// <example><c>{app_name="shop-web"} |= "666cbeb5609b8b578c5cca6e9e87f785" != "faro.session_recording.event"</c></example>
    public static LogQuery TraceLines(FaroScope scope, string traceId) =>
        new(scope.Select(), LineFilter.Contains(traceId), WithoutRecordings);

    /// <summary>
    /// How many lines of each category these sessions have, <see cref="CounterCategory"/> being the label. Evaluate it over a
    /// <see cref="StepGrid"/> with <paramref name="step"/> as its step and add up the points: each line is in exactly one.
    /// </summary>
    /// <example><code>
    /// sum by (session_id, category) (count_over_time({app_name="shop-web"} |~ "session_id=k3VbN8qLwZ|session_id=a9TtXw2MfE"
    ///   != "faro.session_recording.event" | logfmt | session_id=~"k3VbN8qLwZ|a9TtXw2MfE"
    ///   | label_format category="{{if eq .kind \"exception\"}}error{{else if eq .kind \"log\"}}log..." [1h]))
    /// </code></example>
    /// <exception cref="ArgumentException">No session, or more than <see cref="MostSessionsCounted"/>.</exception>
    public static MetricQuery SessionCounters(FaroScope scope, LineParser parser, IReadOnlyCollection<string> sessions, TimeSpan step)
    {
        if (sessions.Count is 0 or > MostSessionsCounted)
            throw new ArgumentException($"1 to {MostSessionsCounted} sessions can be counted at once.", nameof(sessions));
        var lines = new MetricPipeline(scope.Select())
            .With(FieldFilter.Likely(FaroFields.SessionId, sessions, parser))
            .With(WithoutRecordings)
            .With(LineParsing.Stages(parser))
            .With(new LabelFilter(LabelMatcher.IsAnyOf(FaroFields.SessionId, sessions)))
            .With(new LabelFormat(CounterCategory.Label, CounterCategory.Template));
        return MetricQuery.CountLines(lines, step).SumBy(FaroFields.SessionId, CounterCategory.Label);
    }

    /// <summary>One line for each load of a document, with its timing and, where the server named it, its trace.</summary>
    /// <example><c>{app_name="shop-web", kind="event"} |= "event_name=faro.performance.navigation"</c></example>
    public static LogQuery NavigationTimings(FaroScope scope, LineParser parser) =>
        new LogQuery(scope.Select(FaroKind.Event)).With(FieldFilter.Likely(FaroFields.EventName, [FaroEventNames.NavigationTiming], parser));

    /// <summary>Any lines, newest first: with a limit of one the last sign of life of an app.</summary>
    /// <example><c>{app_name="shop-web"}</c></example>
    public static LogQuery LatestLines(FaroScope scope) => new(scope.Select());

    /// <summary>Any lines that name a session: with a limit of one whether an app's lines do so at all.</summary>
    /// <example><c>{app_name="shop-web"} |= "session_id"</c></example>
    public static LogQuery LinesWithSession(FaroScope scope) => new(scope.Select(), LineFilter.Contains(FaroFields.SessionId));

    /// <summary>How many documents each app and environment loaded in each step: a session begins or resumes with each.</summary>
    /// <example><code>
    /// sum by (app_name, app_environment) (count_over_time({app_name="shop-web", kind="event"} |~ "event_name=session_start|..." [1h]))
    /// </code></example>
    public static MetricQuery PageLoads(FaroScope scope, IEnumerable<MetadataFilter> filters, TimeSpan step) =>
        MetricQuery.CountLines(
            new MetricPipeline(scope.Select(FaroKind.Event))
                .With(FieldFilter.Likely(FaroFields.EventName, PageLoadEvents, LineParser.Mixed))
                .With(FieldFilter.All(filters)),
            step).SumBy(scope.Names.App, scope.Names.Environment);

    /// <summary>How many exceptions each app and environment reported in each step.</summary>
    /// <example><c>sum by (app_name, app_environment) (count_over_time({app_name="shop-web", kind="exception"} [1h]))</c></example>
    public static MetricQuery Errors(FaroScope scope, IEnumerable<MetadataFilter> filters, TimeSpan step) =>
        MetricQuery.CountLines(
            new MetricPipeline(scope.Select(FaroKind.Exception))
                .With(scope.Names.Kind is null ? FieldFilter.Likely(FaroFields.Kind, ["exception"], LineParser.Mixed) : [])
                .With(FieldFilter.All(filters)),
            step).SumBy(scope.Names.App, scope.Names.Environment);

    private static LineFilter WithoutRecordings => LineFilter.Lacks(FaroEventNames.RecordingEvent);
}
