import type { operations } from '../../../api/current-user.ts';

type BodyOf<Id extends 'circulation-explain-check-out' | 'circulation-explain-renewal' | 'circulation-explain-hold'> =
  operations[Id]['requestBody']['content']['application/json'];

/**
 * A decision to explain: would it be allowed, by which rule, and when is the item due. `isDone` when it was made already: then only the
 * rules are of interest.
 */
export type WhyAsked = (
  | { of: 'check-out'; body: BodyOf<'circulation-explain-check-out'> }
  | { of: 'renewal'; body: BodyOf<'circulation-explain-renewal'> }
  | { of: 'hold'; body: BodyOf<'circulation-explain-hold'> }
) & { isDone?: boolean };
