// The rows: only those in view are in the document, whatever the number of spans. Each has a slot that it keeps while it is in view.
import { duration, element, icon } from './text.js';
import { failed, marks, missing } from './trace.js';

const overscan = 6, widestStep = 17, narrowestStep = 3, indentShare = 0.42, finest = 1 / 600;

export class Rows {
  constructor(chart, onSelect, onFold) {
    Object.assign(this, { chart, onSelect, onFold, slots: new Map(), spare: [], list: [] });
    this.space = element('div', 'wf-space');
    this.space.setAttribute('role', 'presentation');
    this.scroller = element('div', 'wf-rows', this.space);
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute('role', 'tree');
    this.scroller.setAttribute('aria-label', 'Spans');
    this.scroller.addEventListener('scroll', () => this.later(), { passive: true });
    this.scroller.addEventListener('click', event => this.clicked(event));
    this.watch = new ResizeObserver(() => this.redraw());
    this.watch.observe(this.scroller);
  }

  dispose() {
    this.watch.disconnect();
    cancelAnimationFrame(this.frame);
  }

  get height() { return this.rowHeight ??= parseFloat(getComputedStyle(this.scroller).getPropertyValue('--wf-row')) || 30; }

  show(list) {
    this.list = list;
    this.place = new Map(list.map((node, row) => [node, row]));
    this.redraw();
  }

  // Everything that is drawn may have changed: other rows, another stretch of time, another width.
  redraw() {
    this.rowHeight = undefined;
    this.indent();
    this.space.style.height = `${this.list.length * this.height}px`;
    this.scroller.style.setProperty('--wf-count', this.list.length);
    // A row under the pointer stays the same element, or a click that began on it would be lost.
    for (const [at, row] of [...this.slots]) {
      if (at < this.list.length) this.fill(at, row);
      else { this.slots.delete(at); this.spare.push(row); }
    }
    this.draw();
  }

  // A deep trace has small steps, and from some depth on none: names need the room.
  indent() {
    const { trace, focus } = this.chart;
    this.shallowest = focus === null ? 0 : trace.depth[focus];
    const deepest = this.list.reduce((most, node) => Math.max(most, trace.depth[node]), this.shallowest) - this.shallowest;
    const room = (parseFloat(getComputedStyle(this.scroller).getPropertyValue('--wf-tree')) || 300) * indentShare;
    const step = Math.min(widestStep, Math.max(narrowestStep, room / Math.max(1, deepest)));
    this.deepestIndent = Math.floor(room / step);
    this.scroller.style.setProperty('--wf-step', `${step}px`);
  }

  later() {
    this.frame ??= requestAnimationFrame(() => { this.frame = undefined; this.draw(); });
  }

  draw() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / this.height) - overscan);
    const last = Math.min(this.list.length - 1, Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / this.height) + overscan);
    for (const [at, row] of this.slots)
      if (at < first || at > last) { this.slots.delete(at); this.spare.push(row); }
    for (let at = first; at <= last; at++) if (!this.slots.has(at)) this.fill(at, this.spare.pop() ?? this.make());
    for (const row of this.spare) row.remove();
    this.spare.length = Math.min(this.spare.length, 2 * overscan);
    this.mark();
  }

  make() {
    const row = element('div', 'wf-row');
    row.setAttribute('role', 'treeitem');
    row.fold = element('span', 'wf-fold');
    row.fold.setAttribute('aria-hidden', 'true');
    row.line = element('i', 'wf-service');
    row.name = element('b');
    row.detail = element('span', 'third');
    row.signs = element('span', 'wf-signs');
    row.bar = element('i', 'wf-bar');
    row.way = element('i', 'wf-way');
    row.label = element('span', 'wf-label micro num');
    row.append(
      element('div', 'wf-tree', row.fold, row.line, element('span', 'wf-words small', row.name, ' ', row.detail), row.signs),
      element('div', 'wf-time', row.bar, row.way, row.label));
    return row;
  }

  fill(at, row) {
    const { trace, folded } = this.chart;
    const node = this.list[at];
    const service = trace.serviceOf(node);
    const isMissing = trace.is(node, missing);
    const depth = trace.depth[node] - this.shallowest;
    const hasChildren = trace.descendants[node] > 0;
    row.id = `wf-${trace.key[node]}`;
    row.node = node;
    row.className = 'wf-row';
    row.classList.toggle('browser', service?.isBrowser === true);
    row.classList.toggle('missing', isMissing);
    row.classList.toggle('inferred', trace.is(node, 128));
    row.style.transform = `translateY(${at * this.height}px)`;
    row.style.setProperty('--colour', isMissing ? 'var(--ni-fill)' : `var(--ch-${service?.colour ?? 6})`);
    row.style.setProperty('--depth', Math.min(depth, this.deepestIndent));
    row.classList.toggle('root', depth === 0);
    row.fold.textContent = hasChildren ? (folded.has(node) ? '▸' : '▾') : '';
    row.fold.title = hasChildren ? `${trace.descendants[node]} below` : '';
    row.name.textContent = trace.nameOf(node);
    row.detail.textContent = isMissing ? trace.key[node] : [service?.name, trace.roleOf(node), folded.has(node) ? `+${trace.descendants[node]}` : '', depth > this.deepestIndent ? `depth ${trace.depth[node]}` : ''].filter(Boolean).join(' ');
    this.sign(row, node);
    this.describe(row, node, hasChildren);
    this.time(row, node);
    this.slots.set(at, row);
    if (!row.isConnected) this.space.append(row);
  }

  sign(row, node) {
    const { trace } = this.chart;
    row.signs.replaceChildren();
    if (trace.is(node, failed)) row.signs.append(icon('error'));
    const odd = marks.filter(([flag]) => trace.is(node, flag)).map(([, words]) => words);
    if (trace.is(node, missing) || odd.length > 0) row.signs.append(icon('warning'));
    row.signs.title = [trace.is(node, failed) ? 'failed' : '', ...odd].filter(Boolean).join(', ');
    row.signs.append(element('span', 'visually-hidden', row.signs.title));
  }

  // Its name for those who do not see it is its text.
  describe(row, node, hasChildren) {
    const { trace, folded } = this.chart;
    row.setAttribute('aria-level', trace.depth[node] + 1);
    row.setAttribute('aria-posinset', trace.position[node]);
    row.setAttribute('aria-setsize', trace.siblings.get(trace.parent[node]));
    if (hasChildren) row.setAttribute('aria-expanded', folded.has(node) ? 'false' : 'true');
    else row.removeAttribute('aria-expanded');
  }

  time(row, node) {
    const { trace, zoom } = this.chart;
    // Far outside of what is shown nothing need be drawn.
    const room = (zoom[1] - zoom[0]) / 2;
    const within = time => Math.min(zoom[1] + room, Math.max(zoom[0] - room, time));
    const share = time => (time - zoom[0]) / (zoom[1] - zoom[0]);
    const drawn = [within(trace.from[node]), within(trace.end(node))];
    const [start, end] = drawn.map(share);
    row.classList.toggle('outside', end < 0 || start > 1);
    for (const line of [row.bar, row.way]) Object.assign(line.style, { left: `${start * 100}%`, width: `${(end - start) * 100}%` });
    row.bar.style.backgroundImage = trace.is(node, missing) ? '' : stripes(trace.selfTimes(node), drawn, room * 2, 'var(--colour)');
    const sections = this.chart.showsPath ? trace.sections.get(node) : undefined;
    row.way.hidden = !sections;
    if (sections) row.way.style.backgroundImage = stripes(sections, drawn, room * 2, 'currentColor');
    this.label(row, node, Math.max(0, start), Math.min(1, end));
  }

  label(row, node, start, end) {
    const { trace } = this.chart;
    row.label.textContent = trace.is(node, missing) ? 'no span of this id arrived' : duration(trace.length[node]);
    const inside = end - start > 0.22 || trace.is(node, missing);
    row.label.classList.toggle('inside', inside);
    Object.assign(row.label.style, inside
      ? { left: `${(start + end) * 50}%`, right: '' }
      : end < 0.8 ? { left: `calc(${Math.max(0, end) * 100}% + 6px)`, right: '' } : { left: '', right: `calc(${(1 - start) * 100}% + 6px)` });
  }

  // What moves without the rows being other ones: the current row, the selection, the finds.
  mark() {
    const { trace, active, selected, found } = this.chart;
    let isActiveShown = false;
    for (const row of this.slots.values()) {
      row.classList.toggle('active', row.node === active);
      row.classList.toggle('found', found.has(row.node));
      row.setAttribute('aria-selected', row.node === selected ? 'true' : 'false');
      isActiveShown ||= row.node === active;
    }
    if (isActiveShown) this.scroller.setAttribute('aria-activedescendant', `wf-${trace.key[active]}`);
    else this.scroller.removeAttribute('aria-activedescendant');
  }

  reveal(node) {
    const row = this.place.get(node);
    if (row === undefined) return;
    const top = row * this.height;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + this.height > scrollTop + clientHeight) this.scroller.scrollTop = top + this.height - clientHeight;
    this.draw();
  }

  clicked(event) {
    const row = event.target.closest('.wf-row');
    if (!row) return;
    if (event.target.closest('.wf-fold') && this.chart.trace.descendants[row.node] > 0) this.onFold(row.node);
    else this.onSelect(row.node);
  }
}

// Stretches of a drawn bar as one background. Those that are too near to be told apart are one, so that a thousand children cost no more than a few.
function stripes(stretches, [first, last], shown, colour) {
  if (last <= first) return `linear-gradient(${colour} 0 0)`;
  const seen = [];
  for (const [from, to] of stretches) {
    if (to < first || from > last) continue;
    const before = seen.at(-1);
    if (before && from - before[1] < shown * finest) before[1] = to;
    else seen.push([from, to]);
  }
  const place = time => `${(time - first) / (last - first) * 100}%`;
  return `linear-gradient(90deg, ${seen.flatMap(([from, to]) => [`transparent ${place(from)}`, `${colour} ${place(from)}`, `${colour} ${place(to)}`, `transparent ${place(to)}`]).join(', ') || 'transparent 0 0'})`;
}
