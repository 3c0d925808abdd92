namespace RumPortal.Storage.Databases;

/// <summary>The databases that can hold the portal's state.</summary>
public enum DatabaseKind
{
    /// <summary>One file, for one instance of the portal.</summary>
    Sqlite,

    /// <summary>A server, which several instances may share.</summary>
    PostgreSql,
}
