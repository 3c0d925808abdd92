namespace RumPortal.Sandbox.Otlp.Http;

/// <summary>The two forms of OTLP over HTTP.</summary>
internal enum OtlpEncoding
{
    Json,
    Protobuf,
}
