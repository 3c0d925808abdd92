namespace RumPortal.Sandbox.DemoShop.Ingress;

/// <summary>
/// The shop's pages call other origins: those need the CORS answer that lets <c>traceparent</c> through and the <c>Timing-Allow-Origin</c>
/// that lets the browser tell their timing.
/// </summary>
internal static class CrossOrigin
{
    public static void AddServices(IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders("content-type", "traceparent", "tracestate", "baggage")
        .WithExposedHeaders("server-timing")
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    public static void Use(WebApplication app)
    {
        app.UseCors();
        app.Use((context, next) =>
        {
            context.Response.Headers["Timing-Allow-Origin"] = "*";
            return next(context);
        });
    }
}
