namespace RumPortal.Storage;

/// <summary>The columns that every table of changeable things has. Instants are milliseconds since 1970 in UTC.</summary>
internal abstract record RevisedRow
{
    public const string Columns = "version, created_by, created_at, changed_by, changed_at";

    public long Version { get; init; }

    public string CreatedBy { get; init; } = "";

    public long CreatedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    public long ChangedAt { get; init; }

    public Revision ToRevision() => new(Version, CreatedBy, Instant(CreatedAt), ChangedBy, Instant(ChangedAt));

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
