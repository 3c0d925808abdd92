using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RumPortal.UnitTests.Architecture;

/// <summary>Names on disk are names in code, and tell what is there.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] Drawers = ["Common", "Extensions", "Helpers", "Managers", "Misc", "Models", "Services", "Shared", "Utilities", "Utils"];

    [Fact]
    public void File_OfCode_IsCalledLikeItsType() => Offences.AssertNone(
        from file in SourceTree.CSharp
        let types = file.TopLevelTypes.Select(type => type.Identifier.Text).ToList()
        where types.Count > 0 && !types.Contains(file.Name)
        select $"{file} has no type of that name but {string.Join(", ", types)}");

    // Small words of the main type may stand beside it: the enumeration that it takes, the records of a closed family.
    [Fact]
    public void File_OfCode_HoldsOneConcept() => Offences.AssertNone(
        from file in SourceTree.CSharp
        from beside in file.TopLevelTypes
        where beside.Identifier.Text != file.Name && beside.GetText().Lines.Count > 40
        select $"{file} also holds {beside.Identifier.Text}");

    [Fact]
    public void Namespace_OfAFile_IsItsFolder() => Offences.AssertNone(
        from file in SourceTree.CSharp
        from space in file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>()
        where space.Name.ToString() != string.Join('.', file.Folders[1..])
        select $"{file} is in {space.Name}");

    [Fact]
    public void Folder_OfTheProject_IsNoDrawer() => Offences.AssertNone(
        from folder in SourceTree.Files.SelectMany(file => file.Folders).Distinct()
        where Drawers.Contains(folder.Split('.')[^1], StringComparer.OrdinalIgnoreCase)
        select folder);

    [Fact]
    public void Test_OfTheProject_SaysSubjectStateAndExpectation()
    {
        var tests = (from file in SourceTree.CSharp
                     from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
                     where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
                     select (File: file, Name: method.Identifier.Text)).ToList();

        Offences.AssertNone(tests.Where(test => !TestName().IsMatch(test.Name)).Select(test => $"{test.File} {test.Name}"));
        Offences.AssertNone(tests.Where(test => !test.File.Name.EndsWith("Tests", StringComparison.Ordinal)).Select(test => $"{test.File} holds a test and is not called so"));
        Assert.True(tests.Count > 500);
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Z0-9][A-Za-z0-9]*){2}$")]
    private static partial Regex TestName();
}
