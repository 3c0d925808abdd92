namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>A query that cannot be read. The message has Prometheus' form, line and column counted from 1.</summary>
/// <remarks><c>1:11: parse error: unexpected "(" in grouping opts, expected "," or ")"</c></remarks>
public sealed class PromQlException(string query, int position, string message) : Exception(Locate(query, position) + "parse error: " + message)
{
    private static string Locate(string query, int position)
    {
        var before = query.AsSpan(0, Math.Min(position, query.Length));
        var line = before.Count('\n') + 1;
        return FormattableString.Invariant($"{line}:{before.Length - before.LastIndexOf('\n')}: ");
    }
}
