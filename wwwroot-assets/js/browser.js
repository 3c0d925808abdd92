// What only the browser knows: its time zone, the chosen theme, the clipboard. Called by Interop/Browser.cs.
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';

export function setTheme(choice) {
  const age = choice === 'system' ? 0 : 31536000;
  document.cookie = `rumportal.theme=${choice}; path=/; max-age=${age}; samesite=lax`;
  document.documentElement.dataset.themeChoice = choice;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = choice === 'system' ? (dark ? 'dark' : 'light') : choice;
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
