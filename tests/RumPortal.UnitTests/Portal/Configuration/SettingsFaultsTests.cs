using RumPortal.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Configuration;

public sealed class SettingsFaultsTests
{
    [Fact]
    public void ThrowIfAny_WithFaults_NamesAllOfThemAtOnce()
    {
        var faults = new SettingsFaults();
        faults.Add("Storage:StateFolder", "must name a folder.");
        faults.AddRange(["Backends:Loki:Url is ''; it must be an address."]);
        faults.RefuseUnknownKeys(Settings.Of(("Storage:StatFolder", "x"), ("Storage:statefolder", "x")).GetSection("Storage"), "StateFolder");

        var thrown = Assert.Throws<InvalidSettingsException>(faults.ThrowIfAny);

        string[] expected = ["Storage:StateFolder: must name a folder.", "Backends:Loki:Url is ''; it must be an address.", "Storage:StatFolder: is not a setting. Known here: StateFolder."];
        Assert.Equal(expected, thrown.Faults);
        Assert.Equal("The settings are not valid:" + string.Concat(expected.Select(fault => $"{Environment.NewLine}  {fault}")), thrown.Message);
    }

    [Fact]
    public void ThrowIfAny_WithoutFaults_DoesNothing()
    {
        var faults = new SettingsFaults();
        faults.RefuseUnknownKeys(Settings.Of(("Storage:STATEFOLDER", "x")).GetSection("Storage"), "StateFolder");

        faults.ThrowIfAny();

        Assert.Empty(faults.All);
    }
}
