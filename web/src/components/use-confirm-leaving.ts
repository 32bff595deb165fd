import { useBlocker } from '@tanstack/react-router';

/** Asks for confirmation before the user leaves a page with unsaved input, by a link, browser navigation or closing the tab. */
export const useAskBeforeLeaving = (wouldLose: () => boolean, question: string): void =>
  useBlocker({
    shouldBlockFn: () => wouldLose() && !window.confirm(question),
    enableBeforeUnload: wouldLose,
  });
