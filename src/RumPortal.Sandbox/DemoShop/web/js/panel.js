import { element } from './dom.js';
import { t } from './language.js';

/**
 * A region that reads something: a placeholder of about the final size first (nothing jumps), then what `render` makes of it, or a
 * message with a retry.
 */
export function panel(placeholder, read, render) {
  const region = element('div', { className: 'panel' });
  const load = async () => {
    region.setAttribute('aria-busy', 'true');
    region.replaceChildren(placeholder());
    try {
      region.replaceChildren(render(await read()));
    } catch (error) {
      console.error(error);
      region.replaceChildren(failure(load));
    }
    region.removeAttribute('aria-busy');
  };
  load();
  return region;
}

function failure(retry) {
  return element('div', { className: 'notice', role: 'alert' },
    element('p', {}, t('failure.text')), element('button', { type: 'button', onclick: retry }, t('failure.retry')));
}
