import { cartLines, setQuantity } from '../cart.js';
import { element, link } from '../dom.js';
import { localized, money, t } from '../language.js';
import { panel } from '../panel.js';
import { picture } from '../productGrid.js';
import { post } from '../shopApi.js';

export function cartPage({ refresh }) {
  return { title: t('cart.title'), content: element('section', { className: 'bar' }, element('h1', {}, t('cart.title')), body(refresh)) };
}

function body(refresh) {
  const lines = cartLines();
  if (lines.length === 0)
    return element('div', { className: 'notice' }, element('p', {}, t('cart.empty')), link('/', {}, t('notFound.home')));
  return panel(() => element('div', { className: 'cart placeholder', 'aria-hidden': 'true' }), () => post('/api/cart/quote', { lines }),
    quote => element('div', { className: 'cart' },
      element('ul', { className: 'lines' }, quote.lines.map(line => cartLine(line, refresh))), summary(quote)));
}

function cartLine(line, refresh) {
  const name = localized(line.product.name);
  const change = quantity => {
    setQuantity(line.product.sku, quantity);
    refresh();
  };
  const quantity = element('select', { 'aria-label': t('cart.quantityOf', { name }), 'data-faro-user-action-name': 'change-quantity' },
    Array.from({ length: 9 }, (_, index) => element('option', { value: index + 1 }, String(index + 1))));
  quantity.value = line.quantity;
  quantity.addEventListener('change', () => change(Number(quantity.value)));
  return element('li', {}, picture(line.product),
    element('div', {}, link(`/products/${line.product.sku}`, { soft: true }, name), element('p', { className: 'maker' }, line.product.maker)),
    quantity,
    element('span', { className: 'price' }, money(line.total)),
    element('button', {
      type: 'button', className: 'plain', 'aria-label': t('cart.remove', { name }), onclick: () => change(0),
      'data-faro-user-action-name': 'remove-from-cart',
    }, '✕'));
}

function summary(quote) {
  return element('aside', { className: 'summary', 'aria-label': t('cart.summary') },
    element('dl', {},
      element('dt', {}, t('cart.goods')), element('dd', {}, money(quote.goods)),
      element('dt', {}, t('cart.shipping')), element('dd', {}, quote.shipping === 0 ? t('cart.free') : money(quote.shipping)),
      element('dt', { className: 'total' }, t('cart.total')), element('dd', { className: 'total' }, money(quote.total))),
    link('/checkout', { className: 'button', 'data-faro-user-action-name': 'start-checkout' }, t('cart.checkout')));
}
