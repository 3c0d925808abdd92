using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Faro;

public sealed class JsonLineReaderTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData(" { } ", "")]
    [InlineData("""{"kind":"log"}""", "kind:log")]
    [InlineData("""{"a":"1","b":2.5,"c":true,"d":null,"e":""}""", "a:1|b:2.5|c:true|d:|e:")]
    [InlineData("""{ "a" : "x" , "b" : -1e-7 }""", "a:x|b:-1e-7")]
    [InlineData("""{"e":"main\u003eimg \"q\" \u8cfc \ud83d\ude80"}""", "e:main>img \"q\" 購 🚀")]
    [InlineData("""{"k\u003e\"":"v"}""", "k>\":v")]
    [InlineData("""{"a":{"b":[1,{"c":"}]"}]},"d":[],"e":"x"}""", """a:{"b":[1,{"c":"}]"}]}|d:[]|e:x""")]
    [InlineData("""{"a":"1","a":"2"}""", "a:1|a:2")]
    public void Read_OfAWholeObject_GivesItsMembers(string line, string expected)
    {
        var (members, truncated, tail) = ReadAll(line);

        Assert.Equal(expected, members);
        Assert.False(truncated);
        Assert.False(tail);
    }

    [Theory]
    [InlineData("""{"a":"1","b":"half a li""", "a:1|b:half a li")]
    [InlineData("{\"a\":\"1\",\"b\":\"x\\\"", "a:1|b:x\"")]
    [InlineData("""{"a":"1","b":""", "a:1")]
    [InlineData("""{"a":"1","b""", "a:1")]
    [InlineData("""{"a":"1",""", "a:1")]
    [InlineData("""{"a":"1" """, "a:1")]
    [InlineData("""{"a":12""", "a:12")]
    [InlineData("""{"a":{"b":"c""", """a:{"b":"c""")]
    [InlineData("""{"a":"1" "b":"2"}""", "a:1")]
    [InlineData("""{"a":"1",b:2}""", "a:1")]
    [InlineData("""{"a":,"b":"2"}""", "")]
    public void Read_OfABrokenObject_KeepsWhatCameBeforeAndSaysSo(string line, string expected)
    {
        var (members, truncated, _) = ReadAll(line);

        Assert.Equal(expected, members);
        Assert.True(truncated);
    }

    [Fact]
    public void Read_WithTextAfterTheObject_SaysSo()
    {
        var (members, truncated, tail) = ReadAll("""{"a":"1"} {"b":"2"}""");

        Assert.Equal("a:1", members);
        Assert.True(tail);
        Assert.False(truncated);
    }

    [Fact]
    public void Read_OfDeepNesting_TakesItAsText()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", 100_000));
        var (members, truncated, _) = ReadAll("{\"k\":\"v\",\"d\":" + deep);

        Assert.Equal("k:v|d:" + deep, members);
        Assert.True(truncated);
    }

    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("  {  \"a", true)]
    [InlineData("{}", true)]
    [InlineData("{", false)]
    [InlineData("{a=1 b=}", false)]
    [InlineData("kind=log message={\"a\":1}", false)]
    [InlineData("", false)]
    public void Recognises_Line_ByItsBeginning(string line, bool expected) =>
        Assert.Equal(expected, JsonLineReader.Recognises(Encoding.UTF8.GetBytes(line)));

    private static (string Members, bool Truncated, bool Tail) ReadAll(string line)
    {
        var record = new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);
        Assert.Equal(FaroLineFormat.Json, record.Format);
        return (string.Join('|', record.Fields.Select(field => $"{field.Name}:{field.Value}")), record.IsTruncated, record.IsDamaged);
    }
}
