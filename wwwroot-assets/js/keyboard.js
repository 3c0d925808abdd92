// Single-letter keys, wired by attributes so that no key costs a round trip:
//   data-key="r"          the key clicks (or, for inputs, focuses) the element; data-key-label names it in the help
//   data-goto="s"         "g" then the letter follows the link
//   data-rows             a list: j and k move, Enter opens the row's link, o opens it in a new tab
//   data-cube             a table: arrows move between its [data-cell] links, over empty cells
// Looked up at each use: the page that was prerendered is replaced by the interactive one.
const helpDialog = () => document.getElementById('keyboard-help');
let pending = null;

const shown = element => element.getClientRects().length > 0;
const first = selector => [...document.querySelectorAll(selector)].find(shown);
const typing = target => target.closest?.('input, textarea, select, [contenteditable="true"]');

function use(element) {
  if (element.matches('input, select, textarea')) element.focus();
  else if (element.tagName === 'SUMMARY') { element.parentElement.open = !element.parentElement.open; element.focus(); }
  else element.click();
}

function move(list, step) {
  const rows = [...list.querySelectorAll('[data-row]')].filter(shown);
  if (rows.length === 0) return;
  const at = rows.findIndex(row => row.hasAttribute('data-current'));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  rows[at]?.removeAttribute('data-current');
  next.setAttribute('data-current', '');
  next.scrollIntoView({ block: 'nearest' });
  (next.querySelector('[data-open]') ?? next).focus?.({ preventScroll: true });
}

function open(list, newTab) {
  const link = list.querySelector('[data-current] [data-open], [data-current][data-open]');
  if (!link) return false;
  if (newTab) window.open(link.href, '_blank', 'noopener');
  else link.click();
  return true;
}

const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function moveInCube(link, [down, right]) {
  const cell = link.closest('td');
  const rows = [...link.closest('table').tBodies[0].rows];
  let row = rows.indexOf(cell.parentElement) + down;
  let column = cell.cellIndex + right;
  for (; rows[row]?.cells[column]; row += down, column += right) {
    const next = rows[row].cells[column].querySelector('[data-cell]');
    if (next) return next.focus();
  }
}

function showHelp() {
  const help = helpDialog();
  const keys = new Map();
  for (const element of document.querySelectorAll('[data-key]')) if (shown(element)) keys.set(element.dataset.key, element.dataset.keyLabel);
  for (const element of document.querySelectorAll('[data-goto]')) keys.set(`g ${element.dataset.goto}`, `go to ${element.textContent.trim() || element.title}`);
  if (first('[data-rows]')) { keys.set('j k', 'move in the list'); keys.set('Enter', 'open'); keys.set('o', 'open in a new tab'); }
  if (first('[data-cube]')) keys.set('← → ↑ ↓', 'move in the table, from one of its cells');
  keys.set('Esc', 'close');
  const list = help.querySelector('.keys');
  list.replaceChildren(...[...keys].flatMap(([key, label]) => {
    const term = document.createElement('dt');
    for (const part of key.split(' ')) { const kbd = document.createElement('kbd'); kbd.textContent = part; term.append(kbd, ' '); }
    const text = document.createElement('dd');
    text.textContent = label ?? '';
    return [term, text];
  }));
  help.showModal();
}

function closeAll() {
  for (const pop of document.querySelectorAll('details.pop[open]')) pop.open = false;
  document.querySelector('.shell')?.classList.remove('side-open');
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') return closeAll();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  if (pending === 'g') {
    pending = null;
    const link = document.querySelector(`[data-goto="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  const cell = event.target.closest?.('[data-cube] [data-cell]');
  if (cell && arrows[event.key]) { event.preventDefault(); return moveInCube(cell, arrows[event.key]); }
  if (event.key === 'g') { pending = 'g'; setTimeout(() => { pending = null; }, 1200); return; }
  if (event.key === '?') return showHelp();
  const list = first('[data-rows]');
  if (list && (event.key === 'j' || event.key === 'k')) { event.preventDefault(); return move(list, event.key === 'j' ? 1 : -1); }
  if (list && event.key === 'o' && open(list, true)) return event.preventDefault();
  const element = first(`[data-key="${CSS.escape(event.key)}"]`);
  if (element) { event.preventDefault(); use(element); }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-side-toggle]')) return document.querySelector('.shell')?.classList.toggle('side-open');
  if (event.target.closest('.side a')) document.querySelector('.shell')?.classList.remove('side-open');
  for (const pop of document.querySelectorAll('details.pop[open]'))
    if (!pop.contains(event.target) || event.target.closest('.pop-body a, [data-close-pop]')) pop.open = false;
  const help = helpDialog();
  if (help && (event.target === help || event.target.closest('[data-close-dialog]'))) help.close();
});
