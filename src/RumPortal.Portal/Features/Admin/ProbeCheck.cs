namespace RumPortal.Portal.Features.Admin;

/// <summary>One named step of a probe.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Finding">What was found, in a sentence.</param>
/// <param name="Advice">What to do about it; null when nothing is to be done.</param>
public sealed record ProbeCheck(string Name, ProbeState State, string Finding, string? Advice = null);
