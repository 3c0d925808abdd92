namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Cases that most likely have one cause, so that what one of their traces shows holds for the others.</summary>
internal readonly record struct ProofKind(string App, string Origin, string Route, RequestContact Contact)
{
    public static ProofKind Of(RequestCase one) => new(one.Request.App, one.Request.Address.Origin, one.Request.Route, one.Contact);
}
