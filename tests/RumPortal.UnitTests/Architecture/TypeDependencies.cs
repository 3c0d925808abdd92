using System.Reflection;
using System.Reflection.Emit;

namespace RumPortal.UnitTests.Architecture;

/// <summary>
/// Which types a type needs, read from its compiled form: signatures, fields, attributes and the code of its methods, those that the compiler
/// made of lambdas, iterators and async methods included. Constants leave no trace.
/// </summary>
internal static class TypeDependencies
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var one in Enumerate(type)) Flatten(one, found);
        return found;
    }

    private static IEnumerable<Type> Enumerate(Type type)
    {
        var own = new[] { type.BaseType }.OfType<Type>().Concat(type.GetInterfaces()).Concat(type.GetCustomAttributesData().Select(data => data.AttributeType));
        var fields = type.GetFields(All).Select(field => field.FieldType);
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(OfMethod);
        return own.Concat(fields).Concat(methods).Concat(type.GetNestedTypes(All).SelectMany(Enumerate));
    }

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (method is MethodInfo { ReturnType: var result }) signature = signature.Append(result);
        return method.GetMethodBody() is { } body
            ? signature.Concat(body.LocalVariables.Select(local => local.LocalType)).Concat(OfCode(method, body.GetILAsByteArray() ?? []))
            : signature;
    }

    private static IEnumerable<Type> OfCode(MethodBase method, byte[] code)
    {
        var ofType = method.DeclaringType?.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                foreach (var type in OfMember(method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod))) yield return type;
            at += OperandSize(operation.OperandType, code, at);
        }
    }

    private static Type[] OfMember(MemberInfo? member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [.. method.GetGenericArguments(), .. OfDeclaring(method)],
        FieldInfo field => [field.FieldType, .. OfDeclaring(field)],
        { } other => OfDeclaring(other),
        null => [],
    };

    private static Type[] OfDeclaring(MemberInfo member) => member.DeclaringType is { } type ? [type] : [];

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void Flatten(Type type, HashSet<Type> found)
    {
        if (type.IsGenericParameter) return;
        if (type.HasElementType)
        {
            if (type.GetElementType() is { } element) Flatten(element, found);
            return;
        }
        if (!found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type)) return;
        foreach (var argument in type.GetGenericArguments()) Flatten(argument, found);
    }
}
