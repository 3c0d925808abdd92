import { cartLines, emptyCart } from '../cart.js';
import { currentCustomer } from '../customer.js';
import { element, link } from '../dom.js';
import { money, t } from '../language.js';
import { ApiError, post } from '../shopApi.js';
import { load, save } from '../storage.js';
import { formField, submitForm } from '../form.js';
import { faro } from '../telemetry.js';

const orderKey = 'harbour-pine.order';
const methods = ['card', 'declined', 'slow'];

export function deliveryPage({ navigate }) {
  const customer = currentCustomer();
  const form = element('form', { className: 'form' },
    formField(t('delivery.name'), { name: 'name', required: true, autocomplete: 'name', value: customer?.name ?? '' }),
    formField(t('delivery.street'), { name: 'street', required: true, autocomplete: 'street-address' }),
    formField(t('delivery.city'), { name: 'city', required: true, autocomplete: 'address-level2' }),
    element('button', { type: 'submit', className: 'button', 'data-faro-user-action-name': 'continue-to-payment' }, t('delivery.continue')));
  submitForm(form, async delivery => {
    save(orderKey, await post('/api/orders', { lines: cartLines(), delivery }));
    navigate('/checkout/payment');
  });
  return step('delivery', 1, cartLines().length === 0 ? nothingToPay() : form);
}

export function paymentPage({ navigate }) {
  const order = load(orderKey, null);
  return step('payment', 2, order && !order.paid ? paymentForm(order, navigate) : nothingToPay());
}

export function donePage() {
  const order = load(orderKey, null);
  if (!order?.paid) return step('done', 3, nothingToPay());
  return step('done', 3, element('div', { className: 'notice' },
    element('p', { className: 'lead' }, t('done.thanks', { order: order.id })), link('/', { className: 'button' }, t('done.more'))));
}

function paymentForm(order, navigate) {
  const choices = methods.map((method, index) => element('label', { className: 'choice' },
    element('input', { type: 'radio', name: 'method', value: method, checked: index === 0 }), t(`payment.${method}`)));
  const form = element('form', { className: 'form' },
    element('fieldset', {}, element('legend', {}, t('payment.method')), choices),
    element('button', { type: 'submit', className: 'button', 'data-faro-user-action-name': 'pay' },
      t('payment.pay', { amount: money(order.total) })));
  submitForm(form, async ({ method }) => {
    await pay(order, method);
    save(orderKey, { ...order, paid: true });
    emptyCart();
    navigate('/checkout/done');
  });
  return form;
}

async function pay(order, method) {
  try {
    await post(`/api/orders/${encodeURIComponent(order.id)}/payment`, { method });
    faro.api.pushEvent('order_paid', { order: order.id, total: String(order.total), method });
  } catch (error) {
    if (error instanceof ApiError && error.status === 402) console.warn(`Payment of ${order.id} declined`);
    throw error;
  }
}

function step(name, number, content) {
  const title = t(`checkout.${name}`);
  return {
    title,
    content: element('section', { className: 'bar narrow' },
      element('ol', { className: 'steps', 'aria-label': t('checkout.steps') }, ['delivery', 'payment', 'done'].map((other, index) =>
        element('li', { 'aria-current': index + 1 === number ? 'step' : null }, t(`checkout.${other}`)))),
      element('h1', {}, title), content),
  };
}

function nothingToPay() {
  return element('div', { className: 'notice' }, element('p', {}, t('payment.nothing')), link('/', { soft: true }, t('notFound.home')));
}
