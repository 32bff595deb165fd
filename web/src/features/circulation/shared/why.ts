import type { operations } from '../../../api/current-user.ts';
import type { Param } from '../../../api/problem.ts';

type BodyOf<Id extends 'circulation-explain-check-out' | 'circulation-explain-renewal' | 'circulation-explain-hold'> =
  operations[Id]['requestBody']['content']['application/json'];

/**
 * A decision that the API explains: would it be allowed, by which rule, and when is the item due. `isDone` when it was made already: then
 * only the rules are of interest.
 */
export type WhyAsked = (
  | { of: 'check-out'; body: BodyOf<'circulation-explain-check-out'> }
  | { of: 'renewal'; body: BodyOf<'circulation-explain-renewal'> }
  | { of: 'hold'; body: BodyOf<'circulation-explain-hold'> }
) & { isDone?: boolean };

/** A reason whose rule is explained. */
export type WhyReason = { code: string; params: Record<string, Param> };

/**
 * A refusal that is known with its reasons: of a check-in, or of all borrowing by a patron of the library `member`. The rules behind its
 * reasons are explained.
 */
export type WhyRefused = { of: 'check-in' | 'borrowing'; reasons: readonly WhyReason[]; member?: string };

/** The reasons of a refused check-in that have a rule. */
export const ruledAtCheckIn: readonly string[] = ['transit-just-sent', 'outside-offline-days', 'newer-status'];
