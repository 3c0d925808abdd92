using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Hands on a YAML text as long as it stays what a rule file can be: few levels deep, and without aliases, by which a small text can stand for a huge one.</summary>
internal sealed class BoundedYamlParser(TextReader text) : IParser
{
    /// <summary>The file, its groups, a group, its rules, a rule, its labels, with room to spare.</summary>
    private const int MostLevels = 16;

    private readonly Parser _parser = new(text);
    private int _level;

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="YamlException">The text is not YAML, or beyond the bounds.</exception>
    public bool MoveNext()
    {
        if (!_parser.MoveNext()) return false;
        _level += Current?.NestingIncrease ?? 0;
        if (_level > MostLevels) throw new YamlException(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, "too many levels");
        if (Current is AnchorAlias alias) throw new YamlException(alias.Start, alias.End, "aliases are not supported");
        return true;
    }
}
