using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Faro;

public sealed class LabelSetTests
{
    [Fact]
    public void Sets_OfTheSameLabelsInAnyOrder_AreEqual()
    {
        var one = LabelSet.From([new("b", "2"), new("a", "1")]);
        var other = LabelSet.From([new("a", "1"), new("b", "2")]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("""{a="1", b="2"}""", one.ToString());
        Assert.NotEqual(one, LabelSet.From([new("a", "1"), new("b", "3")]));
        Assert.NotEqual(one, LabelSet.From([new("a", "1")]));
    }

    [Fact]
    public void Set_WithARepeatedName_KeepsTheFirst()
    {
        var set = LabelSet.From([new("a", "1"), new("a", "2")]);

        Assert.Single(set);
        Assert.Equal("1", set["a"]);
        Assert.Null(set["b"]);
        Assert.Same(LabelSet.Empty, LabelSet.From([]));
    }
}
