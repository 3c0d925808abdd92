using System.Globalization;
using Microsoft.Playwright;

namespace RumPortal.EndToEndTests.Pages;

/// <summary>The timeline of a session's page.</summary>
internal sealed class Timeline(IPage page)
{
    public ILocator Panel { get; } = page.Panel("Timeline");

    public ILocator Scroller => Panel.Locator(".timeline");

    public ILocator Rows => Panel.Locator(".event-row");

    public ILocator Selected => Panel.Locator(".event-row[aria-current=true]");

    public ILocator Detail => page.GetByRole(AriaRole.Region, new() { Name = "Selected event" });

    public ILocator Lane(string title) => Panel.Locator(".lanes .lane").Filter(new() { HasText = title });

    /// <summary>All rows from the first to the last. The list draws only what is in view, between two spacers, so it is scrolled through.</summary>
    public async Task<IReadOnlyList<EventLine>> ReadAsync()
    {
        var cells = await Scroller.EvaluateAsync<string[][]>(
            """
            async list => {
              const [above, below] = [list.firstElementChild, list.lastElementChild];
              const isDrawn = () => {
                const view = list.getBoundingClientRect();
                return (above.offsetHeight < 1 || above.getBoundingClientRect().bottom <= view.top + 1)
                  && (below.offsetHeight < 1 || below.getBoundingClientRect().top >= view.bottom - 1);
              };
              const rows = new Map();
              for (list.scrollTop = 0; ; list.scrollTop += list.clientHeight / 2) {
                await new Promise(requestAnimationFrame);
                for (let frames = 0; !isDrawn() && frames < 1000; frames++) await new Promise(requestAnimationFrame);
                const top = list.getBoundingClientRect().top - list.scrollTop;
                for (const row of list.querySelectorAll('.event-row'))
                  rows.set(Math.round(row.getBoundingClientRect().top - top),
                    [row.dataset.type, ...['.clock', 'b', '.event-words span'].map(part => row.querySelector(part).textContent)]);
                if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break;
              }
              return [...rows].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
            }
            """);
        return [.. cells.Select(cell => new EventLine(cell[0], TimeOnly.Parse(cell[1], CultureInfo.InvariantCulture), cell[2], cell[3]))];
    }
}
