using System.Text.RegularExpressions;

namespace RumPortal.UnitTests.Architecture;

/// <summary>Habits that no compiler holds.</summary>
public sealed partial class HabitTests
{
    private static readonly string[] Markup = ["MarkupString", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment", "setHTMLUnsafe"];

    [Fact]
    public void Product_ShowingTelemetry_NeverMakesMarkupOfText() => Offences.AssertNone(
        from file in SourceTree.OfProduct
        from word in Markup
        where file.Text.Contains(word, StringComparison.Ordinal)
        select $"{file} holds {word}");

    [Fact]
    public void Source_LeftByItsAuthor_IsFinished() => Offences.AssertNone(
        from file in SourceTree.Files
        where file.Name != nameof(HabitTests)
        from line in file.Lines
        where Unfinished().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void Suppression_OfAWarning_SaysWhyInTheLineAbove() => Offences.AssertNone(
        from file in SourceTree.CSharp
        from i in Enumerable.Range(0, file.Lines.Length)
        where file.Lines[i].TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && (i == 0 || !file.Lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
        select $"{file}:{i + 1}");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|^\s*#region|NotImplementedException")]
    private static partial Regex Unfinished();
}
