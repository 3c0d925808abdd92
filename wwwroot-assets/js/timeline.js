// A virtualised list knows only the rows near its view; this brings a row that is not drawn yet into it. Called by Interop/TimelineScroll.cs.
export function reveal(list, index, count) {
  if (!list || count === 0) return;
  const row = list.querySelector('.event-row')?.offsetHeight ?? 30;
  const top = index * row;
  if (top >= list.scrollTop && top + row <= list.scrollTop + list.clientHeight) return;
  list.scrollTop = Math.max(0, top - list.clientHeight / 3);
}
