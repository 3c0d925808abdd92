using System.Text;
using System.Text.RegularExpressions;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What changes in the app's set-up of the Faro SDK.</summary>
internal static class BrowserSnippets
{
    /// <summary>The list of addresses that get the header, with the new one. Entries are patterns: a string has to equal the whole address.</summary>
    public static FixSnippet HeaderList(FixQuestion question)
    {
        var text = new StringBuilder($$"""
            // {{Line(question.Part.App)}}: where the Faro SDK is set up
            new TracingInstrumentation({
              instrumentationOptions: {
                propagateTraceHeaderCorsUrls: [

            """);
        foreach (var pattern in question.Rules.InjectedUrls ?? []) text.Append("      ").Append(Literal(pattern.ToString())).Append(",\n");
        text.Append("+     ").Append(Literal(PatternOf(question.Origin))).Append(",\n");
        text.Append("""
                ],
              },
            })
            """);
        return new FixSnippet("Faro SDK", text.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Both headers, for backends that speak one or the other.</summary>
    public static FixSnippet Both(FixQuestion question) => new("W3C + Jaeger", $$"""
        import { CompositePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
        import { JaegerPropagator } from '@opentelemetry/propagator-jaeger';

        new TracingInstrumentation({
          propagator: new CompositePropagator({
            propagators: [new W3CTraceContextPropagator(), new JaegerPropagator()],
          }),
          instrumentationOptions: {
            propagateTraceHeaderCorsUrls: [{{Literal(PatternOf(question.Origin))}}],
          },
        })
        // The CORS answer then has to allow uber-trace-id as well as traceparent and tracestate.
        """.ReplaceLineEndings("\n"));

    /// <summary>A pattern for every address of an origin, for example <c>^https://api\.example\.test/</c>.</summary>
    public static string PatternOf(string origin) => $"^{Regex.Escape(origin)}/";

    private static string Literal(string pattern) => $"/{Line(pattern).Replace("/", "\\/", StringComparison.Ordinal).Replace("\\\\/", "\\/", StringComparison.Ordinal)}/";

    // Names come from telemetry; none of them may end a line of what people paste.
    private static string Line(string text) => string.Concat(text.Where(character => !char.IsControl(character) && character is not ('\u2028' or '\u2029')));
}
