// One waterfall: what is shown of a trace and how, in step with the page's address.
import { Head } from './head.js';
import { keys } from './keys.js';
import { Minimap } from './minimap.js';
import { Rows } from './rows.js';
import { element } from './text.js';

const nanosecondsPerMillisecond = 1e6;

export class Chart {
  constructor(host, trace, state, told, tellClock) {
    Object.assign(this, { host, trace, told, tellClock, found: new Set(), active: null });
    this.head = new Head(this, {
      search: text => this.search(text), next: step => this.next(step), togglePath: () => { this.showsPath = !this.showsPath; this.rows.redraw(); this.changed(); },
      toggleFocus: () => this.toggleFocus(), reset: () => this.zoomTo([0, trace.duration]), toggleClock: () => this.tellClock(this.state()), leave: () => this.rows.scroller.focus(),
    });
    this.map = new Minimap(this, zoom => this.zoomTo(zoom));
    this.rows = new Rows(this, node => this.select(node), node => { this.active = node; this.fold(node); });
    this.rows.scroller.addEventListener('keydown', event => keys(this, event));
    this.rows.scroller.addEventListener('focus', () => { if (this.active === null && this.rows.scroller.matches(':focus-visible')) this.activate(this.rows.list[0], false); });
    this.build();
    this.take(state);
    this.head.describe();
  }

  build() {
    this.host.replaceChildren(
      this.head.bar, this.head.legend,
      element('div', 'wf-line wf-mapline', element('div', 'wf-corner', element('span', 'micro third strong', 'Minimap'), this.head.shown), element('div', 'wf-side', this.map.box)),
      element('div', 'wf-line wf-axisline', element('div', 'wf-corner micro third strong', 'Span'), element('div', 'wf-side', this.head.axis)),
      this.rows.scroller);
  }

  dispose() {
    this.rows.dispose();
    this.map.dispose();
    clearTimeout(this.timer);
    this.host.replaceChildren();
  }

  // From the address.
  take(state) {
    const nodeOf = key => this.trace.index.get(key) ?? null;
    this.folded = new Set(state.fold.split(',').map(nodeOf).filter(node => node !== null));
    this.focus = nodeOf(state.focus);
    this.selected = nodeOf(state.span);
    this.showsPath = state.path !== 'off';
    this.text = state.find;
    this.found = new Set(this.trace.matches(state.find));
    const zoom = state.zoom ? state.zoom.split('-').map(part => Number(part) * nanosecondsPerMillisecond) : [];
    this.zoom = zoom.length === 2 && zoom[1] > zoom[0] && zoom[0] < this.trace.duration ? [zoom[0], Math.min(zoom[1], this.trace.duration)] : [0, Math.max(1, this.trace.duration)];
    if (this.selected !== null) this.unfoldTo(this.selected);
    this.active = this.selected ?? this.active;
    this.layOut();
    if (this.active !== null) this.rows.reveal(this.active);
    this.map.draw();
    this.head.draw();
    this.last = JSON.stringify(this.state());
  }

  state() {
    const keyOf = node => node === null ? '' : this.trace.key[node];
    const isWhole = this.zoom[0] <= 0 && this.zoom[1] >= this.trace.duration;
    const milliseconds = time => String(Number((time / nanosecondsPerMillisecond).toFixed(6)));
    return {
      span: keyOf(this.selected), focus: keyOf(this.focus), find: this.text, zoom: isWhole ? '' : this.zoom.map(milliseconds).join('-'),
      // The address holds the first hundred; more are folded by hand only in a game.
      fold: [...this.folded].slice(0, 100).map(keyOf).join(','), clock: this.trace.isCorrected ? '' : 'raw', path: this.showsPath ? '' : 'off',
    };
  }

  layOut() { this.rows.show(this.trace.rows(this.folded, this.focus)); }

  // The address follows when the hand rests: dragging a brush is one change.
  changed() {
    this.head.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const now = JSON.stringify(this.state());
      if (now === this.last) return;
      this.last = now;
      this.told(this.state());
    }, 150);
  }

  activate(node, follows = true) {
    if (node === undefined || node === null) return;
    this.active = node;
    // The panel, once open, goes along.
    if (follows && this.selected !== null) this.selected = node;
    this.rows.reveal(node);
    this.rows.mark();
    this.changed();
  }

  select(node) {
    this.selected = node;
    this.activate(node);
  }

  fold(node) {
    if (!this.folded.delete(node)) this.folded.add(node);
    this.layOut();
    this.activate(this.rows.place.has(this.active) ? this.active : node);
  }

  unfoldTo(node) {
    for (let parent = this.trace.parent[node]; parent >= 0; parent = this.trace.parent[parent]) this.folded.delete(parent);
    if (this.focus !== null && (node < this.focus || node > this.focus + this.trace.descendants[this.focus])) this.focus = null;
  }

  toggleFocus() {
    this.focus = this.focus === null ? this.active : null;
    const node = this.focus;
    this.zoom = node === null ? [0, Math.max(1, this.trace.duration)] : [this.trace.from[node], Math.max(this.trace.from[node] + 1, this.endOf(node))];
    this.layOut();
    this.map.place();
    this.activate(this.active, false);
  }

  // Descendants may outlast a span.
  endOf(node) {
    let end = this.trace.end(node);
    for (let below = node + 1; below <= node + this.trace.descendants[node]; below++) end = Math.max(end, this.trace.end(below));
    return end;
  }

  zoomTo(zoom) {
    this.zoom = zoom;
    this.rows.redraw();
    this.map.place();
    this.changed();
  }

  search(text) {
    this.text = text;
    this.found = new Set(this.trace.matches(text));
    this.rows.mark();
    if (this.found.size > 0) this.next(1, true);
    this.changed();
  }

  next(step, fromHere = false) {
    const found = [...this.found];
    if (found.length === 0) return;
    const at = this.active ?? -1;
    const node = step > 0
      ? found.find(one => fromHere ? one >= at : one > at) ?? found[0]
      : found.findLast(one => one < at) ?? found.at(-1);
    this.unfoldTo(node);
    this.layOut();
    this.activate(node);
  }

  // Esc undoes one thing at a time: the focus, the zoom, the panel.
  back() {
    if (this.focus !== null) return this.toggleFocus();
    if (this.zoom[0] > 0 || this.zoom[1] < this.trace.duration) return this.zoomTo([0, this.trace.duration]);
    this.selected = null;
    this.rows.mark();
    this.changed();
  }
}
