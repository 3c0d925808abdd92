namespace RumPortal.Domain.Vitals.Attribution;

/// <summary>An element of the page that a vital was about.</summary>
/// <param name="Selector">As the browser wrote it.</param>
/// <param name="Count">Reports over the good limit that name it.</param>
/// <param name="Share">Its part of everything beyond the good limit, 0 to 1.</param>
public readonly record struct AttributedElement(string Selector, int Count, double Share);
