import { useBlocker } from '@tanstack/react-router';

/** Asks before a room is left, by its links, by the browser's or with the tab, while something in it would be lost. */
export const useAskBeforeLeaving = (wouldLose: () => boolean, question: string): void =>
  useBlocker({
    shouldBlockFn: () => wouldLose() && !window.confirm(question),
    enableBeforeUnload: wouldLose,
  });
