using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Turns the bytes of values into strings, and gives back the same string for the values that come again and again (browser names, versions).</summary>
internal sealed class ValueText
{
    private const int Slots = 4096;
    private const int MaxRemembered = 64;

    private readonly string?[] _remembered = new string?[Slots];

    /// <summary>Loki 3.7 behaviour: a replacement character becomes a blank.</summary>
    public string Get(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return "";
        if (value.Length > MaxRemembered) return Clean(Encoding.UTF8.GetString(value));
        ref var slot = ref _remembered[Hash(value) & (Slots - 1)];
        if (slot is not null && slot.Length == value.Length && Ascii.Equals(value, slot)) return slot;
        return slot = Clean(Encoding.UTF8.GetString(value));
    }

    private static string Clean(string text) => text.Contains('\uFFFD', StringComparison.Ordinal) ? text.Replace('\uFFFD', ' ') : text;

    private static uint Hash(ReadOnlySpan<byte> value)
    {
        var hash = (uint)value.Length;
        foreach (var b in value) hash = (hash * 0x01000193) ^ b;
        return hash ^ (hash >> 15);
    }
}
