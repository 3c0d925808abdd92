namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>One line and the labels of the stream it goes to, as a JSON object with sorted names: equal texts are one stream.</summary>
public readonly record struct LogLine(string Stream, string Text);
