using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Portal;

namespace RumPortal.UnitTests.Architecture;

/// <summary>What may know what, within projects and between them.</summary>
public sealed partial class DependencyTests
{
    private const string Features = "RumPortal.Portal.Features";

    private static readonly Assembly Domain = typeof(FaroRecord).Assembly;
    private static readonly Assembly Clients = typeof(LokiClient).Assembly;
    private static readonly Assembly Portal = typeof(PortalHost).Assembly;

    private static readonly string[] Borders = ["System.Net.", "System.Data", "System.IO.FileSystem", "System.IO.Pipes", "System.Diagnostics.Process", "System.Security.Cryptography.X509", "Microsoft."];

    [Fact]
    public void Domain_Compiled_NeedsTheBaseLibraryAloneAndNoBorderOfIt()
    {
        var references = Domain.GetReferencedAssemblies().Select(reference => reference.Name ?? "").ToList();

        Offences.AssertNone(references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || Borders.Any(border => name.StartsWith(border, StringComparison.Ordinal))));
        Offences.AssertNone(from type in Domain.GetTypes()
                   from needed in TypeDependencies.Of(type)
                   where needed.FullName is "System.IO.File" or "System.IO.Directory" or "System.IO.FileStream" or "System.Console" or "System.Environment"
                   select $"{type} uses {needed}");
    }

    [Fact]
    public void Domain_InNamesOfCode_KnowsNoBackend() => Offences.AssertNone(
        from type in Domain.GetTypes()
        from name in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(member => member is MethodBase method ? method.GetParameters().Select(parameter => parameter.Name ?? "").Append(member.Name) : [member.Name]).Append(type.FullName ?? "")
        where BackendName().IsMatch(name)
        select $"{type}: {name}");

    [Fact]
    public void Domain_InItsTexts_KnowsNoBackend() => Offences.AssertNone(
        from file in SourceTree.Below("src/RumPortal.Domain")
        from token in file.Root.DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        where BackendName().IsMatch(token.Text)
        select $"{file}: {token.Text}");

    [Fact]
    public void Clients_OfBackends_KnowLinesAndQueriesAndNoFeature() => Offences.AssertNone(
        from type in Clients.GetTypes()
        from needed in TypeDependencies.Of(type)
        where needed.Assembly == Domain && needed.Namespace is not ("RumPortal.Domain.Faro" or "RumPortal.Domain.Querying" or "RumPortal.Domain.Vitals" or "RumPortal.Domain.Traces")
        select $"{type} uses {needed}");

    [Fact]
    public void Feature_OfThePortal_NeedsNoOtherFeature() => Offences.AssertNone(
        from type in Portal.GetTypes()
        let feature = FeatureOf(type)
        where feature is not null
        from needed in TypeDependencies.Of(type)
        let other = FeatureOf(needed)
        where other is not null && other != feature
        select $"{type} of {feature} uses {needed} of {other}");

    [Fact]
    public void Reader_OfThePortal_NeedsNoComponents()
    {
        Assert.True(Readers.Count >= 6);
        Offences.AssertNone(from reader in Readers
                   from needed in TypeDependencies.Of(reader)
                   where needed.Namespace?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) == true
                   select $"{reader} uses {needed}");
    }

    [Fact]
    public void Read_OfAnyReader_IsForAViewer()
    {
        var reads = (from reader in Readers.Append(typeof(RumPortal.Portal.Features.Admin.LokiProbe)).Append(typeof(RumPortal.Portal.Features.Admin.TempoProbe))
                     from method in reader.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() is var kind && (kind == typeof(Task<>) || kind == typeof(ValueTask<>) || kind == typeof(IAsyncEnumerable<>))
                     select method).ToList();

        Assert.True(reads.Count >= 8);
        Offences.AssertNone(reads.Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(ViewerScope))).Select(method => $"{method.DeclaringType}.{method.Name} takes no {nameof(ViewerScope)}"));
    }

    [Fact]
    public void Dependencies_OfAType_AreFoundInCodeThatTheCompilerMade()
    {
        var needed = TypeDependencies.Of(typeof(Sample));

        Assert.Contains(typeof(FaroCategories), needed);
        Assert.Contains(typeof(ViewerScope), needed);
        Assert.DoesNotContain(typeof(LokiClient), needed);
    }

    private static IReadOnlyList<Type> Readers { get; } = [.. Portal.GetTypes().Where(type => type.Name.EndsWith("Reader", StringComparison.Ordinal) && type is { IsAbstract: false, IsNested: false })];

    private static string? FeatureOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Features + ".", StringComparison.Ordinal) ? space[(Features.Length + 1)..].Split('.')[0] : null;

    // "Temporary" is no backend.
    [GeneratedRegex("(?i:loki|logql|traceql|promql|prometheus|grafana|mimir)|[Tt]empo(?![a-z])")]
    private static partial Regex BackendName();

    private sealed class Sample
    {
        public static async Task<int> CountAsync()
        {
            await Task.Yield();
            Func<bool> isAdmin = () => RumPortal.Testing.Viewers.Admin.SeesEveryApp;
            return isAdmin() ? FaroCategories.Word(FaroCategory.Log).Length : 0;
        }
    }
}
