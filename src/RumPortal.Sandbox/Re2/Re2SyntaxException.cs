namespace RumPortal.Sandbox.Re2;

/// <summary>A regular expression that RE2 refuses, or that the sandbox does not support; the message has Go's form.</summary>
public sealed class Re2SyntaxException(string message) : Exception("error parsing regexp: " + message);
