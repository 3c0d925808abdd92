namespace RumPortal.Storage;

/// <summary>Which state of a stored thing this is, and who made it. Instants are UTC, to the millisecond.</summary>
/// <param name="Version">Counts from 1. A change names the version that it was made on; when the stored one differs, it is refused.</param>
public sealed record Revision(long Version, string CreatedBy, DateTimeOffset CreatedAt, string ChangedBy, DateTimeOffset ChangedAt);
