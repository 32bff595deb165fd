import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../../layers/platform/dynamodb/table.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import { erasureStore } from '../../data/erasure-store.ts';
import { cardsOf } from '../../data/patron-schemas.ts';
import type { Patron } from '../../data/patron-store.ts';
import { openness } from '../../domain/openness.ts';
import { openRefusals } from '../../use-cases/home.ts';

type Asked = { branchId: string; otherCard?: string | undefined };

const answersFor = (one: Patron, other: Patron): boolean => one.status.guarantorId === other.status.patronId;

/** Both patrons when a branch may merge the second into the first; else the first reason why not. */
export const refuseMerge = async (
  table: Table,
  [survivor, other]: (Patron | undefined)[],
  { branchId, otherCard }: Asked,
  policy: PatronsPolicy,
) => {
  if (!survivor) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!other) return refuse('patron-unknown', 'There is no such patron.', '/body/otherId');
  const memberId = memberOfBranch(branchId);
  if (survivor.status.homeMember !== memberId) return refuse('not-home', 'Only the home library merges a patron.');
  if (survivor.status.patronId === other.status.patronId) {
    return refuse('same-patron', 'These are one patron already.', '/body/otherId');
  }
  if (other.status.homeMember !== memberId) {
    const opened = openness(other.status, memberId, policy);
    if (opened !== 'open') return refuse(opened, openRefusals[opened].meaning);
    if (otherCard === undefined || !cardsOf(other.person).includes(normaliseScan(otherCard))) {
      return refuse('card-needed', 'Scan the card of the other library.', '/body/otherCard');
    }
  }
  if (answersFor(survivor, other) || answersFor(other, survivor)) {
    return refuse('answers-for', 'One answers for the other.', '/body/otherId');
  }
  if (await erasureStore(table).get(other.status.patronId)) {
    return refuse('erasure-asked', 'Its erasure was asked for.', '/body/otherId');
  }
  return { survivor, other };
};
