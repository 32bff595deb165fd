import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

/** The next action at the desk. */
export type NextStep =
  | { step: 'shelve' | 'hold-shelf' | 'keep-aside'; branchId: string }
  | { step: 'send'; branchId: string; holdId?: string };

/** The reasons why a scanned item stays or goes, for the desk. The letter encodes it in a stored result. */
export const reasons = {
  'for-hold': { letter: 'H', meaning: 'A hold takes it.' },
  'at-home': { letter: 'A', meaning: 'It is at home.' },
  'going-home': { letter: 'G', meaning: 'It goes home, and floats nowhere here.' },
  passing: { letter: 'P', meaning: 'It is on its way and goes on.' },
  transfer: { letter: 'T', meaning: 'Its owner asked for it to be moved.' },
  'put-here': { letter: 'U', meaning: 'It was put here by hand, and stays.' },
  'stays-by-policy': { letter: 'N', meaning: 'By the return policy it stays here.' },
  'back-by-policy': { letter: 'B', meaning: 'By the return policy it goes to the branch that had it last.' },
  floats: { letter: 'F', meaning: 'It floats, and stays here.' },
  'float-full': { letter: 'L', meaning: 'It would float, and this branch has its number of guests: it goes home.' },
  'float-excluded': { letter: 'X', meaning: 'It would float, and this branch is excluded: it goes home.' },
  'float-by-hand': { letter: 'M', meaning: 'It floats only when the desk says so: it goes home.' },
  'back-outside': { letter: 'Y', meaning: 'A library outside owns it: it is to be sent back there.' },
  'return-held': { letter: 'R', meaning: 'The lender has asked to hold the return: do not send the item yet.' },
  'set-aside': { letter: 'K', meaning: 'It is damaged, withdrawn, or waits for a decision of the desk.' },
} as const;
export type Because = keyof typeof reasons;

/** Returns where a checked-in item goes: derived from its record, so that a retry gives the same. */
export const nextStep = (item: ItemCirculation): NextStep => {
  if (item.state === 'in-transit' && item.transit) {
    return { step: 'send', branchId: item.transit.to, ...(item.transit.holdId && { holdId: item.transit.holdId }) };
  }
  if (item.state === 'on-hold-shelf') return { step: 'hold-shelf', branchId: item.currentBranch };
  return { step: item.state === 'available' ? 'shelve' : 'keep-aside', branchId: item.currentBranch };
};
