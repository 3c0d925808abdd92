using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How a server tells the trace of a document: the header <c>Server-Timing</c>, which the Faro SDK reads from the navigation timing.</summary>
public static class DocumentFix
{
    public const string Advice =
        "Let the server of the pages answer documents with a header Server-Timing that holds its traceparent. The SDK then joins the load of the page with the trace of the server.";

    public static ImmutableArray<FixSnippet> Snippets { get; } =
    [
        new("Header", """
            + Server-Timing: traceparent;desc="00-<32 hex digits>-<16 hex digits>-01"
            """.ReplaceLineEndings("\n")),
        new("nginx", """
            # ngx_otel_module
            + add_header Server-Timing 'traceparent;desc="00-$otel_trace_id-$otel_span_id-01"';
            """.ReplaceLineEndings("\n")),
        new("ASP.NET Core", """
            app.Use((context, next) =>
            {
            +   if (Activity.Current is { } activity) context.Response.Headers.Append("Server-Timing", $"traceparent;desc=\"{activity.Id}\"");
                return next(context);
            });
            """.ReplaceLineEndings("\n")),
    ];
}
