namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>A template that cannot be parsed, or whose execution failed; the message has the form of Go's <c>text/template</c>.</summary>
public sealed class TemplateException(string message) : Exception(message);
