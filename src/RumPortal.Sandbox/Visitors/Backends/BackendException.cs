namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>What a service threw, in the words of OpenTelemetry's <c>exception.*</c>.</summary>
internal sealed record BackendException(string Type, string Message, string StackTrace)
{
    /// <summary>The database did not answer in time: what usually lies behind a 500 of the demo's services.</summary>
    public static readonly BackendException QueryTimeout = new(
        "java.sql.SQLTimeoutException",
        "canceling statement due to statement timeout",
        "java.sql.SQLTimeoutException: canceling statement due to statement timeout\n"
        + "\tat org.postgresql.jdbc.PgStatement.executeWithFlags(PgStatement.java:340)\n"
        + "\tat test.example.shop.Repository.find(Repository.java:87)");
}
