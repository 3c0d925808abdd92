import { load, save } from './storage.js';

const key = 'harbour-pine.customer';
const changed = new EventTarget();

/** The signed-in customer `{id, name, email, plan}`, or null. */
export function currentCustomer() {
  return load(key, null);
}

export function rememberCustomer(customer) {
  save(key, customer);
  changed.dispatchEvent(new Event('change'));
}

export function onCustomerChange(listener) {
  changed.addEventListener('change', listener);
}

/** The same person as Faro's user meta. */
export function faroUser(customer) {
  return { id: customer.id, username: customer.name, email: customer.email, attributes: { plan: customer.plan } };
}
