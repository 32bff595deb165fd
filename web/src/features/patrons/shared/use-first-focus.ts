import { type RefObject, useEffect } from 'react';

/** Focuses the first field of a page once it is shown, after the page itself has taken the focus. */
export const useFirstFocus = (field: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [field]);
};
