namespace RumPortal.Sandbox.FaroReceiver.Payloads;

/// <summary>What all items of a payload share.</summary>
public sealed class Meta
{
    public Sdk Sdk { get; } = new();

    public App App { get; } = new();

    public User User { get; } = new();

    public Session Session { get; } = new();

    public Page Page { get; } = new();

    public Browser Browser { get; } = new();

    public View View { get; } = new();
}
