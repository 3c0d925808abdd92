import { element, link } from '../dom.js';
import { t } from '../language.js';
import { legacyUrl, partnerUrl, shopApiUrl, silentUrl, unlistedUrl } from '../settings.js';
import { get } from '../shopApi.js';
import { faro } from '../telemetry.js';

/** What a team wants to see in its telemetry when things go wrong, one button each. */
const troubles = {
  errors: {
    'throw-type-error': throwTypeError,
    'reject-promise': rejectPromise,
    'console-error': () => console.error('Basket could not be merged: version 3 is newer than 2'),
    'console-warn': () => console.warn('Price list is older than 24 hours'),
    'push-log': () => faro.api.pushLog(['Voucher service answered late, the voucher was kept']),
  },
  requests: {
    'api-404': () => request('/api/trouble/status/404'),
    'api-500': () => request('/api/trouble/status/500'),
    'api-503': () => request('/api/trouble/status/503'),
    'api-slow': () => request('/api/trouble/slow?seconds=4'),
  },
  traces: {
    'trace-linked': () => call(`${shopApiUrl}/api/trouble/hops/linked`),
    'trace-stripped': () => call(`${shopApiUrl}/api/trouble/hops/stripped`),
    'trace-not-injected': () => call(`${unlistedUrl}/api/trouble/hops/not-injected`),
    'trace-preflight-refused': () => call(`${shopApiUrl}/api/trouble/hops/preflight-refused`),
    'trace-restarted': () => call(`${shopApiUrl}/api/trouble/hops/restarted`),
    'trace-jaeger-only': () => call(`${legacyUrl}/api/trouble/hops/jaeger-only`),
    'trace-third-party': () => call(`${partnerUrl}/v1/charges`, { method: 'POST' }),
    'trace-sampled-out': () => call(`${shopApiUrl}/api/trouble/hops/sampled-out`),
    'trace-backend-silent': () => call(`${silentUrl}/points`),
    'trace-clock-skew': () => call(`${shopApiUrl}/api/trouble/hops/clock-skew`),
    'trace-many-spans': () => call(`${shopApiUrl}/api/trouble/hops/many-spans`),
    'document-not-linked': () => location.assign('/trouble/untraced'),
  },
  page: {
    'layout-shift': shiftLayout,
    'long-task': blockMainThread,
    'csp-violation': addInlineScript,
  },
};

export function troublePage() {
  const log = element('ol', { className: 'trouble-log', 'aria-live': 'polite', 'aria-label': t('trouble.log') });
  return {
    title: t('trouble.title'),
    content: element('section', { className: 'bar' },
      element('h1', {}, t('trouble.title')), element('p', { className: 'lead' }, t('trouble.lead')),
      element('div', { className: 'trouble' }, Object.entries(troubles).map(([group, buttons]) => troubleGroup(group, buttons, log))), log),
  };
}

function troubleGroup(group, buttons, log) {
  return element('section', {}, element('h2', {}, t(`trouble.${group}`)), Object.entries(buttons).map(([name, provoke]) =>
    element('button', {
      type: 'button', 'data-faro-user-action-name': name,
      onclick: () => {
        log.append(element('li', {}, t(`trouble.${name}`)));
        return provoke();
      },
    }, t(`trouble.${name}`))));
}

/** A document of a host without tracing: loaded as a whole, its trace stays unknown to the browser. */
export function untracedPage() {
  return {
    title: t('untraced.title'),
    content: element('section', { className: 'bar' },
      element('h1', {}, t('untraced.title')), element('p', { className: 'lead' }, t('untraced.lead')), link('/trouble', {}, t('untraced.back'))),
  };
}

function throwTypeError() {
  const recommendation = { product: undefined };
  return recommendation.product.price.toFixed(2);
}

function rejectPromise() {
  Promise.reject(new Error('Wish list could not be saved: the connection was closed'));
}

async function request(path) {
  try {
    await get(path);
  } catch (error) {
    console.error(error);
  }
}

/** What the answer says does not matter here, only what becomes of the trace. */
async function call(url, options) {
  try {
    const response = await fetch(url, options);
    await response.text();
  } catch (error) {
    console.warn(`${new URL(url).pathname}: ${error.message}`);
  }
}

/** Later than the 500 ms after a click in which the browser forgives a shift. */
function shiftLayout() {
  setTimeout(() => {
    const banner = element('div', { className: 'late-banner' }, t('trouble.banner'));
    document.getElementById('main').prepend(banner);
    setTimeout(() => banner.remove(), 3000);
  }, 700);
}

function blockMainThread() {
  const end = performance.now() + 700;
  while (performance.now() < end);
}

/** The page's policy allows scripts from files only. */
function addInlineScript() {
  document.head.append(element('script', { textContent: 'document.title = "changed by an inline script"' }));
}
