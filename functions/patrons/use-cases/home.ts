import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PatronStatus } from '../domain/patron-status.ts';

/** Whether a branch belongs to the patron's home member: only there a patron is changed. */
export const isHome = ({ homeMember }: PatronStatus, branchId: string): boolean =>
  memberOfBranch(branchId) === homeMember;

/** The refusals of every operation that changes a patron at a desk. */
export const deskRefusals = {
  'patron-unknown': { status: 404, meaning: 'There is no such patron.' },
  'not-home': { status: 403, meaning: 'Only the patron’s home library does this.' },
} as const;

/** Who works at a desk. */
export const deskRoles = ['desk', 'desk-supervisor'] as const;

/** Why a member may not open a patron of another (C76). */
export const openRefusals = {
  'not-opted-in': { status: 403, meaning: 'The patron has not agreed to be opened at this library: ask, and note it.' },
  restricted: { status: 403, meaning: 'Patrons of this home library are opened at home only.' },
} as const;

/** Why a card that is shown says nobody. */
export const cardRefusals = {
  'card-unknown': { status: 404, meaning: 'There is no such card in the consortium.' },
  'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
  'card-shared': { status: 409, meaning: 'Two members gave out this number: ask for the home library and say which.' },
  'held-at': { status: 409, meaning: 'One of the home libraries to choose from; detail is its id.' },
} as const;
