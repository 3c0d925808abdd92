/** Addresses that the server writes into the document's meta tags, because ports are only known at run time. */
function setting(name) {
  const content = document.querySelector(`meta[name="${name}"]`)?.content;
  if (!content) throw new Error(`The page has no setting "${name}".`);
  return content;
}

export const shopApiUrl = setting('shop-api');
export const collectorUrl = setting('faro-collector');
