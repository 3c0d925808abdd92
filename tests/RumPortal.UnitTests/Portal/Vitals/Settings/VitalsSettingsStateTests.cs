using RumPortal.Clients.Loki.LogQl;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Vitals.Settings;

namespace RumPortal.UnitTests.Portal.Vitals.Settings;

public sealed class VitalsSettingsStateTests
{
    [Theory]
    [InlineData("app=shop-web", LineParser.Logfmt)]
    [InlineData("app=shop-web&lines=json", LineParser.Json)]
    [InlineData("app=shop-web&lines=mixed", LineParser.Mixed)]
    public void Parse_OfItsOwnAddress_IsTheSame(string query, LineParser lines)
    {
        var state = Parse(query);

        Assert.Equal(lines, state.Lines);
        Assert.Equal("/vitals/settings?" + query, state.ToAddress());
    }

    [Theory]
    [InlineData("lines=xml")]
    [InlineData("lines=1")]
    [InlineData("lines=JSON")]
    [InlineData("lines=")]
    public void Parse_OfAnUnknownSpelling_LeavesTheDefault(string query) => Assert.Equal("/vitals/settings", Parse(query).ToAddress());

    private static VitalsSettingsState Parse(string query)
    {
        var reader = new QueryReader(query);
        return VitalsSettingsState.Parse(ViewFilter.Parse(reader), reader);
    }
}
