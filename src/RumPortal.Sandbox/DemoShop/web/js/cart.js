import { load, save } from './storage.js';

const key = 'harbour-pine.cart';
const changed = new EventTarget();

/** Lines `[{sku, quantity}]` in the order in which they were added. */
export function cartLines() {
  return load(key, []);
}

export function cartCount() {
  return cartLines().reduce((sum, line) => sum + line.quantity, 0);
}

export function addToCart(sku) {
  const lines = cartLines();
  const line = lines.find(candidate => candidate.sku === sku);
  if (line) line.quantity = Math.min(line.quantity + 1, 9);
  else lines.push({ sku, quantity: 1 });
  store(lines);
}

export function setQuantity(sku, quantity) {
  store(cartLines().map(line => line.sku === sku ? { ...line, quantity } : line).filter(line => line.quantity > 0));
}

export function emptyCart() {
  store([]);
}

export function onCartChange(listener) {
  changed.addEventListener('change', listener);
}

function store(lines) {
  save(key, lines);
  changed.dispatchEvent(new Event('change'));
}
