using Npgsql;
using RumPortal.Storage.Databases;

namespace RumPortal.IntegrationTests.Storage;

public sealed class DatabaseAddressTests
{
    private const string Folder = "/var/lib/rumportal";

    [Theory]
    [InlineData(null, "SQLite file /var/lib/rumportal/portal.db")]
    [InlineData("  ", "SQLite file /var/lib/rumportal/portal.db")]
    [InlineData("Data Source=other.db", "SQLite file /var/lib/rumportal/other.db")]
    [InlineData("data source=../x/y z.db;Mode=ReadOnly", "SQLite file /var/lib/x/y z.db")]
    [InlineData("Filename=/srv/portal.db", "SQLite file /srv/portal.db")]
    [InlineData("Host=db", "PostgreSQL at db:5432/")]
    [InlineData("host=db;port=6432;database=rum;username=portal;password=secret", "PostgreSQL at db:6432/rum")]
    [InlineData("Server=db;User Id=portal;Password='a;b=c'", "PostgreSQL at db:5432/portal")]
    [InlineData("Host=/run/postgresql;Database=rum", "PostgreSQL at /run/postgresql:5432/rum")]
    [InlineData("postgres://portal:secret@db:6432/rum", "PostgreSQL at db:6432/rum")]
    [InlineData("POSTGRESQL://portal@db/rum", "PostgreSQL at db:5432/rum")]
    [InlineData("postgres://[::1]/rum?sslmode=require", "PostgreSQL at [::1]:5432/rum")]
    public void ConnectionString_ThatIsLegal_NamesItsPlaceWithoutCredentials(string? text, string place)
    {
        Assert.True(DatabaseAddress.TryParse(text, Folder, out var address, out var fault), fault);

        Assert.Equal(place, address.ToString());
    }

    [Fact]
    public void Url_WithEverything_ReachesTheDriver()
    {
        const string Url = "postgresql://po%40rtal:s%3Ae%2Fc%3Bret@db:6432/r%20um?sslmode=verify-full&connect_timeout=3&application_name=a%26b&options=-c%20search_path%3Drum";

        Assert.True(DatabaseAddress.TryParse(Url, Folder, out var address, out var fault), fault);

        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        Assert.Equal(("db", 6432, "r um", "po@rtal", "s:e/c;ret"), (settings.Host, settings.Port, settings.Database, settings.Username, settings.Password));
        Assert.Equal((SslMode.VerifyFull, 3, "a&b", "-c search_path=rum"), (settings.SslMode, settings.Timeout, settings.ApplicationName, settings.Options));
    }

    [Fact]
    public void ConnectionString_WithoutTimes_WaitsNoLongerThanAPageMay()
    {
        Assert.True(DatabaseAddress.TryParse("Host=db;Command Timeout=20", Folder, out var address, out _));

        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString);
        Assert.Equal((5, 20, "RumPortal"), (settings.Timeout, settings.CommandTimeout, settings.ApplicationName));
    }

    [Theory]
    [InlineData("secret", "is no connection string. It must be 'Data Source=<file>'")]
    [InlineData("/srv/secret.db", "is no connection string. It must be 'Data Source=<file>'")]
    [InlineData("Data Source='secret", "is no connection string. It must be 'Data Source=<file>'")]
    [InlineData("Mode=ReadWrite", "names neither a file nor a server. It must be 'Data Source=<file>'")]
    [InlineData("Data Source=", "is no connection string. It must be 'Data Source=<file>'")]
    [InlineData("Data Source=:memory:", "names a database in memory")]
    [InlineData("Data Source=x;Mode=Memory", "names a database in memory")]
    [InlineData("Data Source=file:x?mode=memory", "names a SQLite URI")]
    [InlineData("Data Source=x;Password=secret", "has a password, but the SQLite of this portal does not encrypt")]
    [InlineData("Data Source=x;Mode=secret", "has a value that SQLite's 'mode' cannot take.")]
    [InlineData("Data Source=x;Hots=secret", "holds 'hots', which is no keyword of a SQLite connection string.")]
    [InlineData("Hots=db;Password=secret", "holds 'hots', which is no keyword of a SQLite connection string.")]
    [InlineData("Host=db;Pasword=secret", "holds 'pasword', which is no keyword of a PostgreSQL connection string.")]
    [InlineData("Host=db;Port=secret", "has a value that PostgreSQL's 'port' cannot take.")]
    [InlineData("Host=db;Port=0", "has a value that PostgreSQL's 'port' cannot take.")]
    [InlineData("Host=db;SSL Mode=secret", "has a value that PostgreSQL's 'ssl mode' cannot take.")]
    [InlineData("Host=db;Password=secret;Minimum Pool Size=5;Maximum Pool Size=1", "holds settings that do not go together: ")]
    [InlineData("Host=;Server=", "is no connection string.")]
    [InlineData("postgres://", "is no URL of the form postgres://")]
    [InlineData("postgres://portal:secret@/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://portal:sec/ret@db/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://portal:1/secret@db/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://portal:1?secret@db/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://portal:1#secret@db/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://db1,db2/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://db:99999/rum", "is no URL of the form postgres://")]
    [InlineData("postgres://db/rum?sslmode=secret", "has a value that PostgreSQL's 'SSL Mode' cannot take.")]
    [InlineData("postgres://db/rum?pasword=secret", "has the parameter 'pasword'. Known here: application_name, connect_timeout, options, sslmode, sslrootcert.")]
    public void ConnectionString_ThatIsNotLegal_IsExplainedWithoutItsValues(string text, string begin)
    {
        Assert.False(DatabaseAddress.TryParse(text, Folder, out var address, out var fault));

        Assert.Null(address);
        Assert.StartsWith(begin, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.OrdinalIgnoreCase);
    }
}
