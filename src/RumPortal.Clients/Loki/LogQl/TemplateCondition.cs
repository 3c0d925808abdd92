using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>A question about one label inside a template. A label that is not there counts as empty.</summary>
public abstract record TemplateCondition
{
    private TemplateCondition()
    {
    }

    public sealed record Is(LabelName Name, string Value) : TemplateCondition;

    public sealed record StartsWith(LabelName Name, string Prefix) : TemplateCondition;

    public sealed record IsSet(LabelName Name) : TemplateCondition;
}
