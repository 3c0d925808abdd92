using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RumPortal.Sandbox.Re2;

/// <summary>Go's replacement syntax: <c>$1</c>, <c>${1}</c>, <c>$name</c>, <c>$$</c>. A name is the longest run of letters, digits and underscores; an unknown one is empty.</summary>
internal static class Re2Expansion
{
    public static string Expand(string template, Match match, Re2Regex regex)
    {
        var result = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '$' || i + 1 >= template.Length)
            {
                result.Append(template[i]);
                continue;
            }

            if (template[i + 1] == '$')
            {
                result.Append('$');
                i++;
            }
            else if (TryName(template, i + 1, out var name, out var end))
            {
                result.Append(ValueOf(name, match, regex));
                i = end - 1;
            }
            else result.Append('$');
        }

        return result.ToString();
    }

    private static bool TryName(string template, int start, out string name, out int end)
    {
        var braced = template[start] == '{';
        var from = braced ? start + 1 : start;
        end = from;
        while (end < template.Length && (template[end] == '_' || char.IsLetterOrDigit(template[end]))) end++;
        name = template[from..end];
        if (name.Length == 0 || (braced && (end >= template.Length || template[end] != '}'))) return false;
        if (braced) end++;
        return true;
    }

    private static string ValueOf(string name, Match match, Re2Regex regex)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var index = regex.GroupNames.ToList().IndexOf(name);
            number = index < 0 ? -1 : index + 1;
        }

        return number < 0 || number > regex.GroupNames.Count ? "" : match.Groups[number].Value;
    }
}
