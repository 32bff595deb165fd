const boxOfScans = 'desk-box';
/** A scanner sends its characters faster than this one after another; a person does not. */
const SCAN_MS = 80;
/** So many frames a part of a page may take to appear after its tab is opened. */
const FRAMES = 120;

/** The last visible thing of the page that a key is marked on: what stands in an open part comes before the tab of the part. */
const markedWith = (key: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`)]
    .filter((one) => one.checkVisibility() && !one.matches(':disabled'))
    .at(-1);

const act = (key: string, after?: HTMLElement, frames = FRAMES): void => {
  const found = markedWith(key);
  if (!found || found === after) {
    if (after && frames > 0) requestAnimationFrame(() => act(key, after, frames - 1));
    return;
  }
  if (found.matches('input, select, textarea')) found.focus();
  else found.click();
  // A tab shows its part later: then the key acts on what it is marked on there.
  if (found.matches('[role=tab]')) act(key, found, frames - 1);
};

/**
 * Presses or focuses what a page marks with a key (`aria-keyshortcuts`), and returns whether there is something. Where the page has a box
 * for scans, the character also goes there, because it may begin a scan; if nothing follows, it is taken out again and acts.
 */
export const pressMarked = (event: KeyboardEvent): boolean => {
  const key = event.key.toUpperCase();
  if (!/^[A-Z1-7]$/.test(key) || document.querySelector('[role="dialog"]') || !markedWith(key)) return false;
  const box = document.getElementById(boxOfScans);
  if (!(box instanceof HTMLInputElement)) {
    act(key);
    return true;
  }
  setTimeout(() => {
    if (box.value.toUpperCase() !== key) return;
    box.value = '';
    act(key);
  }, SCAN_MS);
  return false;
};
