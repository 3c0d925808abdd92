using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Runs one template on one line.</summary>
internal sealed class TemplateExecutor(string name, string source, Func<string, string> label, Func<string> line, StringBuilder output)
{
    private const int MaxOutput = 1 << 20;

    private readonly List<(string Name, TemplateValue Value)> _variables = [];

    /// <summary>The value that <c>with</c> made the dot; null where the dot is the labels.</summary>
    private TemplateValue? _dot;

    public void Run(IReadOnlyList<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    output.Append(text.Text);
                    break;
                case ActionNode action:
                    var value = Evaluate(action.Pipeline);
                    if (action.Pipeline.Variable is null) output.Append(value.ToString());
                    break;
                case BranchNode branch:
                    RunBranch(branch);
                    break;
            }

            if (output.Length > MaxOutput) throw new TemplateException($"template: {name}: the result is too long");
        }
    }

    private void RunBranch(BranchNode branch)
    {
        var (scope, dot) = (_variables.Count, _dot);
        var condition = Evaluate(branch.Condition);
        if (condition.IsTrue && branch.SetsDot) _dot = condition;
        Run(condition.IsTrue ? branch.Then : branch.Else);
        _variables.RemoveRange(scope, _variables.Count - scope);
        _dot = dot;
    }

    private TemplateValue Evaluate(TemplatePipeline pipeline)
    {
        TemplateValue? value = null;
        foreach (var command in pipeline.Commands) value = Evaluate(command, value);
        var result = value ?? TemplateValue.Nil;
        if (pipeline.Variable is { } variable) Assign(variable, result, pipeline.Declares);
        return result;
    }

    private void Assign(string variable, TemplateValue value, bool declares)
    {
        var index = declares ? -1 : _variables.FindLastIndex(v => v.Name == variable);
        if (index < 0) _variables.Add((variable, value));
        else _variables[index] = (variable, value);
    }

    private TemplateValue Evaluate(TemplateCommand command, TemplateValue? piped)
    {
        var first = command.Operands[0];
        if (first is FunctionOperand function) return Call(function.Function, command, piped);
        if (command.Operands.Count > 1 || piped is not null)
            throw Fail(first.Position, first, first is FieldOperand field ? $"{field.Names[^1]} is not a method but has arguments" : $"can't give argument to non-function {first}");
        return Value(first);
    }

    private TemplateValue Call(TemplateFunction function, TemplateCommand command, TemplateValue? piped)
    {
        var count = command.Operands.Count - 1 + (piped is null ? 0 : 1);
        if (function.CheckCount(count) is { } complaint) throw Fail(command.Position, command.Operands[0], complaint);
        var arguments = new TemplateValue[count];
        for (var i = 0; i < count; i++)
        {
            arguments[i] = i < command.Operands.Count - 1
                ? Argument(function.ParameterAt(i), command.Operands[i + 1])
                : Checked(function.ParameterAt(i), piped ?? TemplateValue.Nil, command.Operands[0]);
            if (LogicFunctions.Decides(function, arguments[i])) return arguments[i];
        }

        if (function.Name == "__line__") return TemplateValue.Of(line());
        try
        {
            return function.Invoke(arguments);
        }
        catch (TemplateException e)
        {
            throw Fail(command.Position, command, $"error calling {function.Name}: {e.Message}");
        }
    }

    private TemplateValue Argument(TemplateParameter parameter, TemplateOperand operand)
    {
        if (operand is not ConstantOperand { Value: var constant }) return Checked(parameter, Value(operand), operand);
        var fits = parameter switch
        {
            TemplateParameter.Text => constant.Kind == TemplateValueKind.Text,
            TemplateParameter.Integer => constant.Kind == TemplateValueKind.Integer,
            TemplateParameter.Float => constant.Kind is TemplateValueKind.Integer or TemplateValueKind.Float,
            _ => true,
        };
        if (!fits) throw Fail(operand.Position, operand, $"expected {(parameter == TemplateParameter.Text ? "string" : parameter == TemplateParameter.Integer ? "integer" : "float")}; found {operand}");
        return parameter == TemplateParameter.Float ? TemplateValue.Of(constant.ToFloat()) : constant;
    }

    private TemplateValue Checked(TemplateParameter parameter, TemplateValue value, TemplateOperand operand)
    {
        var expected = parameter switch
        {
            TemplateParameter.Text => TemplateValueKind.Text,
            TemplateParameter.Integer => TemplateValueKind.Integer,
            TemplateParameter.Float => TemplateValueKind.Float,
            _ => value.Kind,
        };
        if (value.Kind == expected) return value;
        var wanted = parameter == TemplateParameter.Text ? "string" : parameter == TemplateParameter.Integer ? "int" : "float64";
        throw Fail(operand.Position, operand, $"wrong type for value; expected {wanted}; got {value.TypeName}");
    }

    private TemplateValue Value(TemplateOperand operand) => operand switch
    {
        ConstantOperand constant => constant.Value,
        FieldOperand field => Field(field, field.Names),
        VariableOperand { Name: "$" } root => Field(root, root.Fields),
        VariableOperand { Fields: [var first, ..] } variable => throw NoField(variable, first),
        VariableOperand variable => _variables.FindLast(v => v.Name == variable.Name).Value,
        PipelineOperand nested => Evaluate(nested.Pipeline),
        FunctionOperand function => Call(function.Function, new(function.Position, [function]), null),
        _ => _dot ?? TemplateValue.Nil,
    };

    private TemplateValue Field(TemplateOperand operand, IReadOnlyList<string> names)
    {
        if (_dot is not null && operand is FieldOperand) throw NoField(operand, names[0]);
        if (names.Count > 1) throw NoField(operand, names[1]);
        return TemplateValue.Of(label(names[0]));
    }

    private TemplateException NoField(TemplateOperand operand, string field) => Fail(operand.Position, operand, $"can't evaluate field {field} in type string");

    private TemplateException Fail(int position, object node, string message)
    {
        var before = source.AsSpan(0, position);
        var column = Encoding.UTF8.GetByteCount(before[(before.LastIndexOf('\n') + 1)..]);
        var location = FormattableString.Invariant($"{name}:{1 + before.Count('\n')}:{column}");
        return new($"template: {location}: executing {Literals.GoQuote.Quote(name)} at <{node}>: {message}");
    }
}
