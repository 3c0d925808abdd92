using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Faro;

namespace RumPortal.Clients.Loki;

/// <summary>
/// The categories that Loki counts lines by: those of <see cref="FaroCategories"/>, from the same tables, and beside <c>vital</c> the poor
/// ones by name (<c>poor-lcp</c>).
/// </summary>
public static class CounterCategory
{
    /// <summary>The label that the template sets; no key of a line has this name.</summary>
    public const string Label = "category";

    /// <summary>Before a vital's name where the browser rated it poor.</summary>
    public const string PoorPrefix = "poor-";

    private static readonly string[] VitalNames = ["lcp", "inp", "cls", "fcp", "ttfb", "fid"];

    /// <summary>Takes a label's value apart: the category, and the name of a poor vital.</summary>
    public static (FaroCategory Category, string? PoorVital) Parse(string value) =>
        value.StartsWith(PoorPrefix, StringComparison.Ordinal)
            ? (FaroCategory.Vital, value[PoorPrefix.Length..])
            : (FaroCategories.Parse(value) ?? FaroCategory.Event, null);

    internal static LabelTemplate Template { get; } = Choose(
        Word(FaroCategory.Log),
        [
            When(FaroFields.Kind, "exception", Word(FaroCategory.Error)),
            When(FaroFields.Kind, "log", Word(FaroCategory.Log)),
            When(FaroFields.Kind, "measurement", Choose(Word(FaroCategory.Event), [When(FaroFields.Type, "web-vitals", Vital())])),
            new(new TemplateCondition.IsSet(FaroFields.EventName), Event()),
            new(new TemplateCondition.IsSet(FaroFields.StackTrace), Word(FaroCategory.Error)),
        ]);

    private static LabelTemplate.Choice Vital()
    {
        var names = VitalNames.Select(name => new LabelTemplate.Case(new TemplateCondition.IsSet(name), PoorPrefix + name));
        return Choose(Word(FaroCategory.Vital), [When(FaroFields.ContextRating, "poor", Choose(Word(FaroCategory.Vital), names))]);
    }

    private static LabelTemplate.Choice Event()
    {
        var byName = FaroCategories.ByEventName
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => When(FaroFields.EventName, pair.Key, Word(pair.Value)));
        var byPrefix = FaroCategories.ByEventPrefix
            .Select(pair => new LabelTemplate.Case(new TemplateCondition.StartsWith(FaroFields.EventName, pair.Key), Word(pair.Value)));
        return Choose(Word(FaroCategory.Event), [.. byName, .. byPrefix]);
    }

    private static LabelTemplate.Choice Choose(LabelTemplate otherwise, IEnumerable<LabelTemplate.Case> cases) =>
        new([.. cases], otherwise);

    private static LabelTemplate.Case When(string name, string value, LabelTemplate then) =>
        new(new TemplateCondition.Is(name, value), then);

    private static LabelTemplate Word(FaroCategory category) => FaroCategories.Word(category);
}
