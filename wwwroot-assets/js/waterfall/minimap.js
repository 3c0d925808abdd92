// The whole trace small, with a brush that chooses the stretch of time below. The brush's ends are sliders for the keyboard.
import { duration, element } from './text.js';
import { missing } from './trace.js';

const least = 1 / 2000, step = 0.02, height = 54;

export class Minimap {
  constructor(chart, onZoom) {
    Object.assign(this, { chart, onZoom });
    this.canvas = element('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.shade = [element('i', 'wf-shade'), element('i', 'wf-shade')];
    this.ends = ['start', 'end'].map((name, side) => this.slider(`Shown from the ${name}`, side));
    this.box = element('div', 'wf-map', this.canvas, ...this.shade, ...this.ends);
    this.box.addEventListener('pointerdown', event => this.brush(event));
    this.box.addEventListener('dblclick', () => this.onZoom([0, chart.trace.duration]));
    this.watches = [new ResizeObserver(() => this.draw()), new MutationObserver(() => this.draw())];
    this.watches[0].observe(this.box);
    this.watches[1].observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  dispose() { for (const watch of this.watches) watch.disconnect(); }

  get whole() { return Math.max(1, this.chart.trace.duration); }

  slider(label, side) {
    const end = element('i', 'wf-end');
    end.tabIndex = 0;
    end.setAttribute('role', 'slider');
    end.setAttribute('aria-label', label);
    end.addEventListener('keydown', event => {
      const move = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -5 * step, PageUp: 5 * step, Home: -1, End: 1 }[event.key];
      if (move === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.moveTo(side, this.chart.zoom[side] / this.whole + move);
    });
    return end;
  }

  moveTo(side, share) {
    const zoom = this.chart.zoom.map(time => time / this.whole);
    zoom[side] = side === 0 ? Math.min(Math.max(0, share), zoom[1] - least) : Math.max(Math.min(1, share), zoom[0] + least);
    this.onZoom(zoom.map(one => one * this.whole));
  }

  brush(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const box = this.box.getBoundingClientRect();
    const at = one => Math.min(1, Math.max(0, (one.clientX - box.left) / box.width));
    const side = this.ends.indexOf(event.target);
    const from = at(event);
    const move = one => {
      if (side >= 0) return this.moveTo(side, at(one));
      const [left, right] = [Math.min(from, at(one)), Math.max(from, at(one))];
      if (right - left >= least && (right - left) * box.width > 3) this.onZoom([left * this.whole, right * this.whole]);
    };
    this.box.setPointerCapture(event.pointerId);
    this.box.addEventListener('pointermove', move);
    const done = () => { this.box.removeEventListener('pointermove', move); this.box.removeEventListener('pointerup', done); this.box.removeEventListener('pointercancel', done); };
    this.box.addEventListener('pointerup', done);
    this.box.addEventListener('pointercancel', done);
    if (side >= 0) this.ends[side].focus();
  }

  // Only the brush: while it is dragged the picture below stays.
  place() {
    const [from, to] = this.chart.zoom.map(time => time / this.whole * 100);
    Object.assign(this.shade[0].style, { left: 0, width: `${from}%` });
    Object.assign(this.shade[1].style, { left: `${to}%`, width: `${100 - to}%` });
    this.ends.forEach((end, side) => {
      end.style.left = `${side === 0 ? from : to}%`;
      end.setAttribute('aria-valuemin', 0);
      end.setAttribute('aria-valuemax', 100);
      end.setAttribute('aria-valuenow', Math.round(side === 0 ? from : to));
      end.setAttribute('aria-valuetext', duration(this.chart.zoom[side]));
    });
  }

  draw() {
    const { trace } = this.chart;
    const [width, scale] = [this.box.clientWidth, window.devicePixelRatio || 1];
    this.canvas.width = Math.max(1, width * scale);
    this.canvas.height = height * scale;
    const paper = this.canvas.getContext('2d');
    paper.scale(scale, scale);
    const styles = getComputedStyle(this.box);
    const colours = trace.services.map(service => styles.getPropertyValue(`--ch-${service.colour}`));
    const ghost = styles.getPropertyValue('--ni-fill');
    const thick = Math.min(2, Math.max(1, (height - 6) / trace.size * 0.66));
    for (let node = 0; node < trace.size; node++) {
      paper.fillStyle = trace.is(node, missing) ? ghost : colours[trace.service[node]];
      paper.fillRect(trace.from[node] / this.whole * width, 3 + node / trace.size * (height - 6), Math.max(1, trace.length[node] / this.whole * width), thick);
    }
    this.place();
  }
}
