import { cartCount, onCartChange } from './cart.js';
import { categories } from './categories.js';
import { currentCustomer, onCustomerChange } from './customer.js';
import { element, link } from './dom.js';
import { chooseLanguage, currentLanguage, t } from './language.js';
import { navigate } from './router.js';

export function renderHeader(header) {
  header.replaceChildren(element('div', { className: 'bar' },
    link('/', { className: 'brand' }, element('img', { src: '/img/favicon.svg', alt: '', width: 32, height: 32 }), 'Harbour & Pine'),
    navigation(), searchForm(), accountLink(), cartLink()));
}

export function renderFooter(footer) {
  footer.replaceChildren(element('div', { className: 'bar' },
    element('p', {}, t('footer.demo')),
    element('nav', { 'aria-label': t('footer.label') }, link('/trouble', {}, t('footer.trouble'))),
    languageChoice()));
}

function navigation() {
  return element('nav', { className: 'categories', 'aria-label': t('nav.categories') }, categories.map(slug =>
    link(`/category/${slug}`, { 'aria-current': location.pathname === `/category/${slug}` ? 'page' : null }, t(`category.${slug}`))));
}

function searchForm() {
  const box = element('input', {
    type: 'search', name: 'q', placeholder: t('search.placeholder'), 'aria-label': t('search.label'), autocomplete: 'off',
    value: new URLSearchParams(location.search).get('q') ?? '',
  });
  const form = element('form', { className: 'search', role: 'search', action: '/search' }, box,
    element('button', { type: 'submit', 'data-faro-user-action-name': 'search' }, t('search.button')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    navigate(`/search?q=${encodeURIComponent(box.value)}`);
  });
  return form;
}

function accountLink() {
  const anchor = link('/account', { className: 'account-link' });
  const update = () => anchor.textContent = currentCustomer()?.name ?? t('account.signIn');
  onCustomerChange(update);
  update();
  return anchor;
}

function cartLink() {
  const count = element('span', { className: 'count' });
  const anchor = link('/cart', { className: 'cart-link', 'data-faro-user-action-name': 'open-cart' }, t('cart.title'), count);
  const update = () => {
    count.textContent = cartCount();
    count.hidden = cartCount() === 0;
  };
  onCartChange(update);
  update();
  return anchor;
}

function languageChoice() {
  const select = element('select', { 'aria-label': 'Language / 语言' },
    element('option', { value: 'en', lang: 'en' }, 'English'), element('option', { value: 'zh', lang: 'zh-Hans' }, '简体中文'));
  select.value = currentLanguage();
  select.addEventListener('change', () => {
    chooseLanguage(select.value);
    location.reload();
  });
  return select;
}
