let timer;

/** Says something in passing, also to screen readers. */
export function say(text) {
  const toast = document.querySelector('.toast');
  toast.textContent = text;
  toast.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => toast.classList.remove('shown'), 4000);
}
