namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>A part of a template: plain text, the output of a pipeline, or a branch.</summary>
internal abstract record TemplateNode;

internal sealed record TextNode(string Text) : TemplateNode;

internal sealed record ActionNode(TemplatePipeline Pipeline) : TemplateNode;

/// <summary><c>if</c>, or <c>with</c> when the condition also becomes the dot.</summary>
internal sealed record BranchNode(TemplatePipeline Condition, bool SetsDot, IReadOnlyList<TemplateNode> Then, IReadOnlyList<TemplateNode> Else) : TemplateNode;

/// <summary>Commands joined by pipes, perhaps assigned to a variable: <c>$v := .lcp | float64</c>.</summary>
internal sealed record TemplatePipeline(int Position, string? Variable, bool Declares, IReadOnlyList<TemplateCommand> Commands)
{
    public override string ToString() =>
        (Variable is null ? "" : Variable + (Declares ? " := " : " = ")) + string.Join(" | ", Commands);
}

/// <summary>A function with its arguments, or a single operand.</summary>
internal sealed record TemplateCommand(int Position, IReadOnlyList<TemplateOperand> Operands)
{
    public override string ToString() => string.Join(' ', Operands);
}
