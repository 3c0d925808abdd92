using System.Collections.Immutable;
using System.Reflection;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>The list form of logfmt gives silently wrong numbers in metric queries, so no metric query may be able to hold it.</summary>
public sealed class MetricStageTests
{
    [Fact]
    public void MetricQuery_FromAnyOfItsParts_CannotReachTheListFormOfLogfmt()
    {
        var reachable = new HashSet<Type>();
        Visit(typeof(MetricQuery), reachable);

        Assert.Contains(typeof(Logfmt), reachable);
        Assert.Contains(typeof(LineFilter), reachable);
        Assert.DoesNotContain(typeof(LogfmtFields), reachable);
        Assert.DoesNotContain(typeof(LogStage), reachable);
        Assert.DoesNotContain(typeof(LogQuery), reachable);
    }

    [Fact]
    public void Stages_OutsideTheAssembly_CannotBeMade()
    {
        foreach (var type in new[] { typeof(LogStage), typeof(MetricStage), typeof(MetricQuery), typeof(LabelTemplate), typeof(LabelCondition), typeof(TemplateCondition) })
        {
            var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(c => c.GetParameters().Length == 0);
            Assert.All(constructors, constructor => Assert.True(constructor.IsPrivate || constructor.IsFamilyAndAssembly, $"{type.Name} can be derived from"));
        }
        Assert.All(Derived(typeof(LogStage)), type => Assert.True(type.IsSealed || type.IsAbstract, type.Name));
    }

    [Fact]
    public void Expressions_FromTextsOfUsers_CannotBeMade() =>
        Assert.DoesNotContain(typeof(Re2).GetConstructors(), constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(string)));

    // Everything that a value of this type may hold: its properties' types, the types derived from those, and the elements of lists.
    private static void Visit(Type type, HashSet<Type> reachable)
    {
        type = ElementOf(type);
        if (type.Assembly != typeof(MetricQuery).Assembly || !reachable.Add(type)) return;
        foreach (var derived in Derived(type)) Visit(derived, reachable);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            if (property.Name != "EqualityContract") Visit(property.PropertyType, reachable);
    }

    private static Type ElementOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : type;
    }

    private static IEnumerable<Type> Derived(Type type) => typeof(MetricQuery).Assembly.GetTypes().Where(candidate => candidate != type && candidate.IsAssignableTo(type));
}
