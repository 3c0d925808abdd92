// Words and elements. Text of a trace is a stranger's: it becomes text nodes only.
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export function button(label, className, onClick) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

const icons = {
  error: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3zM8 5v3.6M8 10.8v.2',
  warning: 'M8 2.2l6.2 11H1.8zM8 6.5v3M8 11.4v.2',
};

export function icon(name, size = 14) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  for (const [key, value] of Object.entries({ class: 'icon', width: size, height: size, viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-linejoin': 'round', 'stroke-linecap': 'round', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

// Nanoseconds in the unit that people say: 0, 250 ns, 3.2 µs, 46 ms, 4.32 s, 3 min 12 s.
export function duration(nanoseconds) {
  const size = Math.abs(nanoseconds);
  if (size === 0) return '0';
  if (size < 1e3) return `${Math.round(nanoseconds)} ns`;
  if (size < 1e6) return `${rounded(nanoseconds / 1e3)} µs`;
  if (size < 999.5e6) return `${rounded(nanoseconds / 1e6)} ms`;
  if (size < 60e9) return `${(nanoseconds / 1e9).toFixed(2)} s`;
  return `${Math.trunc(nanoseconds / 60e9)} min ${Math.round(size % 60e9 / 1e9)} s`;
}

const rounded = value => Math.abs(value) < 9.95 ? Number(value.toFixed(1)) : Math.round(value);
