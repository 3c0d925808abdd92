import { element } from './dom.js';
import { t } from './language.js';
import { ApiError } from './shopApi.js';

/** A labelled text input. */
export function formField(label, properties) {
  return element('label', { className: 'field' }, element('span', {}, label), element('input', { type: 'text', ...properties }));
}

/** Sends the form's values to `send`; the button waits meanwhile and a refusal is shown below it. */
export function submitForm(form, send) {
  const message = element('p', { className: 'form-message', role: 'alert' });
  form.append(message);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    message.textContent = '';
    try {
      await send(Object.fromEntries(new FormData(form)));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500) console.error(error);
      message.textContent = error instanceof ApiError ? error.title : t('failure.text');
    } finally {
      button.disabled = false;
    }
  });
}
