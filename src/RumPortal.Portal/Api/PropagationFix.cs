namespace RumPortal.Portal.Api;

/// <summary>How it is mended.</summary>
/// <param name="Advice">What to do.</param>
/// <param name="Snippets">Texts to copy; lines that are new in a known file begin with <c>+</c>, lines to remove with <c>-</c>.</param>
/// <param name="Ticket">A text for the owner of the other end.</param>
public sealed record PropagationFix(string Advice, IReadOnlyList<PropagationSnippet> Snippets, string Ticket);

/// <param name="Title">Where it goes.</param>
/// <param name="Text">The text.</param>
public sealed record PropagationSnippet(string Title, string Text);
