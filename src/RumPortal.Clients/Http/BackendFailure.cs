using System.Globalization;
using System.Text.Json;
using Polly.CircuitBreaker;

namespace RumPortal.Clients.Http;

/// <summary>What can go wrong between the portal and a backend, as exceptions of the libraries below, and what each means.</summary>
internal static class BackendFailure
{
    /// <summary>
    /// Whether an exception comes from the wire; others are bugs and pass as they are. A cancellation is meant here as a passed time limit.
    /// </summary>
    public static bool IsOfTheWire(Exception failure) =>
        failure is HttpRequestException or IOException or JsonException or InvalidDataException
            or BrokenCircuitException or TimeoutException or OperationCanceledException;

    public static BackendException ToException(BackendCall call, Exception failure)
    {
        var (fault, message) = Meaning(call, failure);
        return new BackendException(call.Backend, call.Operation, fault, message, failure)
        {
            Query = call.Query,
            RetryAfter = (failure as BrokenCircuitException)?.RetryAfter,
        };
    }

    private static (BackendFault Fault, string Message) Meaning(BackendCall call, Exception failure)
    {
        var backend = call.Backend;
        return failure switch
        {
            OperationCanceledException or TimeoutException =>
                (BackendFault.Timeout, $"{backend} did not answer within {Seconds(call.Timeout)}."),
            BrokenCircuitException => (BackendFault.Unreachable, $"{backend} failed repeatedly; calls are held back for a few seconds."),
            BodyTooLargeException { What: var what, Limit: var limit } =>
                (BackendFault.TooLarge, $"{backend} sent {what} of more than {limit / (1024 * 1024)} MB."),
            JsonException or InvalidDataException => (BackendFault.Malformed, $"{backend} sent an answer that cannot be read."),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                (BackendFault.Unreachable, $"{backend}'s certificate cannot be trusted."),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                (BackendFault.Unreachable, $"{backend}'s host name is not known."),
            _ => (BackendFault.Unreachable, $"{backend} cannot be reached."),
        };
    }

    private static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s");
}
