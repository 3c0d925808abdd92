using Microsoft.AspNetCore.Components;
using RumPortal.Clients.Prometheus;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Portal.Features.Vitals.Settings;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals.Settings;

public sealed class DimensionSetEditorTests : IAsyncLifetime
{
    private const string NameField = "version-browser", DimensionsField = "app_version, browser_name, browser_os";

    private readonly PortalComponents _portal = new();
    private readonly List<DimensionSetDraft> _saved = [];
    private string? _fault;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Editor_ForWhoMayOnlyLook_HasNoFormAndNoButton()
    {
        await RenderAsync(mayChange: false, Stored("by-version", "app_version"));

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Contains("app_version", document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("form, button"));
    }

    [Fact]
    public async Task Form_Sent_GivesTheWordsAndIsEmptied()
    {
        await RenderAsync(mayChange: true);

        await TypeAsync("by-os", "browser_os,\tbrowser_name app_version");
        await _portal.Renderer.FireAsync("onsubmit", "Add the set", EventArgs.Empty);

        var draft = Assert.Single(_saved);
        Assert.Equal((null, "by-os"), (draft.Changed, draft.Name));
        Assert.Equal(["browser_os", "browser_name", "app_version"], draft.DimensionNames);
        Assert.All(await ValuesAsync(), value => Assert.Equal("", value));
    }

    [Fact]
    public async Task Form_Refused_SaysWhyAndKeepsTheWords()
    {
        await RenderAsync(mayChange: true);
        _fault = "The dimension app_version is named twice.";

        await TypeAsync("by-os", "app_version,app_version");
        await _portal.Renderer.FireAsync("onsubmit", "Add the set", EventArgs.Empty);

        Assert.Equal(_fault, (await _portal.Renderer.DocumentAsync()).QuerySelector("[role='alert']")!.TextContent.Trim());
        Assert.Equal(["by-os", "app_version,app_version"], await ValuesAsync());
    }

    [Fact]
    public async Task Change_OfASet_BeginsFromItAndNamesItsVersion()
    {
        var stored = Stored("by-version", "app_version");
        await RenderAsync(mayChange: true, stored);

        await _portal.Renderer.ClickAsync("Change the set by-version");
        Assert.Equal(["by-version", "app_version"], await ValuesAsync());
        await _portal.Renderer.FireAsync("onsubmit", "Save the set", EventArgs.Empty);

        Assert.Equal(new DimensionSetDraft(stored, "by-version", "app_version"), Assert.Single(_saved));
    }

    [Fact]
    public async Task Change_AfterAConflict_KeepsTheWordsAndFollowsTheOthersVersion()
    {
        var stored = Stored("by-version", "app_version");
        var ofAnother = stored with { Revision = stored.Revision with { Version = 4, ChangedBy = "Bob" } };
        await RenderAsync(mayChange: true, stored);
        await _portal.Renderer.ClickAsync("Change the set by-version");
        await TypeAsync("by-version", "browser_os");
        _fault = "Bob changed the dimension set 'by-version' in the meantime; load it again.";
        await _portal.Renderer.FireAsync("onsubmit", "Save the set", EventArgs.Empty);

        await RenderAsync(mayChange: true, ofAnother);
        await _portal.Renderer.FireAsync("onsubmit", "Save the set", EventArgs.Empty);

        Assert.Equal([stored, ofAnother], _saved.Select(draft => draft.Changed));
        Assert.Equal("browser_os", _saved[^1].Dimensions);
    }

    [Fact]
    public async Task Set_RecordedButNotDecided_IsTakenOverIntoTheForm()
    {
        var recorded = (IReadOnlyList<RecordedSet>)[RecordedSet.Named("app_version"), RecordedSet.Named("browser_os,page_id"), RecordedSet.Named("-")];
        await RenderAsync(mayChange: true, recorded, Stored("by-version", "app_version"));

        Assert.Equal("browser_os, page_id", Assert.Single((await _portal.Renderer.DocumentAsync()).QuerySelectorAll("form .mono.tiny")).TextContent);
        await _portal.Renderer.ClickAsync("Take over browser_os, page_id");

        Assert.Equal(["browser-os-page-id", "browser_os, page_id"], await ValuesAsync());
        Assert.Empty(_saved);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Editor_OfAHostileAuthor_ShowsText(string text)
    {
        await RenderAsync(mayChange: true, Stored("by-version", "app_version", author: text));

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private Task RenderAsync(bool mayChange, params IReadOnlyList<StoredDimensionSet> sets) => RenderAsync(mayChange, [], sets);

    private Task RenderAsync(bool mayChange, IReadOnlyList<RecordedSet> recorded, params IReadOnlyList<StoredDimensionSet> sets) => _portal.RenderAsync<DimensionSetEditor>(
        ("Sets", sets), ("Recorded", recorded), ("MayChange", mayChange),
        ("Save", (Func<DimensionSetDraft, Task<string?>>)(draft =>
        {
            _saved.Add(draft);
            return Task.FromResult(_fault);
        })),
        ("Remove", (Func<StoredDimensionSet, Task<string?>>)(_ => Task.FromResult(_fault))));

    private async Task TypeAsync(string name, string dimensions)
    {
        await _portal.Renderer.FireAsync("onchange", NameField, new ChangeEventArgs { Value = name });
        await _portal.Renderer.FireAsync("onchange", DimensionsField, new ChangeEventArgs { Value = dimensions });
    }

    private async Task<IEnumerable<string?>> ValuesAsync() =>
        [.. (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("input").Select(input => input.GetAttribute("value") ?? "")];

    private static StoredDimensionSet Stored(string name, string dimension, string author = "Ada")
    {
        Assert.True(DimensionSet.TryCreate(name, [dimension], out var set, out _));
        return new StoredDimensionSet(Guid.CreateVersion7(PortalComponents.Now), "shop-web", set, new Revision(3, author, PortalComponents.Now, author, PortalComponents.Now));
    }
}
