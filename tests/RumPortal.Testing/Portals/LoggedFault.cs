namespace RumPortal.Testing.Portals;

/// <summary>Something that the portal logged as an error.</summary>
public sealed record LoggedFault(string Category, string Message, Exception? Exception)
{
    public override string ToString() => $"{Category}: {Message} {Exception}".TrimEnd();
}
