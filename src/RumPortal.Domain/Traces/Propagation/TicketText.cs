using System.Globalization;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A text for the owner of the other end, plain enough for any tracker: what is seen, what is asked for, an example.</summary>
internal static class TicketText
{
    public static string Write(FixQuestion question) => string.Create(CultureInfo.InvariantCulture, $"""
        {VerdictWords.Title(question.Verdict)}: {question.Part}

        What we see
        {question.Rate.Linked:N0} of {question.Rate.Requests:N0} requests of {question.Part.App} to {question.Origin}{question.Part.Route} reach a span of a backend.
        {VerdictTable.Of(question.Verdict).Meaning}
        Since: {Since(question.Since)}

        What we ask for
        {Request(question)}

        An example
        {question.Example.Method ?? "Request"} {question.Origin}{question.Example.Address.Path}
        at {Instants.Of(question.Example.Start).UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC, trace {question.Example.TraceId}, span {question.Example.SpanId}
        """).ReplaceLineEndings("\n");

    private static string Since(BrokenSince? since) => since switch
    {
        null => "too few requests to tell",
        { IsAlways: true } => "as far as we looked back",
        { At: { } at, Version: { } version } => string.Create(CultureInfo.InvariantCulture, $"version {version} of the app, first seen {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
        { At: { } at } => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
        _ => "not known",
    };

    private static string Request(FixQuestion question) => question.Verdict switch
    {
        PropagationVerdict.PreflightRefused => "Please answer OPTIONS requests with Access-Control-Allow-Headers that holds traceparent and tracestate.",
        PropagationVerdict.NotInjected => "Please add the origin to propagateTraceHeaderCorsUrls of the app, once the origin's CORS answer allows traceparent and tracestate.",
        PropagationVerdict.Stripped or PropagationVerdict.StrippedOrNotInjected => "Please pass the request headers traceparent and tracestate on, unchanged, through every proxy.",
        PropagationVerdict.Restarted => "Please continue the trace of the header traceparent instead of beginning a new one with a link.",
        PropagationVerdict.FormatMismatch => "Please read W3C trace context (traceparent, tracestate); the trace ids stay the same.",
        PropagationVerdict.SampledOut or PropagationVerdict.NoBackendSpan => "Please sample by the caller's decision (parent-based), so that whole traces are kept.",
        PropagationVerdict.BackendNotInstrumented => "Please trace the service with OpenTelemetry and send its spans to our collector.",
        PropagationVerdict.ThirdParty => "Please accept the request headers traceparent and tracestate, allow them in your CORS answer, and name the trace in a header Server-Timing of the answer, so that both sides can find it.",
        _ => "",
    };
}
