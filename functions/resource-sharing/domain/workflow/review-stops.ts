import type { Step } from '../requests/request.ts';
import type { RequesterState } from './states.ts';
import type { Trigger } from './triggers.ts';

/** Where each finding stops a request before anybody is asked, in the order in which they are looked at (C86, C83). */
export const STOPS = {
  'patron-invalid': 'invalid-patron',
  'form-blank': 'blank-form',
  'looks-double': 'duplicate',
  'limit-reached': 'over-limit',
  'copyright-limit': 'copyright-review',
  'held-locally': 'local-review',
} as const satisfies { readonly [T in Trigger]?: RequesterState };

/** A finding that stops a request, and why as a code. */
export type Stop = { trigger: keyof typeof STOPS; reason?: string };

const lets: readonly Trigger[] = ['let-through', 'source-outside'];

/**
 * The states in which a person has let a request go on, by its history: what was looked at there is not asked again. A
 * request that was amended is another one, and looked at anew.
 */
export const passedBy = (history: readonly Step[]): ReadonlySet<string> => {
  const since = history.findLastIndex(({ trigger }) => trigger === 'amend') + 1;
  return new Set(history.slice(since).flatMap(({ trigger, from }) => (lets.includes(trigger) ? [from] : [])));
};

/** Whether a finding still stops a request that was let through these states. */
export const stillStops = ({ trigger }: Stop, passed: ReadonlySet<string>): boolean => !passed.has(STOPS[trigger]);
