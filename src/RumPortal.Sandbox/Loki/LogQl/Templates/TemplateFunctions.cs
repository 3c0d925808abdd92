using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>The functions that templates may call: Go's own, the older ones of Loki, and the part of sprig that Loki offers.</summary>
internal static class TemplateFunctions
{
    /// <summary>What Loki has and the sandbox has not, so that the refusal can say which it is.</summary>
    private static readonly FrozenSet<string> LeftOut = FrozenSet.ToFrozenSet(
        ["call", "date", "fromJson", "index", "js", "now", "slice", "toDate", "toDateInZone", "unixEpoch", "unixEpochMillis", "unixEpochNanos", "unixToTime", "__timestamp__"],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TemplateFunction> All =
        LogicFunctions.All.Concat(MathFunctions.All).Concat(TextFunctions.All).Concat(EncodingFunctions.All).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static bool TryGet(string name, [NotNullWhen(true)] out TemplateFunction? function) => All.TryGetValue(name, out function);

    public static bool IsLeftOut(string name) => LeftOut.Contains(name);

    /// <summary>Declares a function: <c>s</c> text, <c>i</c> integer, <c>f</c> float, <c>a</c> anything; a closing star makes the last one variadic.</summary>
    public static TemplateFunction Declare(string name, string signature, Func<TemplateValue[], TemplateValue> invoke)
    {
        var variadic = signature.EndsWith('*');
        var parameters = signature.TrimEnd('*').Select(c => c switch
        {
            's' => TemplateParameter.Text,
            'i' => TemplateParameter.Integer,
            'f' => TemplateParameter.Float,
            _ => TemplateParameter.Any,
        });
        return new(name, [.. parameters], variadic, invoke);
    }
}
