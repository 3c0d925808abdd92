namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>A word of a command. The text form is that of Go, because it appears in <c>__error_details__</c>.</summary>
internal abstract record TemplateOperand(int Position);

internal sealed record DotOperand(int Position) : TemplateOperand(Position)
{
    public override string ToString() => ".";
}

/// <summary>A constant: a string, number or boolean as it was written.</summary>
internal sealed record ConstantOperand(int Position, string Source, TemplateValue Value) : TemplateOperand(Position)
{
    public override string ToString() => Source;
}

/// <summary><c>.label</c>; more than one name is an error when executed, for a label has no fields.</summary>
internal sealed record FieldOperand(int Position, IReadOnlyList<string> Names) : TemplateOperand(Position)
{
    public override string ToString() => "." + string.Join('.', Names);
}

/// <summary><c>$name</c>, perhaps with fields; <c>$</c> alone is the labels.</summary>
internal sealed record VariableOperand(int Position, string Name, IReadOnlyList<string> Fields) : TemplateOperand(Position)
{
    public override string ToString() => string.Join('.', [Name, .. Fields]);
}

internal sealed record FunctionOperand(int Position, TemplateFunction Function) : TemplateOperand(Position)
{
    public override string ToString() => Function.Name;
}

/// <summary>A pipeline in parentheses.</summary>
internal sealed record PipelineOperand(int Position, TemplatePipeline Pipeline) : TemplateOperand(Position)
{
    public override string ToString() => $"({Pipeline})";
}
