namespace RumPortal.Sandbox.DemoShop.Database;

/// <summary>What the shop's API posts to the database: the text of a statement and its arguments in order, as text.</summary>
internal sealed record DatabaseQuery(string? Text, IReadOnlyList<string>? Arguments);
