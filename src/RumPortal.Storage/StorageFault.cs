namespace RumPortal.Storage;

/// <summary>Why the portal's own state could not be read or changed.</summary>
public enum StorageFault
{
    /// <summary>The server does not answer, the file cannot be opened, or the connection was lost on the way.</summary>
    Unreachable,

    /// <summary>The sign-in failed, the database does not exist, or a right is missing.</summary>
    Denied,

    /// <summary>The database takes no changes.</summary>
    ReadOnly,

    /// <summary>Others held the database for too long.</summary>
    Busy,

    /// <summary>No room is left on the disk.</summary>
    DiskFull,

    /// <summary>What is stored is no database, or holds what the portal never wrote.</summary>
    Damaged,

    /// <summary>The schema is not the one that this release knows.</summary>
    Schema,

    /// <summary>A value that cannot be stored: empty, too long, or with characters that no text may hold.</summary>
    Invalid,

    /// <summary>The name is taken.</summary>
    Duplicate,

    /// <summary>Somebody else changed it after it was read.</summary>
    Conflict,

    /// <summary>It does not exist, or no longer.</summary>
    NotFound,

    /// <summary>As many as may be kept are there already.</summary>
    LimitReached,

    /// <summary>Anything else that the database said.</summary>
    Unexpected,
}
