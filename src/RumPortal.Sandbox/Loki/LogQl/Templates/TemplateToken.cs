namespace RumPortal.Sandbox.Loki.LogQl.Templates;

internal enum TemplateTokenKind
{
    Text,
    Open,
    Close,
    Word,
    Field,
    Variable,
    Number,
    String,
    Symbol,
    End,
}

/// <summary>A token of a template; <paramref name="Spaced"/> says that blanks stand before it, which separates arguments.</summary>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, string Text, int Position, bool Spaced)
{
    public bool Is(TemplateTokenKind kind, string text) => Kind == kind && Text == text;
}
