using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>A search in TraceQL: built as data, or as a user typed it.</summary>
public abstract record TraceQuery
{
    /// <summary>Most characters of a query that a user types.</summary>
    public const int LongestTyped = 10_000;

    private TraceQuery()
    {
    }

    /// <summary>A query that a user typed; the server judges it.</summary>
    /// <exception cref="ArgumentException">See <see cref="TryRaw"/>.</exception>
    public static TraceQuery Raw(string text) =>
        TryRaw(text, out var query, out var fault) ? query : throw new ArgumentException(fault, nameof(text));

    /// <summary>A query that a user typed. False for an empty one, for one that is too long and for control characters other than breaks and tabs.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="query">The query.</param>
    /// <param name="fault">A sentence for the user when the answer is false.</param>
    public static bool TryRaw(string? text, [NotNullWhen(true)] out TraceQuery? query, [NotNullWhen(false)] out string? fault)
    {
        var trimmed = (text ?? "").Trim();
        fault = trimmed switch
        {
            "" => "A TraceQL query is needed, for example { status = error }.",
            { Length: > LongestTyped } => $"A TraceQL query has at most {LongestTyped} characters here, this one {trimmed.Length}.",
            _ when trimmed.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) =>
                "A TraceQL query cannot hold control characters.",
            _ => null,
        };
        query = fault is null ? new Typed(trimmed) : null;
        return query is not null;
    }

    /// <summary>A query that a user typed, for traces that have the spans of a scope as well.</summary>
    /// <param name="scope">What limits the traces; its spans are among those shown.</param>
    /// <param name="stages">What becomes of the scope's spans.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="query">The query.</param>
    /// <param name="fault">A sentence for the user when the answer is false: also for a text that would get around the scope.</param>
    public static bool TryWithin(
        Spanset scope, IReadOnlyCollection<TraceStage> stages, string? text, [NotNullWhen(true)] out TraceQuery? query, [NotNullWhen(false)] out string? fault)
    {
        query = null;
        if (!TryRaw(text, out var typed, out fault)) return false;
        var closed = typed.ToString();
        fault = TypedTraceQl.FaultOf(closed);
        if (fault is null) query = new Scoped(new Pipeline(scope, [.. stages], IsMostRecent: false), closed);
        return query is not null;
    }

    /// <summary>The query's text.</summary>
    public sealed override string ToString() => TraceQlRenderer.Render(this);

    /// <summary><c>{ ... } | select(...) with (most_recent=true)</c></summary>
    /// <param name="Spans">Which spans a trace must have.</param>
    /// <param name="Stages">What becomes of them.</param>
    /// <param name="IsMostRecent">
    /// Whether a limit leaves the newest traces: a hint since Tempo 2.8. Without it the first that happen to be found remain.
    /// </param>
    public sealed record Pipeline(Spanset Spans, ImmutableArray<TraceStage> Stages, bool IsMostRecent = true) : TraceQuery;

    internal sealed record Typed(string Text) : TraceQuery;

    /// <summary><c>({ ... } | select(...)) &amp;&amp; (typed) with (most_recent=true)</c></summary>
    internal sealed record Scoped(Pipeline Scope, string Text) : TraceQuery;
}
