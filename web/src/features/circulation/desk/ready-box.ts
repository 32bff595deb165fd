import { useEffect, useRef } from 'react';

/** The id of the box of scans of a page; `layout/marked-keys.ts` knows it. */
export const boxId = 'desk-box';
const takesKeys = 'input, textarea, select, button, a, summary, [contenteditable]';

/** Whether a dialog is open over the page: then keys are the dialog's. */
export const isCovered = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** Puts the cursor back into the box of scans. */
export const focusBox = (): void => document.getElementById(boxId)?.focus();

/** A name has letters and no digits; a barcode or card has digits. */
export const isName = /^\p{L}[\p{L}\p{M}\s,.'’-]+$/u;

/**
 * Directs input typed or scanned anywhere on the page to the box, unless another field has the focus. `keepsFocus`: the box has the focus
 * from the beginning and whenever nothing else has it.
 */
export const useReadyBox = ({ keepsFocus }: { keepsFocus: boolean }) => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const back = (event: globalThis.KeyboardEvent): void => {
      if (isCovered()) return;
      const { activeElement } = document;
      const isFree = activeElement === null || !activeElement.matches(takesKeys);
      // A scanner types digits; they go to the box even when a button or a checkbox has the focus.
      const overButton =
        activeElement?.matches('button, a, [type=checkbox]') && event.key.length === 1 && event.key !== ' ';
      if ((isFree || overButton) && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
        box.current?.focus();
    };
    document.addEventListener('keydown', back);
    return () => document.removeEventListener('keydown', back);
  }, []);
  useEffect(() => {
    if (!keepsFocus) return;
    // The box may load after the page: who is already at work on the page is not disturbed.
    if (!document.activeElement?.matches(takesKeys) || !document.activeElement.closest('main')) box.current?.focus();
    const backFromNowhere = (): void => {
      setTimeout(() => document.activeElement === document.body && box.current?.focus(), 60);
    };
    document.addEventListener('focusout', backFromNowhere);
    return () => document.removeEventListener('focusout', backFromNowhere);
  }, [keepsFocus]);
  return box;
};
