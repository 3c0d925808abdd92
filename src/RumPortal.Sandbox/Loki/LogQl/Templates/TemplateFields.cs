namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Collects the labels that a template mentions; a parser in a metric query extracts only those.</summary>
internal static class TemplateFields
{
    public static IEnumerable<string> Of(IEnumerable<TemplateNode> nodes) => nodes.SelectMany(node => node switch
    {
        ActionNode action => Of(action.Pipeline),
        BranchNode branch => Of(branch.Condition).Concat(Of(branch.Then)).Concat(Of(branch.Else)),
        _ => [],
    });

    private static IEnumerable<string> Of(TemplatePipeline pipeline) => pipeline.Commands.SelectMany(command => command.Operands).SelectMany(operand => operand switch
    {
        FieldOperand field => field.Names,
        PipelineOperand nested => Of(nested.Pipeline),
        _ => [],
    });
}
