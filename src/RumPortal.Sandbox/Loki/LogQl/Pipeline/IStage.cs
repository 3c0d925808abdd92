namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>One step of a pipeline. Stages hold buffers, so each evaluation has its own.</summary>
internal interface IStage
{
    /// <summary>The labels that the step reads.</summary>
    public IReadOnlyCollection<string> RequiredLabels { get; }

    /// <summary>Works on one line, which it may replace; false drops the line. The new line is valid until the next call.</summary>
    public bool Process(ref ReadOnlySpan<byte> line, LabelsBuilder labels);
}
