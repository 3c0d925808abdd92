using System.Collections;
using System.Globalization;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>Attributes in the order the SDK writes them; a null value is one the SDK leaves out.</summary>
internal sealed class Pairs : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public int Count => _pairs.Count;

    public void Add(string key, string? value)
    {
        if (value is not null) _pairs.Add(new(key, value));
    }

    public void Add(string key, double value) => Add(key, Math.Round(value).ToString(CultureInfo.InvariantCulture));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
