/** Puts a dialog below a field, or above it where there is more room, and within the window's width. */
export function placeBeside(dialog: HTMLElement, field: HTMLElement): void {
  const { left, top, bottom } = field.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = dialog;
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = bottom + offsetHeight <= clientHeight || top < clientHeight - bottom;
  dialog.style.left = `${scrollX + Math.max(0, Math.min(left, clientWidth - offsetWidth))}px`;
  dialog.style.top = `${scrollY + (isBelow ? bottom : Math.max(0, top - offsetHeight))}px`;
}
