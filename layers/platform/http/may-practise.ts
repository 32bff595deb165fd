import type { AnyContract, Touches } from './contract.ts';

/** The resources of the Practice Library: a table, and files in it. No task waits for a token there. */
const there: ReadonlySet<keyof Touches> = new Set(['table', 'bucket', 'taskTokens']);

/**
 * Returns whether an operation works in the Practice Library: it needs the table and files only, or does without the index. Where it only
 * offers text messages, none is sent.
 */
export const mayPractise = ({ touches, withoutIndex }: Pick<AnyContract, 'touches' | 'withoutIndex'>): boolean =>
  Object.keys(touches).every(
    (touch) =>
      there.has(touch as keyof Touches) ||
      (touch === 'index' && withoutIndex !== undefined) ||
      (touch === 'texts' && touches.texts === 'offer'),
  );
