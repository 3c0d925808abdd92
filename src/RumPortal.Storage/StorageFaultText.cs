namespace RumPortal.Storage;

/// <summary>What users read about a failure that has no words of its own.</summary>
internal static class StorageFaultText
{
    public static string Of(StorageFault fault) => fault switch
    {
        StorageFault.Unreachable => "The portal's database cannot be reached or opened.",
        StorageFault.Denied => "The portal's database refuses the portal's sign-in or lacks a right for it.",
        StorageFault.ReadOnly => "The portal's database takes no changes: it or its folder can only be read.",
        StorageFault.Busy => "The portal's database is held by others; try again in a moment.",
        StorageFault.DiskFull => "The disk of the portal's database is full.",
        StorageFault.Damaged => "The portal's database is damaged or is no database of the portal.",
        StorageFault.Schema => "The portal's database is not laid out as this release of the portal expects.",
        StorageFault.Invalid => "A value cannot be stored.",
        StorageFault.Duplicate => "The name is taken.",
        StorageFault.Conflict => "Somebody else changed this in the meantime; load it again.",
        StorageFault.NotFound => "This does not exist any more.",
        StorageFault.LimitReached => "As many as may be kept are there already; remove one first.",
        _ => "The portal's database answered with an error.",
    };
}
