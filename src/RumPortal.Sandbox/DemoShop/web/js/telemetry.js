import { getWebInstrumentations, initializeFaro, LogLevel } from '@grafana/faro-web-sdk';
import { ReplayInstrumentation } from '@grafana/faro-instrumentation-replay';
import { TracingInstrumentation } from '@grafana/faro-web-tracing';
import { currentCustomer, faroUser } from './customer.js';
import { currentLanguage } from './language.js';
import { collectorUrl, legacyUrl, shopApiUrl, silentUrl } from './settings.js';
import { pageId } from './routes.js';

const customer = currentCustomer();

/** Starts the instrumentation as a team would: their own app meta, everything else the SDK's defaults where they make sense. */
export const faro = initializeFaro({
  url: collectorUrl,
  app: { name: 'shop-web', namespace: 'retail', release: '2026.11.4', version: '119', environment: 'production' },
  user: customer ? faroUser(customer) : undefined,
  sessionTracking: { session: { attributes: { channel: 'web', language: currentLanguage(), experiment: 'checkout-steps' } } },
  pageTracking: { generatePageId: location => pageId(location.pathname) },
  trackResources: true,
  webVitalsInstrumentation: { trackAttributionSources: true },
  consoleInstrumentation: { disabledLevels: [LogLevel.TRACE], serializeErrors: true },
  experimental: { trackNavigation: true },
  instrumentations: [
    ...getWebInstrumentations(),
    new TracingInstrumentation({ instrumentationOptions: { propagateTraceHeaderCorsUrls: [shopApiUrl, legacyUrl, silentUrl].map(startsWith) } }),
    new ReplayInstrumentation(),
  ],
});

/** A string would have to equal the whole URL of a request to match. */
function startsWith(url) {
  return new RegExp('^' + url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + '/');
}
