using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RumPortal.Clients.Http;

/// <summary>
/// Sends calls and turns everything that can go wrong on the way into a <see cref="BackendException"/>. Answers other than success never
/// reach the caller; a caller's own cancellation passes as it is.
/// </summary>
internal sealed class BackendTransport(HttpClient http, BackendGuard guard, BackendOptions options, TimeProvider time)
{
    private const int LongestDetail = 2000;

    /// <summary>Sends a call and hands over its answer as soon as the headers are here.</summary>
    public async Task<BackendResponse> SendAsync(BackendCall call, CancellationToken cancellation)
    {
        BackendResponse response;
        try
        {
            response = await guard.RunAsync(token => AttemptAsync(call, token), cancellation);
        }
        catch (Exception failure) when (BackendFailure.IsOfTheWire(failure) && !cancellation.IsCancellationRequested)
        {
            throw BackendFailure.ToException(call, failure);
        }
        if ((int)response.Status is >= 200 and < 300) return response;
        using (response) throw await ErrorAsync(call, response);
    }

    /// <summary>Sends a call and lets <paramref name="read"/> make something of the answer's body.</summary>
    public async Task<T> ReadAsync<T>(BackendCall call, Func<BackendResponse, Task<T>> read, CancellationToken cancellation)
    {
        using var response = await SendAsync(call, cancellation);
        try
        {
            return await read(response);
        }
        catch (Exception failure) when (BackendFailure.IsOfTheWire(failure) && !cancellation.IsCancellationRequested)
        {
            throw BackendFailure.ToException(call, failure);
        }
    }

    /// <summary>Sends a call and lets <paramref name="read"/> make something of the answer's document.</summary>
    public Task<T> ReadJsonAsync<T>(BackendCall call, Func<JsonElement, T> read, CancellationToken cancellation) =>
        ReadAsync(call, async response =>
        {
            response.CheckIsJson();
            using var body = await response.ReadBodyAsync();
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            try
            {
                return read(document.RootElement);
            }
            catch (InvalidOperationException failure)
            {
                // So the library says that a text has half a surrogate pair as an escape.
                throw new JsonException("A text in the answer is not valid.", failure);
            }
        }, cancellation);

    private async ValueTask<BackendResponse> AttemptAsync(BackendCall call, CancellationToken cancellation)
    {
        var limit = new TimeLimit(call.Timeout, time, cancellation);
        try
        {
            using var request = call.CreateRequest();
            Authorize(request);
            return new BackendResponse(call, await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token), limit);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            // To the guard these are failures of the backend, while a caller's cancellation is none. The second is the connection's own limit.
            using (limit) throw limit.IsOver ? new TimeoutException() : new HttpRequestException(HttpRequestError.ConnectionError, inner: failure);
        }
        catch
        {
            limit.Dispose();
            throw;
        }
    }

    private void Authorize(HttpRequestMessage request)
    {
        request.Headers.Authorization = options switch
        {
            { BearerToken.Length: > 0 } => new AuthenticationHeaderValue("Bearer", options.BearerToken),
            { Username.Length: > 0 } => new AuthenticationHeaderValue("Basic", Base64($"{options.Username}:{options.Password}")),
            _ => null,
        };
        if (options.Tenant.Length > 0) request.Headers.Add("X-Scope-OrgID", options.Tenant);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<BackendException> ErrorAsync(BackendCall call, BackendResponse response)
    {
        var status = (int)response.Status;
        var text = await response.ReadErrorTextAsync();
        var error = status is >= 300 and < 400
            ? new BackendError(BackendFault.Unauthorized, $"{call.Backend}'s address leads elsewhere, as that of a sign-in page does.")
            : call.Explain(status, text);
        return new BackendException(call.Backend, call.Operation, error.Fault, error.Message)
        {
            Status = status,
            Query = call.Query,
            Detail = text.Length <= LongestDetail ? text : text[..LongestDetail],
            RetryAfter = response.RetryAfter(time),
        };
    }
}
