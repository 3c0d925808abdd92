namespace RumPortal.Sandbox.Loki.LogQl.Templates;

internal enum TemplateParameter
{
    Any,
    Text,
    Integer,
    Float,
}

/// <summary>A function of the template language. When <paramref name="Variadic"/>, the last parameter may occur any number of times, also none.</summary>
internal sealed record TemplateFunction(string Name, IReadOnlyList<TemplateParameter> Parameters, bool Variadic, Func<TemplateValue[], TemplateValue> Invoke)
{
    public TemplateParameter ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];

    /// <summary>Null when the count of arguments fits, else Go's complaint.</summary>
    public string? CheckCount(int count)
    {
        if (Variadic) return count >= Parameters.Count - 1 ? null : FormattableString.Invariant($"wrong number of args for {Name}: want at least {Parameters.Count - 1} got {count}");
        return count == Parameters.Count ? null : FormattableString.Invariant($"wrong number of args for {Name}: want {Parameters.Count} got {count}");
    }
}
