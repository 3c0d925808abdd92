using System.Net;
using System.Text;
using System.Text.Json;

namespace RumPortal.Clients.Http;

/// <summary>
/// An answer whose headers are here and whose body may still be coming. The time limit of the attempt goes on running over the body;
/// dispose it, or the connection is lost to the pool.
/// </summary>
internal sealed class BackendResponse(BackendCall call, HttpResponseMessage message, TimeLimit limit) : IDisposable
{
    private const int LongestErrorText = 64 * 1024;

    public HttpStatusCode Status => message.StatusCode;

    public string? ContentType => message.Content.Headers.ContentType?.MediaType;

    /// <summary>Whether the same call may well succeed a little later, and the failure says something about the backend.</summary>
    public bool IsPassingFailure => call.IsPassingFailure(Status, ContentType);

    /// <summary>Cancelled by the caller or by the time limit.</summary>
    public CancellationToken Cancellation => limit.Token;

    public TimeSpan? RetryAfter(TimeProvider time) => message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    /// <exception cref="JsonException">The answer is a web page.</exception>
    public void CheckIsJson()
    {
        if (ContentType is { } type && type.Contains("html", StringComparison.OrdinalIgnoreCase))
            throw new JsonException("A web page instead of an answer.");
    }

    public async Task<Stream> OpenBodyAsync() => new BoundedStream(await message.Content.ReadAsStreamAsync(Cancellation), call.BodyLimit);

    /// <summary>The whole body.</summary>
    public async Task<MemoryStream> ReadBodyAsync()
    {
        var whole = new MemoryStream();
        await using var body = await OpenBodyAsync();
        await body.CopyToAsync(whole, Cancellation);
        whole.Position = 0;
        return whole;
    }

    /// <summary>The beginning of the body as text, for error messages; empty when it cannot be read.</summary>
    public async Task<string> ReadErrorTextAsync()
    {
        try
        {
            await using var body = await OpenBodyAsync();
            var text = new byte[LongestErrorText];
            var length = await body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, Cancellation);
            return Encoding.UTF8.GetString(text, 0, length).Trim();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or HttpRequestException || limit.IsOver)
        {
            return "";
        }
    }

    public void Dispose()
    {
        message.Dispose();
        limit.Dispose();
    }
}
