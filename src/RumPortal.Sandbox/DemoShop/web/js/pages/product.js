import { addToCart } from '../cart.js';
import { element, link } from '../dom.js';
import { localized, money, t } from '../language.js';
import { panel } from '../panel.js';
import { gridPlaceholder, picture, productGrid } from '../productGrid.js';
import { ApiError, get, getStock } from '../shopApi.js';
import { say } from '../toast.js';

export function productPage({ parameter }) {
  const path = `/api/products/${encodeURIComponent(parameter)}`;
  return {
    title: t('product.title'),
    content: element('div', { className: 'bar' },
      panel(detailPlaceholder, () => findProduct(path), product => product ? detail(product) : unknown()),
      element('section', {}, element('h2', {}, t('product.reviews')),
        panel(reviewPlaceholder, () => get(`${path}/reviews`).catch(none), reviews)),
      element('section', {}, element('h2', {}, t('product.alsoLiked')),
        panel(gridPlaceholder(4), () => get(`/api/recommendations?for=${encodeURIComponent(parameter)}`), productGrid))),
  };
}

async function findProduct(path) {
  return get(path).catch(error => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
}

function none(error) {
  console.warn(`No reviews: ${error.message}`);
  return [];
}

function detail(product) {
  document.title = `${localized(product.name)} – Harbour & Pine`;
  return element('article', { className: 'product' },
    picture(product),
    element('div', { className: 'words' },
      link(`/category/${product.category}`, { className: 'kicker' }, t(`category.${product.category}`)),
      element('h1', {}, localized(product.name)),
      element('p', { className: 'maker' }, t('product.by', { maker: product.maker })),
      element('p', { className: 'rating' }, t('product.rating', { rating: product.rating.toFixed(1) })),
      element('p', { className: 'price' }, money(product.price)),
      element('p', {}, localized(product.description)),
      stock(product.sku),
      element('button', { type: 'button', className: 'button', onclick: () => add(product), 'data-faro-user-action-name': 'add-to-cart' },
        t('product.add'))));
}

function stock(sku) {
  return panel(() => element('p', { className: 'stock' }, t('stock.asking')), () => getStock(sku), ({ available }) =>
    element('p', { className: available > 5 ? 'stock' : 'stock low' }, t(available > 5 ? 'stock.many' : 'stock.few', { available })));
}

function add(product) {
  addToCart(product.sku);
  console.info(`Added to cart: ${product.sku}`);
  say(t('product.added', { name: localized(product.name) }));
}

function reviews(list) {
  if (list.length === 0) return element('p', { className: 'empty' }, t('product.noReviews'));
  return element('ul', { className: 'reviews' }, list.map(review => element('li', {},
    element('p', { className: 'rating' }, t('product.rating', { rating: review.rating.toFixed(1) })),
    element('p', {}, review.text), element('p', { className: 'maker' }, review.author))));
}

function unknown() {
  return element('div', { className: 'notice' }, element('h1', {}, t('product.unknown')), link('/', { soft: true }, t('notFound.home')));
}

function detailPlaceholder() {
  return element('div', { className: 'product placeholder', 'aria-hidden': 'true' },
    element('div', { className: 'picture' }), element('div', { className: 'words' }));
}

function reviewPlaceholder() {
  return element('div', { className: 'reviews placeholder', 'aria-hidden': 'true' });
}
