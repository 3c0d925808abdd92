using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>The text of a label or a line, made from labels: Go's template language as data.</summary>
public abstract record LabelTemplate
{
    private LabelTemplate()
    {
    }

    public static implicit operator LabelTemplate(string text) => new Text(text);

    /// <summary>The text itself, also where it holds braces.</summary>
    public sealed record Text(string Value) : LabelTemplate;

    /// <summary>The value of a label.</summary>
    public sealed record Field(LabelName Name) : LabelTemplate;

    /// <summary>One after another.</summary>
    public sealed record Sequence(params ImmutableArray<LabelTemplate> Parts) : LabelTemplate;

    /// <summary>The template of the first case whose condition holds, or else <paramref name="Otherwise"/>.</summary>
    public sealed record Choice(ImmutableArray<Case> Cases, LabelTemplate Otherwise) : LabelTemplate;

    /// <summary>
    /// The smallest of these edges that the number in a label does not exceed, in its shortest form, or <c>+Inf</c> beyond the last. A
    /// label that is no number counts as zero, so filter on its form before.
    /// </summary>
    /// <param name="Number">The label.</param>
    /// <param name="Edges">Finite and ascending.</param>
    public sealed record Bucket(LabelName Number, ImmutableArray<double> Edges) : LabelTemplate;

    public sealed record Case(TemplateCondition When, LabelTemplate Then);
}
