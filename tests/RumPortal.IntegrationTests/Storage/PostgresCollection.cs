namespace RumPortal.IntegrationTests.Storage;

/// <summary>The tests that share the one PostgreSQL server of a run.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
