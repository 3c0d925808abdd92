using System.Text;

namespace RumPortal.Benchmarks;

/// <summary>How logfmt is usually read when nobody thinks about speed.</summary>
internal static class NaiveLogfmt
{
    /// <summary>Two splits. Wrong as soon as a quoted value holds a blank, which user agents do; right for ids and kinds.</summary>
    public static Dictionary<string, string> Split(string line)
    {
        var fields = new Dictionary<string, string>();
        foreach (var pair in line.Split(' '))
        {
            var parts = pair.Split('=', 2);
            fields.TryAdd(parts[0], parts.Length > 1 ? parts[1].Trim('"') : "");
        }
        return fields;
    }

    /// <summary>Character by character into a dictionary, quotes and escapes included.</summary>
    public static Dictionary<string, string> Walk(string line)
    {
        var fields = new Dictionary<string, string>();
        var i = 0;
        while (i < line.Length)
        {
            while (i < line.Length && line[i] == ' ') i++;
            var key = new StringBuilder();
            while (i < line.Length && line[i] != '=' && line[i] != ' ') key.Append(line[i++]);
            var value = new StringBuilder();
            if (i < line.Length && line[i] == '=') i++;
            if (i < line.Length && line[i] == '"')
            {
                for (i++; i < line.Length && line[i] != '"'; i++) value.Append(line[i] == '\\' && i + 1 < line.Length ? Unescaped(line[++i]) : line[i]);
                i++;
            }
            else
            {
                while (i < line.Length && line[i] != ' ') value.Append(line[i++]);
            }
            fields.TryAdd(key.ToString(), value.ToString());
        }
        return fields;
    }

    private static char Unescaped(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => character,
    };
}
