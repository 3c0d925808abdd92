using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RumPortal.UnitTests.Architecture;

/// <summary>A text file of the project.</summary>
/// <param name="Path">Below the root, with slashes: <c>src/RumPortal.Domain/Faro/FaroKind.cs</c>.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() => CSharpSyntaxTree.ParseText(Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetCompilationUnitRoot());

    public string Extension => System.IO.Path.GetExtension(Path);

    /// <summary>The name up to its first dot: that of the type, also for <c>AppsPage.razor.cs</c>.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    public string[] Folders => Path.Split('/')[..^1];

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>Of a C# file.</summary>
    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>Types that stand in the namespace itself, in their order.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> TopLevelTypes =>
        Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();

    public override string ToString() => Path;
}
