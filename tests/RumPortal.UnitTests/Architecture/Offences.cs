namespace RumPortal.UnitTests.Architecture;

/// <summary>What breaks a rule of the house, each in a line that says where.</summary>
internal static class Offences
{
    public static void AssertNone(IEnumerable<string> offences)
    {
        var all = offences.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
