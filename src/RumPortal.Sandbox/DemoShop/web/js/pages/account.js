import { currentCustomer, faroUser, rememberCustomer } from '../customer.js';
import { element } from '../dom.js';
import { formField, submitForm } from '../form.js';
import { t } from '../language.js';
import { post } from '../shopApi.js';
import { faro } from '../telemetry.js';
import { say } from '../toast.js';

const neighbours = [
  { name: 'Maren Holt', email: 'maren.holt@example.test' },
  { name: '王小美', email: 'xiaomei.wang@example.test' },
  { name: '佐藤 健', email: 'ken.sato@example.test' },
];

export function accountPage({ refresh }) {
  const customer = currentCustomer();
  return {
    title: t('account.title'),
    content: element('section', { className: 'bar narrow' },
      element('h1', {}, customer ? t('account.hello', { name: customer.name }) : t('account.title')),
      customer ? signedIn(customer, refresh) : signInForm(refresh)),
  };
}

function signInForm(refresh) {
  const form = element('form', { className: 'form' },
    element('p', { className: 'lead' }, t('account.lead')),
    formField(t('account.name'), { name: 'name', required: true, autocomplete: 'username', maxLength: 80 }),
    formField(t('account.email'), { name: 'email', type: 'email', required: true, autocomplete: 'email', maxLength: 120 }),
    element('button', { type: 'submit', className: 'button', 'data-faro-user-action-name': 'sign-in' }, t('account.signIn')),
    element('p', { className: 'hint' }, t('account.orAs')),
    element('div', { className: 'row' }, neighbours.map(person => element('button', {
      type: 'button', className: 'plain', onclick: () => fill(form, person),
    }, person.name))));
  submitForm(form, async credentials => {
    become(await post('/api/customers/sign-in', credentials));
    refresh();
  });
  return form;
}

function fill(form, person) {
  form.elements.name.value = person.name;
  form.elements.email.value = person.email;
}

function signedIn(customer, refresh) {
  return element('div', { className: 'form' },
    element('dl', {}, element('dt', {}, t('account.email')), element('dd', {}, customer.email),
      element('dt', {}, t('account.plan')), element('dd', {}, t(`plan.${customer.plan}`))),
    element('button', {
      type: 'button', className: 'button', 'data-faro-user-action-name': 'sign-out',
      onclick: () => {
        become(null);
        refresh();
      },
    }, t('account.signOut')));
}

function become(customer) {
  rememberCustomer(customer);
  if (customer) faro.api.setUser(faroUser(customer));
  else faro.api.resetUser();
  faro.api.pushEvent(customer ? 'signed_in' : 'signed_out');
  say(customer ? t('account.hello', { name: customer.name }) : t('account.bye'));
}
