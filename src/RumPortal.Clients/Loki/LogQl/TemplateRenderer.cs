using System.Diagnostics;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>Makes the text of templates, in Go's template language.</summary>
internal static class TemplateRenderer
{
    public static string Render(LabelTemplate template) => template switch
    {
        LabelTemplate.Text t => t.Value.Replace("{", "{{\"{\"}}", StringComparison.Ordinal),
        LabelTemplate.Field t => $"{{{{.{t.Name}}}}}",
        LabelTemplate.Sequence t => string.Concat(t.Parts.Select(Render)),
        LabelTemplate.Choice t => Render(t),
        _ => throw new UnreachableException(),
    };

    private static string Render(LabelTemplate.Choice choice)
    {
        var cases = choice.Cases.Select((@case, i) => $"{{{{{(i == 0 ? "if" : "else if")} {Render(@case.When)}}}}}{Render(@case.Then)}");
        return $"{string.Concat(cases)}{{{{else}}}}{Render(choice.Otherwise)}{{{{end}}}}";
    }

    private static string Render(TemplateCondition condition) => condition switch
    {
        TemplateCondition.Is c => $"eq .{c.Name} {LogQlString.Encode(c.Value)}",
        TemplateCondition.StartsWith c => $"hasPrefix {LogQlString.Encode(c.Prefix)} .{c.Name}",
        TemplateCondition.IsSet c => $".{c.Name}",
        _ => throw new UnreachableException(),
    };
}
