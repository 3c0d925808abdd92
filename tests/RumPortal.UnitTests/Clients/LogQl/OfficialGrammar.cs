namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>The official grammar of LogQL.</summary>
internal static class OfficialGrammar
{
    public static Task<IReadOnlyList<ParsedQuery>> ParseAsync(IReadOnlyList<string> queries, CancellationToken cancellation) =>
        NodeScript.RunAsync<string, ParsedQuery>("logql.mjs", queries, cancellation);
}

/// <param name="Errors">The text around each place that the grammar cannot parse.</param>
/// <param name="Strings">The string literals, as written.</param>
internal sealed record ParsedQuery(IReadOnlyList<string> Errors, IReadOnlyList<string> Strings);
