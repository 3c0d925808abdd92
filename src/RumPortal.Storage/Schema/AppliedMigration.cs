namespace RumPortal.Storage.Schema;

/// <summary>A row of <c>schema_migration</c>: a step that this database has, as it read when it was applied.</summary>
internal sealed record AppliedMigration
{
    public long Number { get; init; }

    public string Name { get; init; } = "";

    public string Checksum { get; init; } = "";
}
