namespace RumPortal.Clients.Http;

/// <summary>The meaning of an error answer, with a sentence for users.</summary>
internal readonly record struct BackendError(BackendFault Fault, string Message);
