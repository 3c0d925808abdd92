using System.Diagnostics;
using RumPortal.Clients.Querying;

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
        LabelTemplate.Bucket t => Render(t),
        _ => throw new UnreachableException(),
    };

    private static string Render(LabelTemplate.Choice choice)
    {
        var cases = choice.Cases.Select((@case, i) => $"{{{{{(i == 0 ? "if" : "else if")} {Render(@case.When)}}}}}{Render(@case.Then)}");
        return $"{string.Concat(cases)}{{{{else}}}}{Render(choice.Otherwise)}{{{{end}}}}";
    }

    private static string Render(LabelTemplate.Bucket bucket)
    {
        var cases = bucket.Edges.Select((edge, i) => $"{{{{{(i == 0 ? "if" : "else if")} le $v {Float(edge)}}}}}{QuerySyntax.Number(edge)}");
        return $"{{{{$v := float64 .{bucket.Number}}}}}{string.Concat(cases)}{{{{else}}}}+Inf{{{{end}}}}";
    }

    // Go compares numbers of one type only, and a literal without a point is no float.
    private static string Float(double number)
    {
        var text = QuerySyntax.Number(number);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string Render(TemplateCondition condition) => condition switch
    {
        TemplateCondition.Is c => $"eq .{c.Name} {QueryString.Encode(c.Value)}",
        TemplateCondition.StartsWith c => $"hasPrefix {QueryString.Encode(c.Prefix)} .{c.Name}",
        TemplateCondition.IsSet c => $".{c.Name}",
        _ => throw new UnreachableException(),
    };
}
