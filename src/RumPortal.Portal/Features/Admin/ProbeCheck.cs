using RumPortal.Clients.Http;

namespace RumPortal.Portal.Features.Admin;

/// <summary>One named step of a probe.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Finding">What was found, in a sentence.</param>
/// <param name="Advice">What to do about it; null when nothing is to be done.</param>
public sealed record ProbeCheck(string Name, ProbeState State, string Finding, string? Advice = null)
{
    /// <summary>Runs a step whose failure is a finding too.</summary>
    /// <param name="name">What is tried.</param>
    /// <param name="onFault">How bad it is when the backend gives no usable answer.</param>
    /// <param name="check">The step.</param>
    /// <param name="explain">What some failures mean; null, or null from it, for the backend's own words.</param>
    public static async Task<ProbeCheck> TryAsync(
        string name, ProbeState onFault, Func<Task<ProbeCheck>> check, Func<BackendException, ProbeCheck?>? explain = null)
    {
        try
        {
            return await check();
        }
        catch (BackendException exception)
        {
            return explain?.Invoke(exception) ?? new ProbeCheck(name, onFault, $"{exception.Message} {exception.Detail}".Trim());
        }
    }
}
