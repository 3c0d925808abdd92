using RumPortal.UnitTests.Clients.LogQl;

namespace RumPortal.UnitTests.Clients.TraceQl;

/// <summary>The published grammar of TraceQL, version 1.0.0.</summary>
internal static class TraceQlGrammar
{
    public static Task<IReadOnlyList<ParsedQuery>> ParseAsync(IReadOnlyList<string> queries, CancellationToken cancellation) =>
        NodeScript.RunAsync<string, ParsedQuery>("traceql.mjs", queries, cancellation);
}
