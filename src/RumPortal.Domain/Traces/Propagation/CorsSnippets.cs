using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How gateways allow the headers of a trace in their CORS answers. Lists stand beside what is allowed already.</summary>
internal static class CorsSnippets
{
    public static ImmutableArray<FixSnippet> All { get; } =
    [
        new("CORS: Contour", """
            # HTTPProxy
            spec:
              virtualhost:
                corsPolicy:
                  allowHeaders:
            +       - traceparent
            +       - tracestate
            """.ReplaceLineEndings("\n")),
        new("CORS: nginx", """
            if ($request_method = OPTIONS) {
              add_header Access-Control-Allow-Origin $http_origin always;
              add_header Access-Control-Allow-Methods "GET, POST, PUT, PATCH, DELETE" always;
            + add_header Access-Control-Allow-Headers "content-type, authorization, traceparent, tracestate" always;
              return 204;
            }
            """.ReplaceLineEndings("\n")),
        new("CORS: Traefik", """
            # Middleware
            spec:
              headers:
                accessControlAllowHeaders:
            +     - traceparent
            +     - tracestate
            """.ReplaceLineEndings("\n")),
    ];
}
