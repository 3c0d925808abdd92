namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>By how much correcting clocks moves the spans of a service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Least">Nanoseconds; of several machines the smallest.</param>
/// <param name="Most">Nanoseconds; equal to <paramref name="Least"/> as a rule.</param>
public readonly record struct ServiceShift(string Service, long Least, long Most)
{
    /// <summary>Whichever is farther from zero.</summary>
    public long Largest => Math.Abs(Least) > Math.Abs(Most) ? Least : Most;
}
