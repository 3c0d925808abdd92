using static RumPortal.Sandbox.Loki.LogQl.Templates.TemplateFunctions;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Comparisons and logic. Values of different types do not compare: <c>le 1500.0 2500</c> is an error, as in Go.</summary>
internal static class LogicFunctions
{
    public static IEnumerable<TemplateFunction> All { get; } =
    [
        Declare("eq", "aa*", a => TemplateValue.Of(EqualsAny(a))),
        Declare("ne", "aa", a => TemplateValue.Of(!AreEqual(a[0], a[1]))),
        Declare("lt", "aa", a => TemplateValue.Of(IsLess(a[0], a[1]))),
        Declare("le", "aa", a => TemplateValue.Of(IsLess(a[0], a[1]) || AreEqual(a[0], a[1]))),
        Declare("gt", "aa", a => TemplateValue.Of(!(IsLess(a[0], a[1]) || AreEqual(a[0], a[1])))),
        Declare("ge", "aa", a => TemplateValue.Of(!IsLess(a[0], a[1]))),
        // The executor stops evaluating arguments as soon as one decides; here the last argument decides.
        Declare("and", "aa*", a => a[^1]),
        Declare("or", "aa*", a => a[^1]),
        Declare("not", "a", a => TemplateValue.Of(!a[0].IsTrue)),
        // The executor knows the line.
        Declare("__line__", "", _ => TemplateValue.Nil),
        Declare("default", "aa*", a => a.Length > 1 && a[1].IsTrue ? a[1] : a[0]),
    ];

    /// <summary>Whether <c>and</c> or <c>or</c> is decided by this argument already.</summary>
    public static bool Decides(TemplateFunction function, TemplateValue value) => function.Name switch
    {
        "and" => !value.IsTrue,
        "or" => value.IsTrue,
        _ => false,
    };

    private static bool EqualsAny(TemplateValue[] arguments)
    {
        if (arguments.Length < 2) throw new TemplateException("missing argument for comparison");
        return arguments.Skip(1).Any(other => AreEqual(arguments[0], other));
    }

    private static bool AreEqual(TemplateValue a, TemplateValue b)
    {
        RequireSameType(a, b);
        return a.Kind == TemplateValueKind.Float ? a.Float == b.Float : a == b;
    }

    private static bool IsLess(TemplateValue a, TemplateValue b)
    {
        RequireSameType(a, b);
        return a.Kind switch
        {
            TemplateValueKind.Text => string.CompareOrdinal(a.Text, b.Text) < 0,
            TemplateValueKind.Integer => a.Integer < b.Integer,
            TemplateValueKind.Float => a.Float < b.Float,
            _ => throw new TemplateException("invalid type for comparison"),
        };
    }

    private static void RequireSameType(TemplateValue a, TemplateValue b)
    {
        if (a.Kind != b.Kind) throw new TemplateException("incompatible types for comparison");
    }
}
