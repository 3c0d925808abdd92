using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>A parsed template of <c>line_format</c> or <c>label_format</c>.</summary>
public sealed class Template
{
    private readonly string _name;
    private readonly string _source;
    private readonly IReadOnlyList<TemplateNode> _nodes;

    private Template(string name, string source, IReadOnlyList<TemplateNode> nodes)
    {
        (_name, _source, _nodes) = (name, source, nodes);
        Labels = [.. TemplateFields.Of(nodes).Distinct()];
        ReadsLine = source.Contains("__line__", StringComparison.Ordinal);
    }

    /// <summary>The labels that the template reads.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether it may ask for the line; the others spare the caller a copy.</summary>
    public bool ReadsLine { get; }

    /// <summary>The label when the template is nothing but <c>{{.label}}</c>.</summary>
    public string? SingleLabel => _nodes is [ActionNode { Pipeline: { Variable: null, Commands: [{ Operands: [FieldOperand { Names: [var only] }] }] } }] ? only : null;

    /// <param name="name">The name in error texts: <c>line</c> or <c>label</c>.</param>
    /// <param name="source">The text of the template.</param>
    /// <exception cref="TemplateException">The template is wrong, or uses what the sandbox leaves out.</exception>
    public static Template Parse(string name, string source) => new(name, source, TemplateParser.Parse(name, source));

    /// <summary>Appends the result. A failure leaves what was written so far, as in Go, and throws.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="label">The value of a label, empty when there is none.</param>
    /// <param name="line">The line, for <c>__line__</c>.</param>
    /// <exception cref="TemplateException">A function refused its arguments; the text is what Loki puts into <c>__error_details__</c>.</exception>
    public void Execute(StringBuilder output, Func<string, string> label, Func<string> line) =>
        new TemplateExecutor(_name, _source, label, line, output).Run(_nodes);
}
