using RumPortal.Domain.Apps;
using RumPortal.IntegrationTests.Portal.Readers;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features.Vitals.Settings;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Settings;

/// <summary>What is decided about an app's vitals: who may, what is refused, and what two people at once get to read.</summary>
public sealed class RecordingSettingsTests(PortalReaders portal) : IClassFixture<PortalReaders>
{
    private readonly string _app = "app-" + Guid.NewGuid().ToString("N")[..12];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RecordingSettingsWriter Writer => portal.Get<RecordingSettingsWriter>();

    private ViewerScope Approver => Viewers.Of(_app) with { Role = ViewerRole.Approver, Name = "Ann" };

    [Fact]
    public async Task Change_ByAViewerOfTheApp_IsRefusedAndNothingIsStored()
    {
        var viewer = Viewers.Of(_app);
        var refusal = $"Only approvers and admins may change what is recorded for {_app}; you may look.";

        Assert.Equal(refusal, await SaveAsync(viewer, "by-os", "browser_os"));
        Assert.Equal(refusal, await Writer.SaveRoutesAsync(viewer, _app, 0, "/a", Cancellation));

        var settings = await ReadAsync(viewer);
        Assert.Empty(settings.Sets);
        Assert.Null(settings.Routes.Revision);
    }

    [Theory]
    [InlineData(ViewerRole.Viewer)]
    [InlineData(ViewerRole.Approver)]
    public async Task Change_ByAStranger_IsRefusedWithoutTellingWhetherTheAppExists(ViewerRole role)
    {
        await SaveAsync(Approver, "by-os", "browser_os");
        var stored = Assert.Single((await ReadAsync(Approver)).Sets);
        var stranger = Viewers.Of("other") with { Role = role };
        var refusal = $"Your teams do not own an app named '{_app}'.";

        Assert.Equal(refusal, await SaveAsync(stranger, "mine", "browser_os"));
        Assert.Equal(refusal, await Writer.RemoveSetAsync(stranger, _app, stored, Cancellation));
        Assert.Equal(refusal, await Writer.SaveRoutesAsync(stranger, _app, 0, "/a", Cancellation));
        await Assert.ThrowsAsync<AppNotVisibleException>(() => ReadAsync(stranger));
        Assert.Single((await ReadAsync(Approver)).Sets);
    }

    [Fact]
    public async Task Removal_OfAnotherAppsSet_MeetsNothing()
    {
        await SaveAsync(Approver, "by-os", "browser_os");
        var stored = Assert.Single((await ReadAsync(Approver)).Sets);
        var other = Viewers.Of("other") with { Role = ViewerRole.Approver };

        Assert.Equal("other has no such dimension set any more.", await Writer.RemoveSetAsync(other, "other", stored, Cancellation));
        Assert.Single((await ReadAsync(Approver)).Sets);
    }

    [Fact]
    public async Task Set_SavedByAnApprover_IsReadBackAndChanged()
    {
        Assert.Null(await SaveAsync(Approver, " by-os ", "browser_os, app_version"));
        var stored = Assert.Single((await ReadAsync(Viewers.Of(_app))).Sets);
        Assert.Equal(("by-os", "browser_os,app_version", "Ann"), (stored.Set.Name, string.Join(',', stored.Set.Dimensions), stored.Revision.ChangedBy));

        Assert.Null(await Writer.SaveSetAsync(Viewers.Admin, _app, new DimensionSetDraft(stored, "by-os", "browser_os"), Cancellation));
        var changed = Assert.Single((await ReadAsync(Approver)).Sets);
        Assert.Equal(("browser_os", "Ada"), (string.Join(',', changed.Set.Dimensions), changed.Revision.ChangedBy));

        Assert.Null(await Writer.RemoveSetAsync(Approver, _app, changed, Cancellation));
        Assert.Empty((await ReadAsync(Approver)).Sets);
    }

    [Theory]
    [InlineData("By OS", "browser_os", "The name of a dimension set has up to 40 lower-case letters, digits and hyphens and starts with a letter.")]
    [InlineData("by-os", "", "A dimension set needs at least one dimension.")]
    [InlineData("by-os", "session_id", "session_id has too many values to record; filter by it in a query instead.")]
    [InlineData("by-os", "app_name", "app_name is set by the rule itself.")]
    [InlineData("by-os", "by", "by cannot be a dimension: it is a word of the query language or set by the rule itself.")]
    public async Task Set_ThatCannotBeRecorded_IsRefusedWithItsReason(string name, string dimensions, string expected) =>
        Assert.Equal(expected, await SaveAsync(Approver, name, dimensions));

    [Fact]
    public async Task Set_ChangedByTwo_IsTheFirstOnesAndTheSecondReadsWhose()
    {
        await SaveAsync(Approver, "by-os", "browser_os");
        var seen = Assert.Single((await ReadAsync(Approver)).Sets);
        await Writer.SaveSetAsync(Viewers.Admin, _app, new DimensionSetDraft(seen, "by-os", "app_version"), Cancellation);

        const string Conflict = "Ada changed the dimension set 'by-os' in the meantime; load it again.";
        Assert.Equal(Conflict, await Writer.SaveSetAsync(Approver, _app, new DimensionSetDraft(seen, "by-os", "browser_name"), Cancellation));
        Assert.Equal(Conflict, await Writer.RemoveSetAsync(Approver, _app, seen, Cancellation));
        Assert.Equal($"{_app} has a dimension set named 'by-os' already.", await SaveAsync(Approver, "by-os", "browser_name"));
    }

    [Fact]
    public async Task Routes_SavedOnAnOldVersion_AreRefused()
    {
        Assert.Null(await Writer.SaveRoutesAsync(Approver, _app, 0, "/products/:sku\r\n\r\n /docs/* \n", Cancellation));
        var stored = (await ReadAsync(Approver)).Routes;
        Assert.Equal(["/products/:sku", "/docs/*"], stored.Templates.Patterns.Select(pattern => pattern.Text));

        Assert.Equal($"Ann changed the route templates of {_app} in the meantime; load them again.", await Writer.SaveRoutesAsync(Viewers.Admin, _app, 0, "/x", Cancellation));
        Assert.Equal("Pattern 2: A route pattern starts with a slash, for example /products/:sku.", await Writer.SaveRoutesAsync(Approver, _app, stored.Version, "/a\nb", Cancellation));
        Assert.Null(await Writer.SaveRoutesAsync(Approver, _app, stored.Version, "", Cancellation));
        Assert.Empty((await ReadAsync(Approver)).Routes.Templates.Patterns);
    }

    private Task<string?> SaveAsync(ViewerScope viewer, string name, string dimensions) =>
        Writer.SaveSetAsync(viewer, _app, new DimensionSetDraft(null, name, dimensions), Cancellation);

    private async Task<RecordingSettings> ReadAsync(ViewerScope viewer) => (await portal.Get<RecordingSettingsReader>().ReadAsync(viewer, _app, Cancellation)).Value;
}
