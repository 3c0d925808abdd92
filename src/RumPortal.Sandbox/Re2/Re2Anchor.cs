namespace RumPortal.Sandbox.Re2;

/// <summary>The zero-width assertions of RE2. Word boundaries know ASCII words only.</summary>
internal enum Re2Anchor
{
    BeginText,
    EndText,
    BeginLine,
    EndLine,
    WordBoundary,
    NoWordBoundary,
}
