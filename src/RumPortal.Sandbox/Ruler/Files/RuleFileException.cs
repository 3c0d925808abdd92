namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>A text that is no rule group or file of them; the message says where and why.</summary>
public sealed class RuleFileException(string message, Exception? inner = null) : Exception(message, inner);
