using System.Diagnostics;
using Npgsql;
using RumPortal.Storage.Databases;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>
/// PostgreSQL for the tests of one run: the server of <c>RUMPORTAL_TEST_POSTGRES</c> (a connection string, whose user may create schemas), or one
/// started from the binaries of this machine in a temporary folder, where it listens on a Unix socket alone. Without both the tests are skipped.
/// </summary>
public sealed class PostgresServer : IDatabaseServer, IAsyncLifetime
{
    private const string Debian = "/usr/lib/postgresql";

    private string? _folder;
    private string? _connectionString;

    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(_connectionString is null, "RUMPORTAL_TEST_POSTGRES holds no connection string and there is no initdb on PATH or in " + Debian + ".");
            return _connectionString ?? "";
        }
    }

    private static string? Binaries { get; } = FindBinaries();

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RUMPORTAL_TEST_POSTGRES") is { Length: > 0 } given) _connectionString = given;
        else if (Binaries is not null) await StartAsync(Binaries);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null || Binaries is null) return;
        await RunAsync(Path.Combine(Binaries, "pg_ctl"), "stop", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "-s");
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<string> CreatePlaceAsync()
    {
        var schema = $"rumportal_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        return $"{ConnectionString};Search Path={schema};Application Name={schema}";
    }

    public Task RemovePlaceAsync(DatabaseAddress address)
    {
        var schema = new NpgsqlConnectionStringBuilder(address.ConnectionString).SearchPath;
        return ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
    }

    /// <summary>Runs a statement on a connection beside those of the portal.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task StartAsync(string binaries)
    {
        // Short, because a socket's path has at most 107 bytes, and made by the user that the server runs as.
        _folder = (await RunAsync("mktemp", "-d", "/tmp/rumportal-pg.XXXXXX")).Trim();
        var data = Path.Combine(_folder, "data");
        await RunAsync(Path.Combine(binaries, "initdb"), "-D", data, "-U", "rum", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsync(
            Path.Combine(binaries, "pg_ctl"), "start", "-D", data, "-w", "-s", "-l", Path.Combine(_folder, "log"),
            "-o", $"-F -c listen_addresses='' -c unix_socket_directories={_folder} -c max_connections=50");
        _connectionString = $"Host={_folder};Username=rum;Database=postgres;Maximum Pool Size=10";
    }

    /// <summary>Runs a program to its end; as root through the user of Debian's package, since a PostgreSQL server refuses root.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        // The server that pg_ctl leaves behind keeps its output open; waiting for the end of that would never end.
        var isRead = Path.GetFileName(program) != "pg_ctl";
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = isRead, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = isRead ? await process.StandardOutput.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}. {output}");
    }

    private static string? FindBinaries()
    {
        var installed = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.Concat(installed).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
