namespace RumPortal.Domain.Sessions;

/// <summary>Who a session belongs to, as the app told the SDK. All null for an anonymous visitor.</summary>
public sealed record Visitor(string? Id, string? Name, string? Email)
{
    public static Visitor Anonymous { get; } = new(null, null, null);

    public bool IsAnonymous => Id is null && Name is null && Email is null;
}
