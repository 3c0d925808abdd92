using RumPortal.Portal.Components.Panels;

namespace RumPortal.UnitTests.Portal.Panels;

public sealed class DataSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(1234, "1.23 kB")]
    [InlineData(12_345, "12.3 kB")]
    [InlineData(123_456, "123 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_600, "1 MB")]
    [InlineData(61_000_000, "61 MB")]
    [InlineData(4_190_000_000, "4.19 GB")]
    [InlineData(1_500_000_000_000, "1.5 TB")]
    [InlineData(long.MaxValue, "9223372 TB")]
    public void Text_OfBytes_IsInDecimalUnits(long bytes, string expected) => Assert.Equal(expected, DataSize.Text(bytes));
}
