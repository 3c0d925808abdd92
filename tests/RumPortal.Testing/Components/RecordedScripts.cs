using Microsoft.JSInterop;

namespace RumPortal.Testing.Components;

/// <summary>A browser whose every function answers with the same value, and that remembers what was called.</summary>
public sealed class RecordedScripts(object? answer = null) : IJSRuntime, IJSObjectReference
{
    private readonly List<(string Function, object?[] Arguments)> _calls = [];

    public IReadOnlyList<(string Function, object?[] Arguments)> Calls => _calls;

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        if (identifier == "import" && this is TValue module) return ValueTask.FromResult(module);
        _calls.Add((identifier, args ?? []));
        return ValueTask.FromResult(answer is TValue value ? value : default!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
