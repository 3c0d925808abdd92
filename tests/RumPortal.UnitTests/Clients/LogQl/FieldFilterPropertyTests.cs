using System.Text;
using System.Text.RegularExpressions;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.LogQl;

/// <summary>Field filters on random lines of both spellings, run by RE2 as Loki does, against what the parser finds.</summary>
public sealed class FieldFilterPropertyTests
{
    private static readonly string[] Keys = ["app_version", "browser_os", "context_a_b", "_9x", "message"];

    private static readonly string[] Parts =
    [
        "118", "Arc", "\"", "\\", " ", "=", "\n", "\t", "\u0001", "\u007F", "<", ">", "&", "\u2028", "\uFFFD", "購", "🚀", "/", "'", "{", "}", ",", ":", "null", "u0041", "n", "[", "]", ".",
        "app_version=118", "\"app_version\":\"118\"", " kind=log",
    ];

    [Fact]
    public async Task Filters_OnRandomLines_AgreeWithTheParser()
    {
        var random = new Random(118);
        var questions = Enumerable.Range(0, 2_000).SelectMany(_ => Questions(random)).ToList();

        var answers = await NodeScript.RunAsync<Re2Question, bool[]>("re2.mjs", [.. questions.Select(question => question.Re2)], TestContext.Current.CancellationToken);

        foreach (var (question, found) in questions.Zip(answers))
        {
            for (var i = 0; i < question.Lines.Count; i++)
            {
                var passes = question.Filters.All(filter => filter.Operator switch
                {
                    "|=" => question.Lines[i].Contains(filter.Values.Single(), StringComparison.Ordinal),
                    "!~" => !found[i],
                    // The check before the deciding expression is a list of plain texts.
                    _ => filter == question.Filters[^1] ? found[i] : Regex.IsMatch(question.Lines[i], filter.Values.Single(), RegexOptions.CultureInvariant),
                });
                Assert.True(passes == question.Expected[i], $"{question.Asked} should be {question.Expected[i]} in {question.Lines[i]}");
            }
        }
        Assert.InRange(questions.Sum(question => question.Expected.Count(expected => expected)), 4_000, 12_000);
    }

    private static IEnumerable<Question> Questions(Random random)
    {
        var fields = RandomFields(random);
        var key = Keys[random.Next(Keys.Length)];
        var value = random.Next(2) == 0 && fields.GetValueOrDefault(RawKey(key)) is { Length: > 0 } there ? there : RandomValue(random);
        var part = value[random.Next(value.Length)..];
        if (char.IsLowSurrogate(part[0])) part = value;
        string[] lines = [LineSpelling.Logfmt(fields), LineSpelling.Json(fields)];
        var found = lines.Select(line => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty).Text(key) ?? "").ToList();

        Question Ask(string asked, IReadOnlyList<LineFilter> filters, Func<string, bool> expected) => new($"{key} {asked}", filters, lines, [.. found.Select(expected)]);
        yield return Ask($"is {value}", FieldFilter.Is(key, value), text => text == value);
        yield return Ask($"is {value} or other", FieldFilter.IsAnyOf(key, ["other", value]), text => text == value || text == "other");
        yield return Ask($"is neither {value} nor other", FieldFilter.IsNoneOf(key, [value, "other"]), text => text != value && text != "other");
        yield return Ask($"holds {part}", FieldFilter.Contains(key, Swapped(part)), text => text.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string> RandomFields(Random random)
    {
        var fields = new Dictionary<string, string> { ["kind"] = "log" };
        foreach (var key in Keys.OrderBy(_ => random.Next()))
            if (random.Next(4) > 0) fields[RawKey(key)] = RandomValue(random);
        fields["z"] = RandomValue(random);
        return fields;
    }

    private static string RawKey(string key) => key.Replace("a_b", "a.b", StringComparison.Ordinal).Replace("_9", "9", StringComparison.Ordinal);

    private static string RandomValue(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Parts[random.Next(Parts.Length)]));

    private static string Swapped(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : c));

    private sealed record Re2Question(string Pattern, IReadOnlyList<string> Texts);

    private sealed record Question(string Asked, IReadOnlyList<LineFilter> Filters, IReadOnlyList<string> Lines, IReadOnlyList<bool> Expected)
    {
        /// <summary>The deciding expression is the last; a contains-check may stand before it.</summary>
        public Re2Question Re2 => new(Filters[^1].Values.Single(), Lines);
    }
}
