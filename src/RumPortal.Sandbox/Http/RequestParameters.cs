namespace RumPortal.Sandbox.Http;

/// <summary>The parameters of a request: of the form when it is one, and of the URL. For a name that both have the form comes first.</summary>
internal sealed class RequestParameters
{
    private readonly IFormCollection? _form;
    private readonly IQueryCollection _query;

    private RequestParameters(IFormCollection? form, IQueryCollection query) => (_form, _query) = (form, query);

    /// <exception cref="BadRequestException">The form cannot be read.</exception>
    public static async Task<RequestParameters> ReadAsync(HttpRequest request)
    {
        try
        {
            var form = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            return new(form, request.Query);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            throw new BadRequestException(e.Message);
        }
    }

    /// <summary>The first value of a name, empty when there is none.</summary>
    public string Get(string name) => All(name).FirstOrDefault("");

    public IEnumerable<string> All(string name)
    {
        var values = _form is not null && _form.TryGetValue(name, out var inForm) ? inForm.AsEnumerable() : [];
        return values.Concat(_query[name]).Select(value => value ?? "");
    }
}
