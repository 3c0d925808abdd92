namespace RumPortal.Domain.Faro;

/// <summary>
/// The fields that tell who the visitor is: those of the user, and the copies of them that tracing puts on each request
/// (<c>event_data_user.id</c>).
/// </summary>
public static class PersonalFields
{
    private static readonly string[] Prefixes = ["user_", "event_data_user_"];

    /// <param name="key">In label form.</param>
    public static bool Include(string key) => Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
