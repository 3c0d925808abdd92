using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>One step behind a selector. Line filters come without a pipe of their own, all others begin with one.</summary>
public abstract record StageExpression;

/// <summary><c>|= "a" or "b"</c>: the alternatives of the negative kinds must all be missing.</summary>
public sealed record LineFilterExpression(LineFilterKind Kind, IReadOnlyList<string> Alternatives) : StageExpression;

public enum LineFilterKind
{
    Contains,
    NotContains,
    Regex,
    NotRegex,
}

public sealed record LogfmtExpression(bool Strict, bool KeepEmpty) : StageExpression;

/// <summary><c>| logfmt status, path="url"</c>.</summary>
public sealed record LogfmtListExpression(bool Strict, bool KeepEmpty, IReadOnlyList<Extraction> Extractions) : StageExpression;

public sealed record JsonExpression : StageExpression;

/// <summary><c>| json first="servers[0]"</c>.</summary>
public sealed record JsonListExpression(IReadOnlyList<Extraction> Extractions) : StageExpression;

public sealed record RegexpExpression(Re2.Re2Regex Regex) : StageExpression;

public sealed record PatternExpression(string Pattern) : StageExpression;

public sealed record LabelFilterStageExpression(LabelFilterExpression Filter) : StageExpression;

public sealed record LineFormatExpression(string Template) : StageExpression;

public sealed record LabelFormatExpression(IReadOnlyList<LabelFormat> Formats) : StageExpression;

public sealed record DecolorizeExpression : StageExpression;

public sealed record DropExpression(IReadOnlyList<LabelSelection> Labels) : StageExpression;

public sealed record KeepExpression(IReadOnlyList<LabelSelection> Labels) : StageExpression;

/// <summary>A label and where its value comes from.</summary>
public readonly record struct Extraction(string Label, string Source);

/// <summary><c>dst="{{.src}}"</c>, or <c>dst=src</c> which renames.</summary>
public readonly record struct LabelFormat(string Label, string Value, bool Rename);

/// <summary>A label of drop or keep; with a matcher only when its value matches.</summary>
public readonly record struct LabelSelection(string Name, LabelMatcher? Matcher);
