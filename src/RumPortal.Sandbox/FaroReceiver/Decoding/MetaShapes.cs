using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>The fields of <c>meta</c> that Alloy keeps; brands, os, device, geo and k6 are skipped there too.</summary>
internal static class MetaShapes
{
    private static readonly JsonShape<SdkIntegration> Integration = new(
        "payload.SDKIntegration",
        new("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)),
        new("version", static (ref r, t) => t.Version = JsonValue.String(ref r, t.Version)));

    private static readonly JsonShape<Sdk> Sdk = new(
        "payload.SDK",
        new("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)),
        new("version", static (ref r, t) => t.Version = JsonValue.String(ref r, t.Version)),
        new("integrations", static (ref r, t) => JsonValue.Slice(ref r, t.Integrations, Integration.Read)));

    private static readonly JsonShape<App> App = new(
        "payload.App",
        new("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)),
        new("namespace", static (ref r, t) => t.Namespace = JsonValue.String(ref r, t.Namespace)),
        new("release", static (ref r, t) => t.Release = JsonValue.String(ref r, t.Release)),
        new("version", static (ref r, t) => t.Version = JsonValue.String(ref r, t.Version)),
        new("environment", static (ref r, t) => t.Environment = JsonValue.String(ref r, t.Environment)));

    private static readonly JsonShape<User> User = new(
        "payload.User",
        new("email", static (ref r, t) => t.Email = JsonValue.String(ref r, t.Email)),
        new("id", static (ref r, t) => t.Id = JsonValue.String(ref r, t.Id)),
        new("username", static (ref r, t) => t.Username = JsonValue.String(ref r, t.Username)),
        new("attributes", static (ref r, t) => JsonValue.Texts(ref r, t.Attributes)));

    private static readonly JsonShape<Session> Session = new(
        "payload.Session",
        new("id", static (ref r, t) => t.Id = JsonValue.String(ref r, t.Id)),
        new("attributes", static (ref r, t) => JsonValue.Texts(ref r, t.Attributes)));

    private static readonly JsonShape<Page> Page = new(
        "payload.Page",
        new("id", static (ref r, t) => t.Id = JsonValue.String(ref r, t.Id)),
        new("url", static (ref r, t) => t.Url = JsonValue.String(ref r, t.Url)),
        new("attributes", static (ref r, t) => JsonValue.Texts(ref r, t.Attributes)));

    private static readonly JsonShape<Browser> Browser = new(
        "payload.Browser",
        new("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)),
        new("version", static (ref r, t) => t.Version = JsonValue.String(ref r, t.Version)),
        new("os", static (ref r, t) => t.Os = JsonValue.String(ref r, t.Os)),
        new("mobile", static (ref r, t) => t.Mobile = JsonValue.Bool(ref r, t.Mobile)),
        new("userAgent", static (ref r, t) => t.UserAgent = JsonValue.String(ref r, t.UserAgent)),
        new("language", static (ref r, t) => t.Language = JsonValue.String(ref r, t.Language)),
        new("viewportWidth", static (ref r, t) => t.ViewportWidth = JsonValue.String(ref r, t.ViewportWidth)),
        new("viewportHeight", static (ref r, t) => t.ViewportHeight = JsonValue.String(ref r, t.ViewportHeight)));

    private static readonly JsonShape<View> View = new(
        "payload.View",
        new JsonField<View>("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)));

    public static readonly JsonShape<Meta> Meta = new(
        "payload.Meta",
        new("sdk", static (ref r, t) => Sdk.Read(ref r, t.Sdk)),
        new("app", static (ref r, t) => App.Read(ref r, t.App)),
        new("user", static (ref r, t) => User.Read(ref r, t.User)),
        new("session", static (ref r, t) => Session.Read(ref r, t.Session)),
        new("page", static (ref r, t) => Page.Read(ref r, t.Page)),
        new("browser", static (ref r, t) => Browser.Read(ref r, t.Browser)),
        new("view", static (ref r, t) => View.Read(ref r, t.View)));
}
