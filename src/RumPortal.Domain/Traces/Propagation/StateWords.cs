namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The words of states in addresses, answers and style sheets.</summary>
public static class StateWords
{
    public static string Of(RouteState state) => state switch
    {
        RouteState.Healthy => "healthy",
        RouteState.TooFew => "too-few",
        RouteState.Degraded => "degraded",
        RouteState.Broken => "broken",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Of(RecheckState state) => state switch
    {
        RecheckState.Waiting => "waiting",
        RecheckState.Fixed => "fixed",
        RecheckState.Better => "better",
        RecheckState.NotFixed => "not-fixed",
        RecheckState.NothingToFix => "nothing-to-fix",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
