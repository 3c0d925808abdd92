import { element } from '../dom.js';
import { t } from '../language.js';
import { panel } from '../panel.js';
import { gridPlaceholder, productGrid } from '../productGrid.js';
import { get } from '../shopApi.js';

export function searchPage({ query }) {
  const words = query.get('q') ?? '';
  return {
    title: t('search.title', { words }),
    content: element('section', { className: 'bar' },
      element('h1', {}, t('search.title', { words })),
      panel(gridPlaceholder(4), () => search(words), products => element('div', {},
        element('p', { className: 'lead' }, t('search.found', { count: products.length })), productGrid(products)))),
  };
}

async function search(words) {
  const products = await get(`/api/search?q=${encodeURIComponent(words)}`);
  if (products.length === 0) console.warn(`Search without a hit: "${words}"`);
  return products;
}
