import { categories } from '../categories.js';
import { element, link } from '../dom.js';
import { localized, t } from '../language.js';
import { panel } from '../panel.js';
import { gridPlaceholder, productGrid } from '../productGrid.js';
import { get } from '../shopApi.js';
import { notFoundPage } from './notFound.js';

const orders = {
  name: (a, b) => localized(a.name).localeCompare(localized(b.name)),
  cheap: (a, b) => a.price - b.price,
  rating: (a, b) => b.rating - a.rating,
};

export function categoryPage({ parameter, query }) {
  if (!categories.includes(parameter)) return notFoundPage();
  const order = Object.hasOwn(orders, query.get('sort')) ? query.get('sort') : 'rating';
  const title = t(`category.${parameter}`);
  return {
    title,
    content: element('section', { className: 'bar' },
      element('h1', {}, title),
      element('p', { className: 'lead' }, t(`category.${parameter}.lead`)),
      sorting(parameter, order),
      panel(gridPlaceholder(4), () => get(`/api/products?category=${encodeURIComponent(parameter)}`),
        products => productGrid(products.sort(orders[order])))),
  };
}

function sorting(slug, current) {
  return element('nav', { className: 'sorting', 'aria-label': t('sort.label') }, t('sort.label'), Object.keys(orders).map(order =>
    link(`/category/${slug}?sort=${order}`, {
      soft: true, 'aria-current': order === current ? 'true' : null, 'data-faro-user-action-name': 'sort-products',
    }, t(`sort.${order}`))));
}
