// The waterfall of one trace, drawn on the client from one answer: rows never pass through the circuit. Called by Interop/WaterfallCanvas.cs.
import { Chart } from './waterfall/chart.js';
import { Trace } from './waterfall/trace.js';

const open = new WeakMap();

async function read(address, state) {
  const url = new URL(address, document.baseURI);
  if (state.clock === 'raw') url.searchParams.set('clock', 'raw');
  const response = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (response.ok) return { trace: new Trace(await response.json()) };
  const problem = await response.json().catch(() => null);
  return { fault: problem?.detail ?? problem?.title ?? `The portal answered with status ${response.status}.` };
}

// Empty text when the trace is drawn, else a sentence that says why not.
export async function draw(host, address, state, component) {
  if (!host?.isConnected) return '';
  const turn = Symbol('turn');
  const known = open.get(host);
  open.set(host, { ...known, turn });
  let answer;
  try { answer = await read(address, state); } catch { answer = { fault: 'The portal could not be reached.' }; }
  if (open.get(host)?.turn !== turn || !host.isConnected) return '';
  known?.chart?.dispose();
  if (answer.fault) { open.delete(host); return answer.fault; }
  const chart = new Chart(
    host, answer.trace, state,
    now => component.invokeMethodAsync('StateChanged', now),
    now => component.invokeMethodAsync('StateChanged', { ...now, clock: now.clock === 'raw' ? '' : 'raw' }));
  open.set(host, { turn, chart });
  host.dataset.drawn = String(answer.trace.size);
  return '';
}

// The address changed by other means than the waterfall itself.
export function update(host, state) { open.get(host)?.chart?.take(state); }

export function dispose(host) {
  open.get(host)?.chart?.dispose();
  open.delete(host);
}
