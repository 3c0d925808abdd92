namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>The labels with which Loki reports what went wrong with a line.</summary>
internal static class SpecialLabels
{
    public const string Error = "__error__";
    public const string ErrorDetails = "__error_details__";
    public const string PreserveError = "__preserve_error__";

    /// <summary>Added to a parsed name that a stream label or structured metadata already has.</summary>
    public const string DuplicateSuffix = "_extracted";

    public const string JsonError = "JSONParserErr";
    public const string LogfmtError = "LogfmtParserErr";
    public const string SampleExtractionError = "SampleExtractionErr";
    public const string LabelFilterError = "LabelFilterErr";
    public const string TemplateError = "TemplateFormatErr";

    public static bool IsSpecial(string name) => name is Error or ErrorDetails or PreserveError;
}
