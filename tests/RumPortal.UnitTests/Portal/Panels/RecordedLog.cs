using Microsoft.Extensions.Logging;

namespace RumPortal.UnitTests.Portal.Panels;

/// <summary>Keeps the level and the exception of what was logged.</summary>
internal sealed class RecordedLog : ILogger
{
    private readonly List<(LogLevel Level, Exception? Exception)> _entries = [];

    public IReadOnlyList<(LogLevel Level, Exception? Exception)> Entries => _entries;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _entries.Add((logLevel, exception));
}
