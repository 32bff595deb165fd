import type { Refusal } from '../../../layers/platform/http/contract.ts';

/** The reasons why a vote cannot be cast. */
export const voteRefusals = {
  'ballot-unknown': { status: 404, meaning: 'There is no such ballot.' },
  cancelled: { status: 409, meaning: 'The ballot was cancelled.' },
  'not-on-list': { status: 403, meaning: 'The member was not on the list of voters when the ballot opened.' },
  'not-yet-open': { status: 409, meaning: 'The ballot is not open yet.' },
  closed: { status: 409, meaning: 'The ballot is closed. An earlier vote stands.' },
  recused: { status: 403, meaning: 'The member is concerned and does not vote.' },
  'no-alternates': { status: 403, meaning: 'The bylaws of this ballot let only administrators of a member vote.' },
  'vote-does-not-fit': {
    status: 422,
    meaning: 'The ballot asks for a vote of another shape, or with other options; a secret one for an envelope.',
  },
  outdated: { status: 409, meaning: 'The member voted meanwhile: read the vote and decide again.' },
  'not-its-holder': { status: 403, meaning: 'The member gave no proxy to the caller.' },
  'voted-itself': { status: 409, meaning: 'The member voted itself.' },
} as const satisfies Record<string, Refusal>;
