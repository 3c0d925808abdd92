/** Addresses that the server writes into the document's meta tags, because ports are only known at run time. */
function setting(name) {
  const content = document.querySelector(`meta[name="${name}"]`)?.content;
  if (!content) throw new Error(`The page has no setting "${name}".`);
  return content;
}

export const shopApiUrl = setting('shop-api');
/** Origins for the page "Trouble"; each breaks traces in a way of its own. */
export const legacyUrl = setting('shop-legacy');
export const unlistedUrl = setting('shop-unlisted');
export const silentUrl = setting('shop-silent');
export const partnerUrl = setting('shop-partner');
export const collectorUrl = setting('faro-collector');
