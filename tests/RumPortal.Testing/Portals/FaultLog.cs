using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RumPortal.Testing.Portals;

/// <summary>Keeps what is logged as an error or worse. A portal under fire may warn, but an error is a bug: an exception that nobody expected.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LoggedFault> _faults = new();

    public IReadOnlyList<LoggedFault> Faults => [.. _faults];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _faults);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LoggedFault> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) faults.Enqueue(new LoggedFault(category, formatter(state, exception), exception));
        }
    }
}
