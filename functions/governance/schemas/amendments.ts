import type * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import type { amendmentSchema } from '../domain/consortium-proposals/amendment.ts';
import { adoptionRefusals } from './policies.ts';
import { proposalRefusals } from './voting.ts';

/** The reason why an amendment is not found. */
export const unknownAmendment = {
  'unknown-amendment': { status: 404, meaning: 'There is no such amendment that can be settled in this way.' },
} as const satisfies Record<string, Refusal>;

/** The reasons why an amendment is not possible: the text with it is judged as if it were adopted now. */
export const amendingRefusals = {
  ...adoptionRefusals,
  ...proposalRefusals,
  'amendment-does-not-fit': {
    status: 422,
    meaning: 'The text has no such value, already says so, or its policy does not allow the value.',
  },
} as const satisfies Record<string, Refusal>;

/** An amendment of one value, for examples. */
export const exampleAmendment: z.input<typeof amendmentSchema> = {
  ...{ amendmentId: 'amd_01kb0000000000000000000000', title: 'Lend films for ten days', number: 2 },
  ...{ reason: 'Two weeks are long for new films.', memberId: 'lakeshore', state: 'evaluating', v: 1 },
  changes: [{ at: '/rules/film/values/loanPeriod/days', to: '10' }],
  proposed: { by: 'staff:stf_01kb0000000000000000000000', at: '2026-11-04T10:00:00.000Z' },
};
