using RumPortal.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Configuration;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(null, "state")]
    [InlineData("/var/lib/rumportal", "/var/lib/rumportal")]
    public void Read_OfALegalFolder_IsThatFolder(string? value, string expected)
    {
        var (options, faults) = Settings.Read(StorageOptions.Read, value is null ? [] : [("Storage:StateFolder", value)]);

        Assert.Equal(expected, options.StateFolder);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Read_OfNoFolder_SaysWhatIsLegal(string value) => Assert.Equal(
        ["Storage:StateFolder: must name a folder, or be left out for 'state'."],
        Settings.Read(StorageOptions.Read, ("Storage:StateFolder", value)).Faults);

    [Fact]
    public void Read_OfAnUnknownKey_IsRefused() => Assert.Equal(
        ["Storage:ConectionString: is not a setting. Known here: StateFolder, ConnectionString."],
        Settings.Read(StorageOptions.Read, ("Storage:ConectionString", "x")).Faults);

    [Theory]
    [InlineData(null, "SQLite file /state/portal.db")]
    [InlineData(" ", "SQLite file /state/portal.db")]
    [InlineData("Data Source=/var/lib/rum.db", "SQLite file /var/lib/rum.db")]
    [InlineData("postgres://rum:secret@db:5433/portal", "PostgreSQL at db:5433/portal")]
    public void Database_OfALegalString_IsThatPlaceWithoutCredentials(string? text, string expected)
    {
        var root = Directory.CreateTempSubdirectory("rumportal-state");
        try
        {
            var faults = new SettingsFaults();
            var folder = StateFolder.Create(new StorageOptions(), root.FullName, faults);

            var database = new StorageOptions { ConnectionString = text }.DatabaseIn(folder, faults);

            Assert.Equal(expected.Replace("/state/", folder.Path + "/", StringComparison.Ordinal), database?.ToString());
            Assert.Empty(faults.All);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Database_OfAnIllegalString_IsAFaultThatNamesTheSettingAndNoPassword()
    {
        var root = Directory.CreateTempSubdirectory("rumportal-state");
        try
        {
            var faults = new SettingsFaults();
            var folder = StateFolder.Create(new StorageOptions(), root.FullName, faults);

            Assert.Null(new StorageOptions { ConnectionString = "Password=secret" }.DatabaseIn(folder, faults));

            var fault = Assert.Single(faults.All);
            Assert.StartsWith("Storage:ConnectionString: ", fault, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void Create_OfAFolderThatCannotBe_IsAFaultOfTheSetting()
    {
        var file = Path.GetTempFileName();
        try
        {
            var faults = new SettingsFaults();
            StateFolder.Create(new StorageOptions { StateFolder = Path.Combine(file, "state") }, "/", faults);

            Assert.StartsWith($"Storage:StateFolder: the folder '{Path.Combine(file, "state")}' cannot be made: ", Assert.Single(faults.All), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Create_OfARelativeFolder_IsBelowTheContentRootAndItsOwnersAlone()
    {
        var root = Directory.CreateTempSubdirectory("rumportal-state");
        try
        {
            var faults = new SettingsFaults();
            var folder = StateFolder.Create(new StorageOptions(), root.FullName, faults);

            Assert.Empty(faults.All);
            Assert.Equal(Path.Combine(root.FullName, "state"), folder.Path);
            Assert.True(Directory.Exists(folder.Keys));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Keys));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
