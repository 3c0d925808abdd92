namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>An error of the API: Prometheus' <c>errorType</c> and the status that belongs to it.</summary>
internal sealed record ApiError(string Type, int Status, string Message)
{
    public static ApiError BadData(string message) => new("bad_data", StatusCodes.Status400BadRequest, message);

    public static ApiError Execution(string message) => new("execution", StatusCodes.Status422UnprocessableEntity, message);

    public static ApiError Timeout() => new("timeout", StatusCodes.Status503ServiceUnavailable, "query timed out in expression evaluation");

    public static ApiError Canceled() => new("canceled", StatusCodes.Status499ClientClosedRequest, "query was canceled in expression evaluation");
}
