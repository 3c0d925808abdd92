namespace RumPortal.Sandbox.DemoShop.Database;

/// <summary>One of the few statements that the stand-in for a database knows, by their exact texts.</summary>
/// <param name="Operation">The first word, <c>SELECT</c>.</param>
/// <param name="Text">With <c>$1</c>, <c>$2</c> for arguments.</param>
internal sealed record OrderStatement(string Operation, string Text)
{
    public static readonly OrderStatement Insert =
        new("INSERT", "INSERT INTO orders (total, paid) VALUES ($1, FALSE) RETURNING id, total, paid");

    public static readonly OrderStatement Find = new("SELECT", "SELECT id, total, paid FROM orders WHERE id = $1");

    public static readonly OrderStatement Pay = new("UPDATE", "UPDATE orders SET paid = TRUE WHERE id = $1 RETURNING id, total, paid");

    public static readonly OrderStatement List = new("SELECT", "SELECT id, total, paid FROM orders ORDER BY id LIMIT $1 OFFSET $2");
}
