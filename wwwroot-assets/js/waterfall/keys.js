// The keys of a tree (WAI-ARIA: Tree View).
export function keys(chart, event) {
  const { trace, active } = chart;
  const rows = chart.rows.list;
  const at = chart.rows.place.get(active) ?? -1;
  const page = Math.max(1, Math.floor(chart.rows.scroller.clientHeight / chart.rows.height) - 1);
  const go = row => chart.activate(rows[Math.min(rows.length - 1, Math.max(0, row))]);
  const actions = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + page),
    PageUp: () => go(at - page),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    ArrowLeft: () => {
      if (active === null) return;
      if (trace.descendants[active] > 0 && !chart.folded.has(active)) chart.fold(active);
      else if (trace.parent[active] >= 0 && chart.rows.place.has(trace.parent[active])) chart.activate(trace.parent[active]);
    },
    ArrowRight: () => {
      if (active === null || trace.descendants[active] === 0) return;
      if (chart.folded.has(active)) chart.fold(active);
      else chart.activate(active + 1);
    },
    Enter: () => active !== null && chart.select(active),
    ' ': () => active !== null && chart.select(active),
    Escape: () => chart.back(),
  };
  const action = actions[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
}
