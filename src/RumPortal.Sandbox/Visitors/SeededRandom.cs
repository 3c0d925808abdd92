namespace RumPortal.Sandbox.Visitors;

/// <summary>
/// A small generator (SplitMix64) whose numbers depend on its seed alone, on every platform and .NET version. Each session draws from a
/// stream of its own, so sessions can be made in any order.
/// </summary>
public sealed class SeededRandom
{
    // Faro's session alphabet: letters and digits without l, I and O.
    private const string IdAlphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private ulong _state;

    public SeededRandom(long seed, long stream = 0, int index = 0) =>
        _state = Mix(Mix(Mix((ulong)seed) ^ (ulong)stream) + (ulong)index);

    /// <summary>The stream of a thing that has a name of its own: equal names give equal numbers, and no other stream moves.</summary>
    public static SeededRandom Of(string name) => new(name.Aggregate(17L, (hash, c) => unchecked((hash * 1_000_003) + c)));

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Uniform, both ends included.</summary>
    public int Between(int least, int most) => least + (int)(Unit() * (most - least + 1));

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + (Unit() * (most - least));

    public T Pick<T>(IReadOnlyList<T> items) => items[(int)(Unit() * items.Count)];

    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var rest = Unit() * items.Sum(weight);
        foreach (var item in items)
        {
            rest -= weight(item);
            if (rest < 0) return item;
        }

        return items[^1];
    }

    /// <summary>Log-normal: half of the values lie below the median; 0.5 is a usual spread for durations on the web.</summary>
    public double LogNormal(double median, double spread) =>
        median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit()));

    public int Poisson(double mean)
    {
        var count = 0;
        for (var product = Unit(); product > Math.Exp(-mean); product *= Unit()) count++;
        return count;
    }

    public string Id(int length) => string.Create(length, this, static (text, random) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = IdAlphabet[random.Between(0, IdAlphabet.Length - 1)];
    });

    public string Hex(int length) => string.Create(length, this, static (text, random) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = "0123456789abcdef"[random.Between(0, 15)];
    });

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
