using System.Text;
using RumPortal.Sandbox.Loki.LogQl.Templates;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| line_format "{{.type}}"</c>: replaces the line. A failing template leaves the line and sets <c>__error__</c>.</summary>
internal sealed class LineFormatter(Template template) : IStage
{
    private readonly StringBuilder _output = new();
    private byte[] _bytes = [];

    public IReadOnlyCollection<string> RequiredLabels => template.Labels;

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (template.SingleLabel is { } single)
        {
            line = Encode(labels.Get(single) ?? "");
            return true;
        }

        _output.Clear();
        var current = template.ReadsLine ? line.ToArray() : [];
        try
        {
            template.Execute(_output, labels.GetForTemplate, () => Encoding.UTF8.GetString(current));
            line = Encode(_output.ToString());
        }
        catch (TemplateException e)
        {
            labels.SetError(SpecialLabels.TemplateError, e.Message);
        }

        return true;
    }

    private ReadOnlySpan<byte> Encode(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_bytes.Length < size) _bytes = new byte[size];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
    }
}
