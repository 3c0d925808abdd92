namespace RumPortal.Domain.Sessions;

/// <summary>A stretch without any event.</summary>
public readonly record struct IdleGap(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The shortest silence that is worth a row; the replay recorder pauses after the same time.</summary>
    public static readonly TimeSpan Threshold = TimeSpan.FromSeconds(60);

    public TimeSpan Duration => To - From;
}
