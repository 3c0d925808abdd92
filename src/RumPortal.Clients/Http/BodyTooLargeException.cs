namespace RumPortal.Clients.Http;

/// <summary>A body, or one text in it, is longer than the portal takes. Never leaves the clients.</summary>
internal sealed class BodyTooLargeException(long limit) : IOException($"The answer is longer than {limit} bytes.")
{
    public long Limit { get; } = limit;
}
