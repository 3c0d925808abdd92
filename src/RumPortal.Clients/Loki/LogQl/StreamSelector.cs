using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>Which streams are read: all matchers must hold.</summary>
public sealed record StreamSelector
{
    /// <exception cref="ArgumentException">No matcher refuses streams without its label: Loki would not run such a query.</exception>
    public StreamSelector(IEnumerable<LabelMatcher> matchers)
    {
        Matchers = [.. matchers];
        if (!Matchers.Any(matcher => matcher.RefusesEmpty))
            throw new ArgumentException("A selector needs a matcher that streams without its label do not pass.", nameof(matchers));
    }

    public StreamSelector(params LabelMatcher[] matchers)
        : this(matchers.AsEnumerable())
    {
    }

    public ImmutableArray<LabelMatcher> Matchers { get; }

    public override string ToString() => LogQlRenderer.Render(this);
}
