using System.Diagnostics;
using System.Net.Http.Headers;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>The W3C form of a trace context: <c>traceparent: 00-&lt;32 hex&gt;-&lt;16 hex&gt;-&lt;flags&gt;</c>, and <c>tracestate</c> beside it.</summary>
internal static class W3CContext
{
    public const string Header = "traceparent";
    public const string StateHeader = "tracestate";

    /// <summary>The caller's context; the default one when there is none or it is not valid.</summary>
    public static ActivityContext Read(IHeaderDictionary headers) =>
        ActivityContext.TryParse(headers[Header], headers[StateHeader], isRemote: true, out var caller) ? caller : default;

    public static void Write(HttpRequestHeaders headers, ActivityContext context)
    {
        headers.TryAddWithoutValidation(Header, Text(context));
        if (context.TraceState is { Length: > 0 } state) headers.TryAddWithoutValidation(StateHeader, state);
    }

    /// <summary>The value of a <c>traceparent</c> header.</summary>
    public static string Text(ActivityContext context) => $"00-{context.TraceId}-{context.SpanId}-{(context.IsSampled() ? "01" : "00")}";

    public static bool IsSampled(this ActivityContext context) => context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
}
