namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>Which labels make the rows, the columns and the parts of a cell.</summary>
public readonly record struct CubeAxes(string Row, string Column, string Split)
{
    /// <summary>Version by browser, with a part for each operating system.</summary>
    public static CubeAxes Default { get; } = new("app_version", "browser_name", "browser_os");
}
