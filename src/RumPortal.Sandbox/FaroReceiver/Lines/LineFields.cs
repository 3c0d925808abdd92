namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>
/// The keys and values of one line in writing order. An empty text is left out; setting a key again replaces its value and keeps its place,
/// so a measurement value named <c>app_name</c> ends up holding the app's name where the value stood.
/// </summary>
public sealed class LineFields
{
    private readonly List<KeyValuePair<string, FieldValue>> _fields = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public IReadOnlyList<KeyValuePair<string, FieldValue>> All => _fields;

    public void Add(string key, string text)
    {
        if (text.Length > 0) Set(key, new FieldValue(text, 0));
    }

    public void Add(string key, double number) => Set(key, new FieldValue(null, number));

    /// <summary>Adds the entries of a map, sorted by key.</summary>
    public void AddAll(string prefix, Dictionary<string, string> map)
    {
        foreach (var (key, text) in map.OrderBy(entry => entry.Key, Utf8Order.Instance)) Add(prefix + key, text);
    }

    public void AddAll(LineFields other)
    {
        foreach (var (key, value) in other._fields) Set(key, value);
    }

    public FieldValue? Find(string key) => _places.TryGetValue(key, out var place) ? _fields[place].Value : null;

    private void Set(string key, FieldValue value)
    {
        if (_places.TryAdd(key, _fields.Count)) _fields.Add(new(key, value));
        else _fields[_places[key]] = new(key, value);
    }
}
