namespace RumPortal.Clients.Http;

/// <summary>A body, or one text in it, is longer than the portal takes. Never leaves the clients.</summary>
/// <param name="what">What is too long, with its article.</param>
/// <param name="limit">The most bytes that are taken.</param>
internal sealed class BodyTooLargeException(string what, long limit) : IOException($"{what} of more than {limit} bytes.")
{
    public string What { get; } = what;

    public long Limit { get; } = limit;
}
