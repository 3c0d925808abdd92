/** Small values that outlive a page. Browsers may refuse storage; the shop then forgets between pages but works. */
const memory = new Map();

export function load(key, fallback) {
  try {
    const text = localStorage.getItem(key);
    return text === null ? (memory.get(key) ?? fallback) : JSON.parse(text);
  } catch {
    return memory.get(key) ?? fallback;
  }
}

export function save(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The value stays in memory for this page.
  }
}
