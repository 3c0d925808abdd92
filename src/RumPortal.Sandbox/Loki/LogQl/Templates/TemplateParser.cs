using System.Globalization;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Reads the part of Go's <c>text/template</c> that log queries use: fields, functions, pipes, variables, <c>if</c> and <c>with</c>.</summary>
/// <remarks><c>{{$v := float64 .lcp}}{{if le $v 2500.0}}2500{{else if le $v 4000.0}}4000{{else}}+Inf{{end}}</c></remarks>
internal sealed class TemplateParser
{
    private const int MaxDepth = 100;
    private const string AllLabels = "all labels as one value are not supported by the sandbox's Loki";

    private readonly string _name;
    private readonly string _source;
    private readonly List<TemplateToken> _tokens;
    private readonly List<string> _variables = ["$"];
    private int _position;
    private int _depth;

    /// <summary>How many <c>with</c> blocks are open: only there is the dot a value that can be used.</summary>
    private int _dotted;

    private TemplateParser(string name, string source) => (_name, _source, _tokens) = (name, source, TemplateLexer.Tokenize(name, source));

    /// <exception cref="TemplateException">The template is wrong, or uses what the sandbox leaves out.</exception>
    public static IReadOnlyList<TemplateNode> Parse(string name, string source)
    {
        var parser = new TemplateParser(name, source);
        var nodes = parser.ParseList();
        return parser.Current.Kind == TemplateTokenKind.End ? nodes : throw parser.Fail($"unexpected {{{{{parser.Ahead.Text}}}}}");
    }

    private TemplateToken Current => _tokens[_position];

    private TemplateToken Ahead => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    private TemplateToken Take() => _tokens[_position++];

    /// <summary>Nodes up to the end of the template or to an <c>else</c> or <c>end</c>, which is left for the caller.</summary>
    private List<TemplateNode> ParseList()
    {
        if (++_depth > MaxDepth) throw Fail($"template nests deeper than {MaxDepth} levels");
        var nodes = new List<TemplateNode>();
        while (Current.Kind != TemplateTokenKind.End)
        {
            if (Current.Kind == TemplateTokenKind.Text)
            {
                nodes.Add(new TextNode(Take().Text));
                continue;
            }

            if (Ahead.Kind == TemplateTokenKind.Word && Ahead.Text is "else" or "end") break;
            nodes.Add(ParseAction());
        }

        _depth--;
        return nodes;
    }

    private TemplateNode ParseAction()
    {
        Take();
        if (Current.Kind == TemplateTokenKind.Word)
            switch (Current.Text)
            {
                case "if" or "with":
                    return ParseBranch(Take().Text == "with");
                case "range" or "define" or "template" or "block" or "break" or "continue":
                    throw Fail($"{{{{{Current.Text}}}}} is not supported by the sandbox's Loki");
            }

        var pipeline = ParsePipeline("command");
        ExpectClose();
        return new ActionNode(pipeline);
    }

    private BranchNode ParseBranch(bool setsDot)
    {
        var scope = _variables.Count;
        var condition = ParsePipeline(setsDot ? "with" : "if");
        ExpectClose();
        if (setsDot) _dotted++;
        var then = ParseList();
        if (setsDot) _dotted--;
        var otherwise = ParseElse(setsDot);
        _variables.RemoveRange(scope, _variables.Count - scope);
        return new(condition, setsDot, then, otherwise);
    }

    private List<TemplateNode> ParseElse(bool setsDot)
    {
        if (Current.Kind == TemplateTokenKind.End) throw Fail("unexpected EOF");
        Take();
        if (Take().Text == "end")
        {
            ExpectClose();
            return [];
        }

        // `else if` is an `if` inside the else, closed by the same end.
        if (Current.Is(TemplateTokenKind.Word, setsDot ? "with" : "if"))
        {
            Take();
            if (++_depth > MaxDepth) throw Fail($"template nests deeper than {MaxDepth} levels");
            List<TemplateNode> chained = [ParseBranch(setsDot)];
            _depth--;
            return chained;
        }

        ExpectClose();
        var nodes = ParseList();
        if (!Ahead.Is(TemplateTokenKind.Word, "end")) throw Fail(Current.Kind == TemplateTokenKind.End ? "unexpected EOF" : "expected end; found {{else}}");
        Take();
        Take();
        ExpectClose();
        return nodes;
    }

    private TemplatePipeline ParsePipeline(string context)
    {
        var position = Current.Position;
        var (variable, declares) = ParseAssignment();
        var commands = new List<TemplateCommand> { ParseCommand(context) };
        while (Current.Is(TemplateTokenKind.Symbol, "|"))
        {
            Take();
            commands.Add(ParseCommand(context));
            if (commands[^1].Operands[0] is ConstantOperand constant) throw Fail($"non executable command in pipeline stage {commands.Count}: {constant.Source}");
        }

        if (variable is not null && declares) _variables.Add(variable);
        return new(position, variable, declares, commands);
    }

    private (string? Variable, bool Declares) ParseAssignment()
    {
        if (Current.Kind != TemplateTokenKind.Variable || Ahead is not { Kind: TemplateTokenKind.Symbol, Text: ":=" or "=" }) return (null, false);
        var name = Take().Text;
        var declares = Take().Text == ":=";
        return declares || _variables.Contains(name) ? (name, declares) : throw Fail($"undefined variable {GoQuote.Quote(name)}");
    }

    private TemplateCommand ParseCommand(string context)
    {
        var position = Current.Position;
        var operands = new List<TemplateOperand>();
        while (Current.Kind != TemplateTokenKind.Close && !Current.Is(TemplateTokenKind.Symbol, "|") && !Current.Is(TemplateTokenKind.Symbol, ")"))
        {
            if (Current.Kind == TemplateTokenKind.End) throw Fail("unclosed action");
            if (operands.Count > 0 && !Current.Spaced) throw Fail($"unexpected {GoQuote.Quote(Current.Text)} in operand");
            operands.Add(ParseOperand());
        }

        return operands.Count > 0 ? new(position, operands) : throw Fail($"missing value for {context}");
    }

    private TemplateOperand ParseOperand()
    {
        var token = Take();
        return token.Kind switch
        {
            TemplateTokenKind.Field when token.Text.Length == 0 && _dotted > 0 => new DotOperand(token.Position),
            TemplateTokenKind.Field when token.Text.Length == 0 => throw Fail(AllLabels),
            TemplateTokenKind.Field => new FieldOperand(token.Position, [token.Text, .. TakeFields()]),
            TemplateTokenKind.Variable when token.Text == "$" && Current is not { Kind: TemplateTokenKind.Field, Spaced: false, Text.Length: > 0 } => throw Fail(AllLabels),
            TemplateTokenKind.Variable when _variables.Contains(token.Text) => new VariableOperand(token.Position, token.Text, TakeFields()),
            TemplateTokenKind.Variable => throw Fail($"undefined variable {GoQuote.Quote(token.Text)}"),
            TemplateTokenKind.String => ParseString(token),
            TemplateTokenKind.Number => ParseNumber(token),
            TemplateTokenKind.Word => ParseWord(token),
            TemplateTokenKind.Symbol when token.Text == "(" => ParseParentheses(token),
            _ => throw Fail($"unexpected {GoQuote.Quote(token.Text)} in command"),
        };
    }

    private List<string> TakeFields()
    {
        var fields = new List<string>();
        while (Current is { Kind: TemplateTokenKind.Field, Spaced: false, Text.Length: > 0 }) fields.Add(Take().Text);
        return fields;
    }

    private PipelineOperand ParseParentheses(TemplateToken open)
    {
        if (++_depth > MaxDepth) throw Fail($"template nests deeper than {MaxDepth} levels");
        var pipeline = ParsePipeline("parenthesized pipeline");
        if (!Current.Is(TemplateTokenKind.Symbol, ")")) throw Fail("unclosed left paren");
        Take();
        _depth--;
        return new(open.Position, pipeline);
    }

    private TemplateOperand ParseWord(TemplateToken token) => token.Text switch
    {
        "true" or "false" => new ConstantOperand(token.Position, token.Text, TemplateValue.Of(token.Text == "true")),
        "nil" => throw Fail("nil is not a command"),
        _ when TemplateFunctions.TryGet(token.Text, out var function) => new FunctionOperand(token.Position, function),
        _ when TemplateFunctions.IsLeftOut(token.Text) => throw Fail($"function {GoQuote.Quote(token.Text)} is not supported by the sandbox's Loki"),
        _ => throw Fail($"function {GoQuote.Quote(token.Text)} not defined"),
    };

    private ConstantOperand ParseString(TemplateToken token)
    {
        if (token.Text[0] == '\'') throw Fail("character constants are not supported by the sandbox's Loki");
        return GoQuote.TryUnquote(token.Text, out var text) ? new(token.Position, token.Text, TemplateValue.Of(text)) : throw Fail("invalid syntax");
    }

    private ConstantOperand ParseNumber(TemplateToken token)
    {
        if (long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return new(token.Position, token.Text, TemplateValue.Of(integer));
        return GoFloat.TryParse(token.Text, out var number, out _)
            ? new(token.Position, token.Text, TemplateValue.Of(number))
            : throw Fail($"bad number syntax: {GoQuote.Quote(token.Text)}");
    }

    private void ExpectClose()
    {
        if (Current.Kind != TemplateTokenKind.Close) throw Fail($"unexpected {GoQuote.Quote(Current.Text)} in command");
        Take();
    }

    private TemplateException Fail(string message) => TemplateLexer.Error(_name, _source, _tokens[Math.Min(_position, _tokens.Count - 1)].Position, message);
}
