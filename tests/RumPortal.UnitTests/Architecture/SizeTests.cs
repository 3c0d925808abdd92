using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RumPortal.UnitTests.Architecture;

/// <summary>Nothing grows beyond what one reads in one go.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 400, UsualFile = 200;
    private const int LongestMethod = 60, UsualMethod = 25;

    [Fact]
    public void Files_OfTheProject_AreShort() => AssertShort([.. SourceTree.Files.Select(file => (file.Path, file.Lines.Length))], UsualFile, LongestFile);

    [Fact]
    public void Methods_OfTheProject_AreShort() => AssertShort([.. SourceTree.CSharp.SelectMany(Methods)], UsualMethod, LongestMethod);

    [Fact]
    public void Sources_OfTheProject_AreUnderstoodByTheseTests()
    {
        Assert.All(SourceTree.CSharp, file => Assert.Empty(file.Root.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => $"{file}: {fault}")));
        Assert.True(SourceTree.CSharp.SelectMany(Methods).Count() > 1_000);
    }

    private static void AssertShort(List<(string Name, int Lines)> all, int usual, int longest)
    {
        all.Sort((one, other) => one.Lines.CompareTo(other.Lines));
        var ninetieth = all[all.Count * 9 / 10].Lines;
        var tooLong = string.Join('\n', all.Where(one => one.Lines > longest).Select(one => $"{one.Name}: {one.Lines} lines"));
        Assert.True(ninetieth <= usual && tooLong.Length == 0, $"Nine of ten have at most {ninetieth} lines (allowed: {usual}). More than {longest}:\n{tooLong}");
    }

    private static IEnumerable<(string Name, int Lines)> Methods(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let span = file.Root.SyntaxTree.GetLineSpan(node.Span)
        select ($"{file.Path}:{span.StartLinePosition.Line + 1} {NameOf(node)}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
