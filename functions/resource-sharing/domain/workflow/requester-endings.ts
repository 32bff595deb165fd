import { ACCEPT_CLAIM, CLAIMED, decidesCost, ITEM_ENDS, TAKE_BACK } from './shared-transitions.ts';
import type { RequesterPhase } from './states.ts';

/** States near the end: claims for the item, and all final states. */
export const AFTER_THE_LOAN = {
  'damage-claimed': {
    display: 'Claimed for damage',
    meaning: 'The supplier has the item back damaged and claims for it.',
    needsAttention: true,
    on: {
      ...ITEM_ENDS,
      ...decidesCost('damage-claimed'),
      'accept-claim': ACCEPT_CLAIM,
      'dispute-claim': { to: 'claim-disputed', message: 'ClaimDisputed', timer: 'claim-by' },
      'claim-late': { to: 'damage-claimed', timer: 'claim-by', attention: 'claim-late' },
    },
  },
  'claim-disputed': {
    display: 'Claim disputed',
    meaning: 'The claim has been disputed; the supplier lets it go or insists.',
    on: {
      ...ITEM_ENDS,
      ...decidesCost('claim-disputed'),
      'damage-claimed': CLAIMED,
      'accept-claim': ACCEPT_CLAIM,
      // A silent supplier neither agrees to the cancellation nor insists: staff ask, or accept.
      'claim-late': { to: 'claim-disputed', timer: 'claim-by', attention: 'claim-late' },
    },
  },
  lost: {
    display: 'Reported lost',
    meaning: 'The item is lost; the supplier closes the loan, or it is found.',
    needsAttention: true,
    on: { ...ITEM_ENDS, ...decidesCost('lost'), 'damage-claimed': CLAIMED, found: TAKE_BACK },
  },
  'cost-claimed': {
    display: 'Cost to be decided',
    meaning: 'The loan has ended; the partner charges more than the agreed maximum: accept or refuse.',
    needsAttention: true,
    on: {
      'accept-cost': { to: 'completed', closesAsk: 'completed' },
      'refuse-cost': { to: 'completed', message: 'CostRefused', closesAsk: 'completed' },
      'damage-claimed': CLAIMED,
      'claim-late': { to: 'cost-claimed', timer: 'claim-by', attention: 'claim-late' },
    },
  },
  'replacement-claimed': {
    display: 'Replacement to be decided',
    meaning:
      'The partner considers the item lost and claims a replacement: accept, refuse, or report the item as found.',
    needsAttention: true,
    on: {
      'accept-cost': { to: 'closed-lost', closesAsk: 'lost' },
      'refuse-cost': { to: 'closed-lost', message: 'CostRefused', closesAsk: 'lost' },
      completed: ITEM_ENDS.completed,
      'damage-claimed': CLAIMED,
      found: TAKE_BACK,
      'claim-late': { to: 'replacement-claimed', timer: 'claim-by', attention: 'claim-late' },
    },
  },
  completed: { display: 'Completed', meaning: 'The supplier has the item back.', final: true, on: {} },
  'closed-lost': { display: 'Closed as lost', meaning: 'The supplier gave the item up.', final: true, on: {} },
  'filled-locally': {
    display: 'Supplied from the consortium',
    meaning: 'A hold or a consortium loan fills it instead.',
    final: true,
    on: {},
  },
  'end-of-rota': {
    display: 'Unfilled',
    meaning:
      'No further library can be asked: each was asked and could not supply in time, or is excluded with a reason.',
    final: true,
    on: {},
  },
  cancelled: { display: 'Cancelled', meaning: 'The request was cancelled before shipping.', final: true, on: {} },
} as const satisfies RequesterPhase;
