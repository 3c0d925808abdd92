import { load, save } from './storage.js';
import { english } from './texts/en.js';
import { chinese } from './texts/zh.js';

const key = 'harbour-pine.language';
const texts = { en: english, zh: chinese };

export function currentLanguage() {
  const language = load(key, 'en');
  return Object.hasOwn(texts, language) ? language : 'en';
}

export function chooseLanguage(language) {
  save(key, language);
}

/** The text of a key in the chosen language; `{name}` places take the given values. */
export function t(key, values = {}) {
  const text = texts[currentLanguage()][key] ?? english[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Picks from a text that the API gives in both languages. */
export function localized(text) {
  return text[currentLanguage()];
}

export function money(cents) {
  return new Intl.NumberFormat(currentLanguage(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
