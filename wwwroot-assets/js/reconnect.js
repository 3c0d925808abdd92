// The notice itself is shown by classes that blazor.web.js sets; this adds what the script does not do: after a restart of the server the
// old circuit is gone for good, so the page is loaded again (its state is in the address).
const notice = document.getElementById('components-reconnect-modal');

new MutationObserver(() => {
  if (notice.classList.contains('components-reconnect-rejected')) location.reload();
}).observe(notice, { attributes: true, attributeFilter: ['class'] });

notice.querySelector('button').addEventListener('click', async () => {
  try {
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    location.reload();
  }
});
