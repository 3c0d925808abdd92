namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Stops the decoding of one body; <see cref="Exception.Message"/> is the text of the 400. Never leaves <see cref="PayloadDecoder"/>.
/// </summary>
internal sealed class PayloadFormatException(string message) : Exception(message);
