import { lazy, Suspense, useSyncExternalStore } from 'react';

import type { Toast } from './toast.ts';

// Most visits show no toast, so the component is loaded with the first one.
const load = () => import('./toast-area.tsx');
const Place = lazy(() => load().then(({ ToastPlace }) => ({ default: ToastPlace })));

let isWanted = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Renders the toast area after the first toast. */
export const Toasts = () => {
  const isShown = useSyncExternalStore(subscribe, () => isWanted);
  return isShown ? (
    <Suspense>
      <Place />
    </Suspense>
  ) : null;
};

const showSoon = (toast: Toast): void => {
  isWanted = true;
  for (const listener of listeners) listener();
  void load().then(({ show }) => show(toast));
};

/** Shows a toast that an action is done. */
export const toast = (message: string): void => showSoon({ message });

/** Shows a toast that an action is done and offers to undo it for ten seconds. */
export const toastWithUndo = (message: string, undo: NonNullable<Toast['undo']>): void => showSoon({ message, undo });
