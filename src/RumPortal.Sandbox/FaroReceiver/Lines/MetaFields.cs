using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>The tail that every line of a payload shares, in Alloy's fixed order from <c>sdk_name</c> to <c>view_name</c>.</summary>
internal static class MetaFields
{
    public static LineFields Of(Meta meta)
    {
        var fields = new LineFields();
        AddSdkAndApp(fields, meta.Sdk, meta.App);
        fields.Add("user_email", meta.User.Email);
        fields.Add("user_id", meta.User.Id);
        fields.Add("user_username", meta.User.Username);
        fields.AddAll("user_attr_", meta.User.Attributes);
        fields.Add("session_id", meta.Session.Id);
        fields.AddAll("session_attr_", meta.Session.Attributes);
        fields.Add("page_id", meta.Page.Id);
        fields.Add("page_url", meta.Page.Url);
        fields.AddAll("page_attr_", meta.Page.Attributes);
        AddBrowser(fields, meta.Browser);
        fields.Add("view_name", meta.View.Name);
        return fields;
    }

    private static void AddSdkAndApp(LineFields fields, Sdk sdk, App app)
    {
        fields.Add("sdk_name", sdk.Name);
        fields.Add("sdk_version", sdk.Version);
        fields.Add("sdk_integrations", string.Join(',', sdk.Integrations.Items.Select(i => $"{i.Name}:{i.Version}")));
        fields.Add("app_name", app.Name);
        fields.Add("app_namespace", app.Namespace);
        fields.Add("app_release", app.Release);
        fields.Add("app_version", app.Version);
        fields.Add("app_environment", app.Environment);
    }

    private static void AddBrowser(LineFields fields, Browser browser)
    {
        fields.Add("browser_name", browser.Name);
        fields.Add("browser_version", browser.Version);
        fields.Add("browser_os", browser.Os);
        fields.Add("browser_mobile", browser.Mobile ? "true" : "false");
        fields.Add("browser_userAgent", browser.UserAgent);
        fields.Add("browser_language", browser.Language);
        fields.Add("browser_viewportWidth", browser.ViewportWidth);
        fields.Add("browser_viewportHeight", browser.ViewportHeight);
    }
}
