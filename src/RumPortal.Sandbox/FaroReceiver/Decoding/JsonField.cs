using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>Reads the value that the reader stands on into <paramref name="target"/>.</summary>
internal delegate void ReadInto<in T>(ref Utf8JsonReader reader, T target);

/// <summary>One field of a Go struct: its JSON name and how its value is read.</summary>
internal sealed record JsonField<T>(string Name, ReadInto<T> Read);
