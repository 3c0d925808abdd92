using System.Globalization;
using System.Text;
using RumPortal.Clients.Tempo.Otlp;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TextCacheTests
{
    [Fact]
    public void Text_ThatRepeats_IsOneObject()
    {
        var cache = new TextCache();

        Assert.Same(Get(cache, "http.request.method"), Get(cache, "http.request.method"));
        Assert.NotSame(Get(cache, new string('x', 129)), Get(cache, new string('x', 129)));
    }

    [Fact]
    public void Text_OfAnyKind_IsItself()
    {
        var cache = new TextCache();
        string[] texts = ["", "a", "b", "aaaaaaaa", "aaaaaaab", "\0", "結帳", "🚀", "é", "e", new('x', 128), new('x', 129), .. Enumerable.Range(0, 20_000).Select(number => number.ToString(CultureInfo.InvariantCulture))];

        foreach (var text in texts.Concat(texts.Reverse())) Assert.Equal(text, Get(cache, text).Value);
    }

    [Fact]
    public void Text_OfBrokenBytes_HasReplacements()
    {
        var cache = new TextCache();

        Assert.Equal("a\uFFFD", cache.Get([(byte)'a', 0xFF]).Value);
        Assert.Equal("a\uFFFD", cache.Get([(byte)'a', 0xFF]).Value);
    }

    private static Domain.Traces.AttributeValue.Text Get(TextCache cache, string text) => cache.Get(Encoding.UTF8.GetBytes(text));
}
