import { element, link } from './dom.js';
import { localized, money, t } from './language.js';

/** Cards of products; the links are soft navigations. */
export function productGrid(products) {
  if (products.length === 0) return element('p', { className: 'empty' }, t('grid.empty'));
  return element('ul', { className: 'grid' }, products.map(product => element('li', {}, productCard(product))));
}

export function gridPlaceholder(count) {
  return () => element('ul', { className: 'grid', 'aria-hidden': 'true' },
    Array.from({ length: count }, () => element('li', {}, element('div', { className: 'card placeholder' },
      element('div', { className: 'picture' }), element('div', { className: 'words' })))));
}

export function picture(product) {
  return element('img', {
    className: 'picture', src: `/img/products/${product.sku}.svg`, alt: localized(product.name), width: 400, height: 400,
  });
}

function productCard(product) {
  return link(`/products/${product.sku}`, { soft: true, className: 'card', 'data-faro-user-action-name': 'open-product' },
    picture(product),
    element('div', { className: 'words' },
      element('h3', {}, localized(product.name)),
      element('p', { className: 'maker' }, product.maker),
      element('p', { className: 'price' }, money(product.price))));
}
