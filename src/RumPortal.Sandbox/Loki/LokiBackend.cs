using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki;

/// <summary>One Loki: a store with what writes to it and what queries it. Needs no service container; <see cref="Api.LokiApi"/> puts it on HTTP.</summary>
public sealed class LokiBackend
{
    public LokiBackend(LokiOptions? options = null, TimeProvider? clock = null, ILogger? logger = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        Logger = logger ?? NullLogger.Instance;
        Store = new(Options.MaxStoredBytes, Logger);
        Ingester = new(Options, Store, Clock);
        Engine = new(Store, Options);
    }

    public LokiOptions Options { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    public LogStore Store { get; }

    public Ingester Ingester { get; }

    /// <summary>Evaluates queries without HTTP, as the ruler does.</summary>
    public QueryEngine Engine { get; }
}
