import { element, link } from '../dom.js';
import { t } from '../language.js';
import { panel } from '../panel.js';
import { gridPlaceholder, productGrid } from '../productGrid.js';
import { get } from '../shopApi.js';

export function homePage() {
  return {
    title: t('home.title'),
    content: element('div', { className: 'home' }, hero(), element('section', { className: 'bar' },
      element('h2', {}, t('home.featured')),
      panel(gridPlaceholder(8), () => get('/api/products?featured=true'), productGrid)), promises()),
  };
}

function hero() {
  return element('section', { className: 'hero' },
    element('div', { className: 'bar' },
      element('div', { className: 'words' },
        element('p', { className: 'kicker' }, t('home.kicker')),
        element('h1', {}, t('home.headline')),
        element('p', {}, t('home.lead')),
        link('/category/living', { className: 'button', 'data-faro-user-action-name': 'shop-the-season' }, t('home.action'))),
      element('img', { src: '/img/hero.svg', alt: '', width: 640, height: 420 })));
}

function promises() {
  return element('section', { className: 'promises bar' }, ['shipping', 'repair', 'returns'].map(name =>
    element('div', {}, element('h3', {}, t(`promise.${name}.title`)), element('p', {}, t(`promise.${name}.text`)))));
}
