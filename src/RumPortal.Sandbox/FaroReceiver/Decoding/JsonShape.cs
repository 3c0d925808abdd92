using System.Text;
using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// A Go struct as <c>encoding/json</c> decodes it: an exact field name wins over one that differs in case, unknown fields are skipped,
/// <c>null</c> changes nothing, anything but an object is an error.
/// </summary>
internal sealed class JsonShape<T>(string goType, params JsonField<T>[] fields)
{
    private readonly (byte[] Name, JsonField<T> Field)[] _fields = [.. fields.Select(f => (Encoding.UTF8.GetBytes(f.Name), f))];

    public void Read(ref Utf8JsonReader reader, T target)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartObject) throw JsonValue.WrongType(ref reader, goType);
        while (JsonValue.NextIsProperty(ref reader))
        {
            var field = Find(ref reader);
            JsonValue.Advance(ref reader);
            if (field is null) JsonValue.Skip(ref reader);
            else field.Read(ref reader, target);
        }
    }

    private JsonField<T>? Find(ref Utf8JsonReader reader)
    {
        var exactBytes = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(GoText.Read(ref reader)) : reader.ValueSpan;
        foreach (var (name, field) in _fields)
            if (exactBytes.SequenceEqual(name)) return field;
        var text = GoText.Read(ref reader);
        foreach (var (_, field) in _fields)
            if (SameFolded(text, field.Name)) return field;
        return null;
    }

    /// <summary>
    /// Unicode simple folding against an ASCII name: besides the other case, U+017F is an <c>s</c> and U+212A is a <c>k</c>.
    /// </summary>
    private static bool SameFolded(string text, string name)
    {
        if (text.Length != name.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (Fold(text[i]) != Fold(name[i])) return false;
        return true;
    }

    private static char Fold(char c) => c switch
    {
        '\u017F' => 's',
        '\u212A' => 'k',
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        _ => c,
    };
}
