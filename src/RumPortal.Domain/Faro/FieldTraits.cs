namespace RumPortal.Domain.Faro;

/// <summary>What the reader of a line already knows about the spelling of a field.</summary>
[Flags]
internal enum FieldTraits
{
    None = 0,

    /// <summary>The key is its own label form.</summary>
    KeyIsLabel = 1,

    KeyIsEscaped = 2,

    ValueIsEscaped = 4,
}
