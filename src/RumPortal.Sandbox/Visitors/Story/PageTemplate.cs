namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A kind of page of an app.</summary>
/// <param name="Route">The page id, <c>/products/:sku</c>.</param>
/// <param name="View">The view's name.</param>
/// <param name="Path">Path and query of one such page, with <c>{0}</c> where one of <see cref="Arguments"/> goes.</param>
internal sealed record PageTemplate(string Route, string View, string Path)
{
    public string[] Arguments { get; init; } = [];

    /// <summary>Selector of the largest element.</summary>
    public required string LcpElement { get; init; }

    /// <summary>How heavy the page is: factor on LCP.</summary>
    public double Weight { get; init; } = 1;

    public ApiCall[] Calls { get; init; } = [];

    /// <summary>Calls besides, that the page can do without.</summary>
    public ApiCall[] Besides { get; init; } = [];

    /// <summary>Its documents come from a host without tracing.</summary>
    public bool IsUntraced { get; init; }

    public required Control[] Controls { get; init; }

    /// <summary>Routes that visitors go to from here, as likely as often named.</summary>
    public required string[] Next { get; init; }
}
