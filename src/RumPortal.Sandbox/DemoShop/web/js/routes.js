/** Every page of the shop: the pattern is Faro's page id, `view` is Faro's view name. */
export const routes = [
  { pattern: '/', view: 'home' },
  { pattern: '/category/:slug', view: 'category' },
  { pattern: '/search', view: 'search' },
  { pattern: '/products/:sku', view: 'product' },
  { pattern: '/cart', view: 'cart' },
  { pattern: '/checkout', view: 'checkout-delivery' },
  { pattern: '/checkout/payment', view: 'checkout-payment' },
  { pattern: '/checkout/done', view: 'checkout-done' },
  { pattern: '/account', view: 'account' },
  { pattern: '/trouble', view: 'trouble' },
  { pattern: '/trouble/untraced', view: 'untraced' },
];

/** Finds the route of a path and the value of its parameter; an unknown path is the view `not-found`. */
export function matchRoute(pathname) {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  for (const route of routes) {
    const prefix = route.pattern.replace(/:\w+$/, '');
    if (prefix === route.pattern ? path === prefix : path.startsWith(prefix) && isSegment(path.slice(prefix.length)))
      return { route, parameter: decode(path.slice(prefix.length)) };
  }
  return { route: { pattern: '/not-found', view: 'not-found' }, parameter: '' };
}

export function pageId(pathname) {
  return matchRoute(pathname).route.pattern;
}

function isSegment(text) {
  return text.length > 0 && !text.includes('/');
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
