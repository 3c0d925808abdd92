namespace RumPortal.Sandbox.Http;

/// <summary>A parameter that cannot be understood; the message is the answer with status 400.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
