// What stands above the rows: the services, the search, the switches and the axis.
import { button, duration, element } from './text.js';

export class Head {
  constructor(chart, actions) {
    Object.assign(this, { chart, actions });
    this.find = element('input', 'field');
    Object.assign(this.find, { type: 'search', placeholder: 'Find spans', maxLength: 200, autocomplete: 'off' });
    this.find.setAttribute('aria-label', 'Find spans');
    this.key(this.find, '/', 'find spans');
    this.find.addEventListener('input', () => actions.search(this.find.value));
    this.find.addEventListener('keydown', event => this.findKey(event));
    this.count = element('span', 'micro third num wf-count');
    this.count.setAttribute('role', 'status');
    this.next = this.key(button('Next', 'btn tiny', () => actions.next(1)), 'n', 'next find');
    this.path = button('Critical path', 'btn tiny', () => actions.togglePath());
    this.focus = this.key(button('Focus', 'btn tiny', () => actions.toggleFocus()), 'f', 'show the current span alone');
    this.whole = button('Whole trace', 'btn tiny', () => actions.reset());
    this.clock = element('input');
    this.clock.type = 'checkbox';
    this.clock.addEventListener('change', () => actions.toggleClock());
    this.shift = element('span', 'num');
    this.clockLabel = element('label', 'row small second wf-clock', this.clock, this.shift);
    this.legend = element('div', 'wf-legend small');
    this.shown = element('span', 'small second num');
    this.axis = element('div', 'wf-axis micro third num');
    this.bar = element('div', 'wf-tools', element('span', 'find', this.find), this.count, this.next, element('span', 'grow'), this.clockLabel, this.focus, this.whole, this.path);
  }

  key(control, key, label) {
    control.dataset.key = key;
    control.dataset.keyLabel = label;
    return control;
  }

  findKey(event) {
    if (event.key === 'Enter') { event.preventDefault(); this.actions.next(event.shiftKey ? -1 : 1); }
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.find.value) { this.find.value = ''; this.actions.search(''); } else this.actions.leave();
    }
  }

  // Once for each answer.
  describe() {
    const { trace } = this.chart;
    this.legend.replaceChildren(...trace.services.map(service => {
      const colour = element('i', 'wf-colour');
      colour.style.background = `var(--ch-${service.colour})`;
      const part = element('span', 'row', colour, `${service.isBrowser ? 'browser ' : ''}${service.name || '(no name)'}`, element('span', 'third num', `${service.spans}`));
      part.title = [`${service.spans} spans`, service.errors ? `${service.errors} failed` : '', service.shift ? `clock shift ${signed(service.shift)}` : ''].filter(Boolean).join(', ');
      return part;
    }), element('span', 'grow'), this.keyTo('wf-key-path', 'critical path'), this.keyTo('wf-key-self', 'self time'));
    const shifts = trace.services.map(service => service.shift).filter(shift => shift !== 0);
    const largest = shifts.reduce((one, other) => Math.abs(other) > Math.abs(one) ? other : one, 0);
    this.clockLabel.hidden = shifts.length === 0;
    this.clock.checked = trace.isCorrected;
    this.shift.textContent = `clock shift ${signed(largest)} ${trace.isCorrected ? 'applied' : 'not applied'}`;
    this.clockLabel.title = trace.services.filter(service => service.shift).map(service => `${service.name}: ${signed(service.shift)}`).join('\n');
  }

  keyTo(className, words) { return element('span', 'row micro third', element('i', className), words); }

  draw() {
    const { trace, zoom, found, showsPath, focus, text, active } = this.chart;
    if (this.find.value !== text && document.activeElement !== this.find) this.find.value = text;
    this.count.textContent = text ? (found.size === 0 ? 'nothing found' : `${found.size} found`) : '';
    this.next.hidden = found.size === 0;
    this.path.setAttribute('aria-pressed', showsPath ? 'true' : 'false');
    this.focus.setAttribute('aria-pressed', focus === null ? 'false' : 'true');
    this.focus.disabled = focus === null && active === null;
    const isWhole = zoom[0] <= 0 && zoom[1] >= trace.duration;
    this.whole.hidden = isWhole;
    this.shown.textContent = `${duration(zoom[0])} to ${duration(zoom[1])} shown`;
    this.axis.replaceChildren(...[0, 0.2, 0.4, 0.6, 0.8, 1].map(share => element('span', '', duration(zoom[0] + share * (zoom[1] - zoom[0])))));
  }
}

const signed = nanoseconds => `${nanoseconds < 0 ? '−' : '+'}${duration(Math.abs(nanoseconds))}`;
