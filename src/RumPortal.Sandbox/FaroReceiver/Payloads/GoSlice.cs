namespace RumPortal.Sandbox.FaroReceiver.Payloads;

/// <summary>
/// A list that Go's decoder fills: a second array under the same key is decoded over the elements of the first, field by field, and elements
/// beyond the new length keep their values for a third.
/// </summary>
public sealed class GoSlice<T>
    where T : new()
{
    private readonly List<T> _backing = [];

    public int Count { get; private set; }

    /// <summary>The element to decode the <paramref name="index"/>th array item into.</summary>
    public T Element(int index)
    {
        if (index == _backing.Count) _backing.Add(new T());
        return _backing[index];
    }

    /// <summary>Ends an array of <paramref name="length"/> items; an empty array is a new one and forgets the old elements.</summary>
    public void SetLength(int length)
    {
        if (length == 0) _backing.Clear();
        Count = length;
    }

    public IEnumerable<T> Items => _backing.Take(Count);
}
