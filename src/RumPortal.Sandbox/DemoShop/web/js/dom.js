/**
 * Creates an element. Properties go by DOM name (`className`, `htmlFor`, `onclick`), names with a dash become attributes, `null` and
 * `false` children are left out, and strings become text nodes: nothing here parses markup.
 */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.includes('-') || key === 'role') node.setAttribute(key, value === true ? '' : value);
    else node[key] = value;
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A link inside the shop. `soft` ones change the page without loading a document. */
export function link(href, properties, ...children) {
  const { soft, ...rest } = properties;
  return element('a', { href, 'data-soft': soft, ...rest }, ...children);
}
