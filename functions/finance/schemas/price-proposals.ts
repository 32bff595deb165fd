import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { type PriceProposal, priceProposalSchema } from '../domain/pricing/price-proposal.ts';

/** A price change in the response, proposed or adopted. */
export const proposalViewSchema = priceProposalSchema.omit({ preparers: true, v: true });

/** Returns a stored one in the format of the response. */
export const proposalView = ({ preparers: _, v: __, ...proposal }: PriceProposal) => proposal;

/** The reasons why a price change is neither proposed nor adopted. */
export const priceChangeRefusals = {
  'in-the-past': { status: 422, meaning: 'A price change begins 24 months back at most.' },
  'no-such-book': {
    status: 422,
    meaning: 'A price change is for the region of this system, in the currency of the shipped price book of then.',
  },
  'period-written': {
    status: 409,
    meaning:
      'From when a price change begins, no month may be reconciled, approved or closed: its statements are written.',
  },
  'changed-meanwhile': { status: 409, meaning: 'Others proposed or adopted one just now: look again.' },
} as const satisfies Record<string, Refusal>;

/** A proposal, for examples in contracts. */
export const exampleProposed = {
  effectiveFrom: '2026-11-01T00:00:00.000Z',
  decisionReference: 'Board 2026-11-21, item 3',
  body: {
    ...{ region: 'us-east-1', currency: 'USD', decidedOn: '2026-11-21' },
    ...{ source: 'AWS Price List, 2026-11-20', reason: 'AWS made writes cheaper' },
    prices: { 'dynamodb-write': { per: 1_000_000, tiers: [{ price: '0.60' }] } },
  },
};
/** The proposal, prepared. */
export const exampleProposal = {
  ...{ state: 'prepared' as const, ...exampleProposed },
  seal: '4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce',
  prepared: { at: '2026-11-24T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};
