using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.LogQl.Templates;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| label_format le="{{...}}", dst=src</c>. All templates of one stage see the labels as they were when the first of them ran.</summary>
internal sealed class LabelFormatter : IStage
{
    private readonly IReadOnlyList<(LabelFormat Format, Template? Template)> _formats;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _snapshot = new(StringComparer.Ordinal);
    private readonly List<Label> _collected = [];
    private readonly bool _readsLine;

    /// <exception cref="FormatException">A label is formatted twice, or is <c>__error__</c>, or its template is wrong.</exception>
    public LabelFormatter(LabelFormatExpression expression)
    {
        var names = expression.Formats.Select(format => format.Label).ToList();
        if (names.Contains(SpecialLabels.Error)) throw new FormatException($"{SpecialLabels.Error} cannot be formatted");
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice)
            throw new FormatException($"multiple label name '{twice}' not allowed in a single format operation");
        _formats = [.. expression.Formats.Select(format => (format, format.Rename ? null : Parse(format)))];
        _readsLine = _formats.Any(f => f.Template is { ReadsLine: true });
        RequiredLabels = [.. _formats.SelectMany(f => f.Template is null ? [f.Format.Value] : f.Template.Labels).Distinct()];
    }

    public IReadOnlyCollection<string> RequiredLabels { get; }

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        _snapshot.Clear();
        Func<string, string> read = labels.GetForTemplate;
        var current = _readsLine ? line.ToArray() : [];
        foreach (var (format, template) in _formats)
        {
            if (template is null)
            {
                Rename(format, labels);
                continue;
            }

            if (_formats.Count > 1) read = SnapshotOf(labels);
            Apply(format, template, read, current, labels);
        }

        return true;
    }

    private static void Rename(LabelFormat format, LabelsBuilder labels)
    {
        if (labels.Get(format.Value) is not { } value) return;
        labels.Set(format.Label, value);
        labels.Delete(format.Value);
    }

    private void Apply(LabelFormat format, Template template, Func<string, string> read, byte[] line, LabelsBuilder labels)
    {
        _output.Clear();
        try
        {
            template.Execute(_output, read, () => Encoding.UTF8.GetString(line));
            labels.Set(format.Label, _output.ToString());
        }
        catch (TemplateException e)
        {
            labels.SetError(SpecialLabels.TemplateError, e.Message);
        }
    }

    private Func<string, string> SnapshotOf(LabelsBuilder labels)
    {
        if (_snapshot.Count == 0)
        {
            _collected.Clear();
            labels.CollectAll(_collected);
            foreach (var label in _collected) _snapshot[label.Name] = label.Value;
        }

        return name => _snapshot.GetValueOrDefault(name, "");
    }

    private static Template Parse(LabelFormat format)
    {
        try
        {
            return Template.Parse("label", format.Value);
        }
        catch (TemplateException e)
        {
            throw new FormatException($"invalid template for label '{format.Label}': {e.Message}");
        }
    }
}
