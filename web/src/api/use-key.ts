import { useRef } from 'react';
import { newKey } from './client.ts';
import { asProblem } from './problem.ts';

/**
 * Returns an idempotency key for a form. The key stays the same while the same body is sent and the outcome is unknown, so that a
 * repeated submission takes effect once. `settle` takes the outcome and releases the key after a definite answer.
 */
export const useKey = () => {
  const pending = useRef<{ content: string; key: string }>(undefined);
  const keyFor = (body: unknown): string => {
    const content = JSON.stringify(body);
    if (pending.current?.content !== content) pending.current = { content, key: newKey() };
    return pending.current.key;
  };
  const settle = (thrown?: unknown): void => {
    const { status } = thrown ? asProblem(thrown) : { status: 200 };
    const isAnswered = status > 0 && status < 500 && status !== 429;
    if (isAnswered) pending.current = undefined;
  };
  return { keyFor, settle };
};
