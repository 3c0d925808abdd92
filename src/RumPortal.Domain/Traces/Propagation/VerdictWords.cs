namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The verdicts' names: the word of addresses, answers and style sheets, and the title that people read.</summary>
public static class VerdictWords
{
    /// <summary>For example <c>not-injected</c>.</summary>
    public static string Word(PropagationVerdict verdict) => verdict switch
    {
        PropagationVerdict.Linked => "linked",
        PropagationVerdict.NotInjected => "not-injected",
        PropagationVerdict.Stripped => "stripped",
        PropagationVerdict.StrippedOrNotInjected => "stripped-or-not-injected",
        PropagationVerdict.PreflightRefused => "preflight-refused",
        PropagationVerdict.FormatMismatch => "format-mismatch",
        PropagationVerdict.Restarted => "restarted",
        PropagationVerdict.SampledOut => "sampled-out",
        PropagationVerdict.NoBackendSpan => "no-backend-span",
        PropagationVerdict.BackendNotInstrumented => "backend-not-instrumented",
        PropagationVerdict.ThirdParty => "third-party",
        PropagationVerdict.DocumentNotLinked => "document-not-linked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>For example <c>Header not injected</c>.</summary>
    public static string Title(PropagationVerdict verdict) => verdict switch
    {
        PropagationVerdict.Linked => "Linked",
        PropagationVerdict.NotInjected => "Header not injected",
        PropagationVerdict.Stripped => "Header stripped on the way",
        PropagationVerdict.StrippedOrNotInjected => "Header stripped or not injected",
        PropagationVerdict.PreflightRefused => "Preflight refuses the header",
        PropagationVerdict.FormatMismatch => "Header formats do not match",
        PropagationVerdict.Restarted => "Trace restarted at the gateway",
        PropagationVerdict.SampledOut => "Sampled out on the way",
        PropagationVerdict.NoBackendSpan => "No backend span",
        PropagationVerdict.BackendNotInstrumented => "Backend not instrumented",
        PropagationVerdict.ThirdParty => "Third party without spans",
        PropagationVerdict.DocumentNotLinked => "Document not linked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };
}
