namespace RumPortal.Sandbox.Otlp;

/// <summary>Attribute keys of one request: the same few texts on every span, kept once.</summary>
internal sealed class TextPool
{
    private const int Capacity = 1_024;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public string Share(string text)
    {
        if (_texts.TryGetValue(text, out var shared)) return shared;
        if (_texts.Count < Capacity) _texts.Add(text);
        return text;
    }
}
