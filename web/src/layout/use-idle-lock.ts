import { useEffect } from 'react';
import { lockScreen } from '../api/session.ts';

const uses = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * Locks the screen after idle minutes, and immediately by F9. A computer that slept locks when it wakes up. Without a network it does not
 * lock automatically: nobody could sign in, and the desk continues offline.
 */
export const useIdleLock = (minutes: number | undefined): void => {
  useEffect(() => {
    if (minutes === undefined) return;
    let last = Date.now();
    const isIdle = (): boolean => navigator.onLine && Date.now() - last >= minutes * 60_000;
    const onUse = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key === 'F9') {
        event.preventDefault();
        lockScreen();
      } else if (isIdle()) lockScreen();
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (isIdle()) lockScreen();
    }, 5000);
    for (const use of uses) addEventListener(use, onUse, { capture: true, passive: use !== 'keydown' });
    return () => {
      clearInterval(timer);
      for (const use of uses) removeEventListener(use, onUse, { capture: true });
    };
  }, [minutes]);
};
