using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.LogQl.Templates;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Makes stages out of their expressions.</summary>
internal static class StageCompiler
{
    /// <exception cref="LogQlException">An expression, template or path in a stage is wrong.</exception>
    public static List<IStage> Compile(IReadOnlyList<StageExpression> expressions)
    {
        var stages = new List<IStage>();
        foreach (var expression in Reorder(expressions))
            try
            {
                stages.Add(Compile(expression));
            }
            catch (Exception e) when (e is Re2SyntaxException or FormatException)
            {
                throw new LogQlException($"stage '{LogQlFormatter.Format(expression)}' : {e.Message}");
            }
            catch (TemplateException e)
            {
                throw new LogQlException($"stage '{LogQlFormatter.Format(expression)}' : invalid line template: {e.Message}");
            }

        return stages;
    }

    private static IStage Compile(StageExpression expression) => expression switch
    {
        LineFilterExpression filter => LineFilter.Compile(filter),
        LogfmtExpression logfmt => new LogfmtParser(logfmt.Strict, logfmt.KeepEmpty),
        LogfmtListExpression list => new LogfmtListParser(list),
        JsonExpression => new JsonParser(),
        JsonListExpression list => new JsonListParser(list),
        RegexpExpression regexp => new RegexpParser(regexp.Regex),
        PatternExpression pattern => new PatternParser(LinePattern.Parse(pattern.Pattern)),
        LabelFilterStageExpression filter => LabelFilter.Compile(filter.Filter),
        LineFormatExpression format => new LineFormatter(Template.Parse("line", format.Template)),
        LabelFormatExpression format => new LabelFormatter(format),
        DropExpression drop => new LabelDropper(drop.Labels),
        KeepExpression keep => new LabelKeeper(keep.Labels),
        DecolorizeExpression => new Decolorizer(),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>
    /// Line filters move ahead of parsers and formatters, because they are cheap. They never cross a label filter or a line_format; that
    /// they do cross decolorize is Loki 3.7 behaviour.
    /// </summary>
    private static List<StageExpression> Reorder(IReadOnlyList<StageExpression> expressions)
    {
        var result = new List<StageExpression>();
        var others = new List<StageExpression>();
        foreach (var expression in expressions)
            switch (expression)
            {
                case LineFilterExpression:
                    result.Add(expression);
                    break;
                case LabelFilterStageExpression or LineFormatExpression:
                    result.AddRange([.. others, expression]);
                    others.Clear();
                    break;
                default:
                    others.Add(expression);
                    break;
            }

        return [.. result, .. others];
    }
}
