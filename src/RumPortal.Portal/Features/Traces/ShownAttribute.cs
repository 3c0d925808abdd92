using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Traces;

/// <summary>An attribute as a viewer may see it.</summary>
/// <param name="Value">Bounded; what is longer says so by <paramref name="Cut"/>.</param>
/// <param name="Cut">Characters that are left out; 0 as a rule.</param>
public sealed record ShownAttribute(string Key, string Value, int Cut)
{
    private const string Mask = "***";
    private const int MostAttributes = 400;
    private const int LongestKey = 200;

    /// <summary>A page holds no more of one value; the API has it whole.</summary>
    public const int LongestValue = 20_000;

    /// <summary>In the order of the sender, the first few hundred.</summary>
    public static IReadOnlyList<ShownAttribute> Of(SpanAttributes attributes, ViewerScope viewer)
    {
        var shown = attributes.Take(MostAttributes).Select(attribute => Of(attribute, viewer)).ToList();
        if (attributes.Count > MostAttributes) shown.Add(new ShownAttribute("…", $"{attributes.Count - MostAttributes} more attributes; the API has them", 0));
        return shown;
    }

    private static ShownAttribute Of(SpanAttribute attribute, ViewerScope viewer)
    {
        var key = attribute.Key.Length <= LongestKey ? attribute.Key : attribute.Key[..LongestKey] + "…";
        var value = PersonalAttributes.Include(attribute.Key) && !viewer.May(ViewerPermission.UnmaskUsers) ? Mask : attribute.Value.ToString();
        return value.Length <= LongestValue ? new ShownAttribute(key, value, 0) : new ShownAttribute(key, value[..LongestValue], value.Length - LongestValue);
    }
}
