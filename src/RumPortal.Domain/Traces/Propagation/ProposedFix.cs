using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A text to copy.</summary>
/// <param name="Title">Where it goes, for example <c>nginx</c>.</param>
/// <param name="Text">The text, lines ended by a line feed. Lines that are new in a known file begin with <c>+</c>.</param>
public sealed record FixSnippet(string Title, string Text);

/// <summary>How a broken chain is mended.</summary>
/// <param name="Advice">What to do, in a few sentences.</param>
/// <param name="Snippets">Texts to copy, the most likely first.</param>
/// <param name="Ticket">A text for whoever owns the other end.</param>
public sealed record ProposedFix(string Advice, ImmutableArray<FixSnippet> Snippets, string Ticket);
