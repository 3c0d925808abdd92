using RumPortal.Testing;

namespace RumPortal.EndToEndTests.Browsing;

/// <summary>Where a failed test leaves what its browser saw; <c>npx playwright show-trace</c> opens the traces.</summary>
internal static class Evidence
{
    public static string PathOf(string name) => Path.Combine(Repository.Root, "artifacts", "test-results", "chromium", name);
}
