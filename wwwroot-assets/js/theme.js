// Runs in the head before the first paint (a plain script, no module): sets the colour theme and leaves the browser's time zone in a
// cookie, so that the server renders the first page in both.
(() => {
  const chosen = /(?:^|; )rumportal\.theme=(light|dark)/.exec(document.cookie)?.[1];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const theme = document.documentElement.dataset.themeChoice || chosen || 'system';
    document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  dark.addEventListener('change', apply);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes(`rumportal.tz=${encodeURIComponent(zone)}`))
    document.cookie = `rumportal.tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
})();
