using static RumPortal.Sandbox.Loki.LogQl.Templates.TemplateFunctions;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Arithmetic. The functions on floats calculate in decimals, as sprig's do: <c>addf 0.1 0.2</c> is 0.3.</summary>
internal static class MathFunctions
{
    /// <summary>Decimal places of a quotient.</summary>
    private const int DivisionPlaces = 16;

    public static IEnumerable<TemplateFunction> All { get; } =
    [
        Declare("int", "a", a => TemplateValue.Of(a[0].ToInteger())),
        Declare("float64", "a", a => TemplateValue.Of(a[0].ToFloat())),
        Declare("add", "a*", a => Integers(a, (x, y) => unchecked(x + y))),
        Declare("sub", "aa", a => Integers(a, (x, y) => unchecked(x - y))),
        Declare("mul", "aa*", a => Integers(a, (x, y) => unchecked(x * y))),
        Declare("div", "aa", a => Integers(a, (x, y) => y == -1 ? unchecked(-x) : x / NotZero(y))),
        Declare("mod", "aa", a => Integers(a, (x, y) => y == -1 ? 0 : x % NotZero(y))),
        Declare("max", "aa*", a => Integers(a, Math.Max)),
        Declare("min", "aa*", a => Integers(a, Math.Min)),
        Declare("addf", "a*", a => Floats(a, (x, y) => x + y, (x, y) => x + y)),
        Declare("subf", "aa*", a => Floats(a, (x, y) => x - y, (x, y) => x - y)),
        Declare("mulf", "aa*", a => Floats(a, (x, y) => x * y, (x, y) => x * y)),
        Declare("divf", "aa*", a => Floats(a, (x, y) => Math.Round(x / NotZero(y), DivisionPlaces, MidpointRounding.AwayFromZero), (x, y) => x / y)),
        Declare("maxf", "aa*", a => Fold(a, Math.Max)),
        Declare("minf", "aa*", a => Fold(a, Math.Min)),
        Declare("ceil", "a", a => TemplateValue.Of(Math.Ceiling(a[0].ToFloat()))),
        Declare("floor", "a", a => TemplateValue.Of(Math.Floor(a[0].ToFloat()))),
        Declare("round", "aif*", a => TemplateValue.Of(Round(a[0].ToFloat(), a[1].Integer, a.Length > 2 ? a[2].Float : 0.5))),
    ];

    private static TemplateValue Integers(TemplateValue[] arguments, Func<long, long, long> combine)
    {
        var result = arguments.Length > 0 ? arguments[0].ToInteger() : 0;
        for (var i = 1; i < arguments.Length; i++) result = combine(result, arguments[i].ToInteger());
        return TemplateValue.Of(result);
    }

    private static TemplateValue Fold(TemplateValue[] arguments, Func<double, double, double> combine) =>
        TemplateValue.Of(arguments.Select(a => a.ToFloat()).Aggregate(combine));

    /// <summary>Decimals as long as they hold the numbers, floats beyond.</summary>
    private static TemplateValue Floats(TemplateValue[] arguments, Func<decimal, decimal, decimal> exact, Func<double, double, double> inexact)
    {
        if (arguments.Length == 0) return TemplateValue.Of(0.0);
        try
        {
            return TemplateValue.Of((double)arguments.Select(a => Exact(a.ToFloat())).Aggregate(exact));
        }
        catch (OverflowException)
        {
            return Fold(arguments, inexact);
        }
    }

    private static decimal Exact(double value) => decimal.Parse(
        double.IsFinite(value) ? Literals.GoFloat.FormatPlain(value) : throw new OverflowException(),
        System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static double Round(double value, long places, double roundUpFrom)
    {
        var power = Math.Pow(10, places);
        var digits = power * value;
        return (digits - Math.Truncate(digits) >= roundUpFrom ? Math.Ceiling(digits) : Math.Floor(digits)) / power;
    }

    private static long NotZero(long divisor) => divisor != 0 ? divisor : throw new TemplateException("runtime error: integer divide by zero");

    private static decimal NotZero(decimal divisor) => divisor != 0 ? divisor : throw new TemplateException("decimal division by 0");
}
