import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemState } from '../../../items/public/item-states.ts';
import { type Draft, dropClaim, endTransit, fact } from './checkin-draft.ts';

const loanStates: readonly ItemState[] = ['on-loan', 'claimed-returned', 'lost', 'lost-and-paid'];

/** Returns the state that the item's loan, transit and hold imply when it differs from the recorded state; otherwise undefined. */
const impliedState = ({ state, loan, transit, hold }: ItemCirculation): ItemState | undefined => {
  if (loan) return loanStates.includes(state) ? undefined : 'on-loan';
  // A requested transit has not begun yet.
  if (transit?.sentAt !== undefined) return state === 'in-transit' ? undefined : 'in-transit';
  if (loanStates.includes(state) || state === 'in-transit') return 'available';
  return (state === 'paged' || state === 'on-hold-shelf') && !hold ? 'available' : undefined;
};

/** The first step of C1: corrects a state that contradicts the record, with a warning (C11); a loan ends a transit (C12). */
export const repair = (draft: Draft): void => {
  if (draft.item.loan && draft.item.transit) {
    endTransit(draft, 'transit-cancelled');
    dropClaim(draft);
    draft.out.warnings.push('transit-ended-by-loan');
  }
  const implied = impliedState(draft.item);
  if (implied === undefined) return;
  draft.out.facts.push(fact(draft, 'item-repaired', { detail: { from: draft.item.state, to: implied } }));
  draft.out.warnings.push('state-repaired');
  draft.item = { ...draft.item, state: implied };
};
