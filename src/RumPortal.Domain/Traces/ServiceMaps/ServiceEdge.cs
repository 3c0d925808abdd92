namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>Calls from one node of a service map to another.</summary>
/// <param name="From">Name of the caller.</param>
/// <param name="To">Name of the called.</param>
/// <param name="Calls">How many.</param>
/// <param name="Errors">How many of them failed, as the called says, or the caller where the called is silent.</param>
/// <param name="Median">Of the durations, as the same side says.</param>
public sealed record ServiceEdge(string From, string To, int Calls, int Errors, TimeSpan Median);
