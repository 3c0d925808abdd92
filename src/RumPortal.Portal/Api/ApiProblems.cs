using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using RumPortal.Clients.Http;
using RumPortal.Portal.Auth;
using RumPortal.Storage;

namespace RumPortal.Portal.Api;

/// <summary>Turns what readers throw into RFC 9457 problem details. Anything unknown stays a bare 500; its text is in the log only.</summary>
public sealed class ApiProblems(IProblemDetailsService problems, ILogger<ApiProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        if (!httpContext.Request.Path.StartsWithSegments(PortalApi.Prefix) || Problem(exception) is not { } problem) return false;
        if (exception is BackendException backend)
        {
            logger.LogWarning(backend, "An API call failed at {Backend}: {Fault}", backend.Backend, backend.Fault);
            if (backend.RetryAfter is { } pause) httpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
        if (exception is StorageException state) logger.LogError(state, "An API call failed at the portal's own state: {Fault} {Detail}", state.Fault, state.Detail);
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    private static ProblemDetails? Problem(Exception exception) => exception switch
    {
        ApiFaultException fault => new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "The request cannot be answered.", Detail = fault.Message, Extensions = { ["faults"] = fault.Faults } },
        AppNotVisibleException hidden => new ProblemDetails { Status = StatusCodes.Status404NotFound, Title = "No such app.", Detail = hidden.Message },
        BackendException backend => new ProblemDetails
        {
            Status = StatusOf(backend.Fault),
            Title = $"{backend.Backend} gave no usable answer.",
            Detail = backend.Message,
            Extensions = { ["backend"] = backend.Backend.ToString(), ["fault"] = backend.Fault.ToString(), ["backendStatus"] = backend.Status },
        },
        StorageException state => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "The portal's own state cannot be read.", Detail = state.Message },
        _ => null,
    };

    private static int StatusOf(BackendFault fault) => fault switch
    {
        BackendFault.Timeout => StatusCodes.Status504GatewayTimeout,
        BackendFault.RateLimited => StatusCodes.Status503ServiceUnavailable,
        BackendFault.TooManySeries or BackendFault.LimitExceeded or BackendFault.TooLarge => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status502BadGateway,
    };
}
