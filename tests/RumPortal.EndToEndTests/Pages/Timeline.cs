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

    /// <summary>All rows from the first to the last, each as its type and words. The list is virtual: it is scrolled through.</summary>
    public async Task<IReadOnlyList<EventLine>> ReadAsync()
    {
        var cells = await Scroller.EvaluateAsync<string[][]>(
            """
            async list => {
              const rows = new Map();
              for (list.scrollTop = 0; ;) {
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                const top = list.getBoundingClientRect().top - list.scrollTop;
                for (const row of list.querySelectorAll('.event-row'))
                  rows.set(Math.round(row.getBoundingClientRect().top - top), [row.dataset.type, row.querySelector('.clock').textContent, row.querySelector('b').textContent, row.querySelector('.event-words span').textContent]);
                if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break;
                list.scrollTop += 300;
              }
              return [...rows].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
            }
            """);
        return [.. cells.Select(cell => new EventLine(cell[0], TimeOnly.Parse(cell[1], CultureInfo.InvariantCulture), cell[2], cell[3]))];
    }
}
