import { element, link } from '../dom.js';
import { t } from '../language.js';

export function notFoundPage() {
  console.warn(`No page at ${location.pathname}`);
  return {
    title: t('notFound.title'),
    content: element('section', { className: 'bar narrow' },
      element('h1', {}, t('notFound.title')),
      element('p', { className: 'lead' }, t('notFound.text')),
      link('/', { className: 'button' }, t('notFound.home'))),
  };
}
