import { useRef } from 'react';
import { newKey } from './client.ts';
import { asProblem } from './problem.ts';

/**
 * A key for what one form sends: the same as long as the same is sent and nobody knows whether it arrived, so that what is
 * sent twice is booked once. `settle` ends it with an answer, by what was thrown if anything.
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
