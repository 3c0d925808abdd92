using System.Text;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary><c>| decolorize</c>: takes the ANSI colour sequences out of the line.</summary>
internal sealed class Decolorizer : IStage
{
    private static readonly Re2Regex Sequence = Re2Regex.Parse(
        "[\\x1B\\x{9B}][[\\]()#;?]*(?:(?:(?:[a-zA-Z\\d]*(?:;[a-zA-Z\\d]*)*)?\\x07)|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PRZcf-ntqry=><~]))");

    public IReadOnlyCollection<string> RequiredLabels => [];

    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels)
    {
        if (line.IndexOf((byte)0x1B) >= 0 || line.IndexOf("\u009B"u8) >= 0) line = Encoding.UTF8.GetBytes(Sequence.Replace(Encoding.UTF8.GetString(line), _ => ""));
        return true;
    }
}
