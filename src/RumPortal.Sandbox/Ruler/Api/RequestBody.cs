namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>The whole body of a request, up to a size.</summary>
internal static class RequestBody
{
    private const int BufferSize = 16 << 10;

    /// <exception cref="BadHttpRequestException">The body is larger.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most)
    {
        var body = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > most) throw new BadHttpRequestException("http: request body too large", StatusCodes.Status413PayloadTooLarge);
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
