import type { Step } from '../requests/request.ts';
import type { RequesterState } from './states.ts';
import type { Trigger } from './triggers.ts';

/** The state in which each finding stops a request before anybody is asked, in the order of the checks (C86, C83). */
export const STOPS = {
  'patron-invalid': 'invalid-patron',
  'form-blank': 'blank-form',
  'looks-double': 'duplicate',
  'limit-reached': 'over-limit',
  'copyright-limit': 'copyright-review',
  'held-locally': 'local-review',
} as const satisfies { readonly [T in Trigger]?: RequesterState };

/** A finding that stops a request, with its reason as a code. */
export type Stop = { trigger: keyof typeof STOPS; reason?: string };

const lets: readonly Trigger[] = ['let-through', 'source-outside'];

/**
 * Finds the stops that staff have accepted, from the history: their findings are not checked again. An amended request
 * is checked from the start.
 */
export const passedBy = (history: readonly Step[]): ReadonlySet<string> => {
  const since = history.findLastIndex(({ trigger }) => trigger === 'amend') + 1;
  return new Set(history.slice(since).flatMap(({ trigger, from }) => (lets.includes(trigger) ? [from] : [])));
};

/** Whether a finding still stops a request after these accepted stops. */
export const stillStops = ({ trigger }: Stop, passed: ReadonlySet<string>): boolean => !passed.has(STOPS[trigger]);
