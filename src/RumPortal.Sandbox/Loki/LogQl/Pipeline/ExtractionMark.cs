namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Remembers of a label name in which line it was last set. Shared by all parsers of an evaluation, it makes "first occurrence wins" one comparison.</summary>
internal sealed class ExtractionMark(string name, bool isRequired)
{
    public string Name { get; } = name;

    public bool IsRequired { get; } = isRequired;

    public long Line { get; set; } = -1;
}
