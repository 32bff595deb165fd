import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { cardStore } from '../data/card-store.ts';
import { erasureStore } from '../data/erasure-store.ts';
import type { MergeOf } from '../data/merge-of.ts';
import { mergeStore } from '../data/merge-store.ts';
import { cardsOf } from '../data/patron-schemas.ts';
import { type Patron, patronStore } from '../data/patron-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { openness } from '../domain/access/openness.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { openRefusals } from '../schemas.ts';
import { loadDay } from './load-desk.ts';
import { movePatronData } from './move-patron-data.ts';
import type { PatronData } from './patron-data.ts';

const TRIES = 5;

type Pair = { survivor: Patron; other: Patron };
type MergeRequest = {
  survivorId: string;
  otherId: string;
  branchId: string;
  otherCard?: string | undefined;
  by: string;
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
  change: PatronChange;
  audit: (survivorId: string) => AuditLine;
};

const isGuarantorOf = (one: Patron, other: Patron): boolean => one.status.guarantorId === other.status.patronId;

const refuseOtherMember = (
  other: Patron,
  memberId: string,
  { otherCard }: Pick<MergeRequest, 'otherCard'>,
  policy: PatronsPolicy,
) => {
  const opened = openness(other.status, memberId, policy);
  if (opened !== 'open') return refuse(opened, openRefusals[opened].meaning);
  if (otherCard !== undefined && cardsOf(other.person).includes(normaliseScan(otherCard))) return undefined;
  return refuse('card-needed', 'Scan the card of the other library.', '/body/otherCard');
};

const refuseNotHome = () => refuse('not-home', 'Only the home library merges a patron.');

/** Returns both patrons when the branch may merge the second into the first; otherwise the first reason why not. */
const checkPair = async (
  table: Table,
  [survivor, other]: (Patron | undefined)[],
  request: Pick<MergeRequest, 'branchId' | 'otherCard'>,
  policy: PatronsPolicy,
) => {
  if (!survivor) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!other) return refuse('patron-unknown', 'There is no such patron.', '/body/otherId');
  const memberId = memberOfBranch(request.branchId);
  if (survivor.status.homeMember !== memberId) return refuseNotHome();
  if (survivor.status.patronId === other.status.patronId) {
    return refuse('same-patron', 'These are one patron already.', '/body/otherId');
  }
  const refused =
    other.status.homeMember === memberId ? undefined : refuseOtherMember(other, memberId, request, policy);
  if (refused) return refused;
  if (isGuarantorOf(survivor, other) || isGuarantorOf(other, survivor)) {
    return refuse('answers-for', 'One answers for the other.', '/body/otherId');
  }
  if (await erasureStore(table).get(other.status.patronId)) {
    return refuse('erasure-asked', 'Its erasure was asked for.', '/body/otherId');
  }
  return { survivor, other };
};

/** Begins the merge of two patrons as read. False when one of them changed meanwhile: read them again. */
export const beginMerge = async (
  table: Table,
  { survivor, other }: Pair,
  terms: Omit<MergeOf, 'survivor' | 'other'>,
): Promise<boolean> => {
  const patrons = patronStore(table);
  const [pin, otherPin, cards] = await Promise.all([
    patrons.pin(survivor.status.patronId),
    patrons.pin(other.status.patronId),
    Promise.all(cardsOf(other.person).map((number) => cardStore(table).get(number))),
  ]);
  return mergeStore(table).begin({
    ...terms,
    survivor: { ...survivor, hasPin: pin !== undefined },
    other: { ...other, pinHash: otherPin?.pinHash, cards: cards.flatMap((card) => card ?? []) },
  });
};

/** Merges another record of the same person into the survivor. A repeated call continues where an earlier one stopped. */
export const mergePatrons = async (
  deps: Pick<PatronsStores, 'table' | 'branches' | 'patronsPolicy'> & { patronData: readonly PatronData[] },
  request: MergeRequest,
) => {
  const { table } = deps;
  const { otherId, at, by, now, change } = request;
  const [day, policy] = await Promise.all([loadDay(deps.branches, request.branchId, now), deps.patronsPolicy(now)]);
  const [merges, patrons] = [mergeStore(table), patronStore(table)];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const begun = await merges.get(otherId);
    // Others may be merged into the survivor meanwhile: its id stays.
    const survivor = await patrons.status(request.survivorId, { strong: true });
    // Checked also where the merge has begun: only the home library continues it.
    if (survivor && survivor.homeMember !== memberOfBranch(request.branchId)) return refuseNotHome();
    const patronId = survivor?.patronId ?? request.survivorId;
    if (begun && begun.survivorId !== patronId)
      return refuse('merged-elsewhere', 'Look both up again.', '/body/otherId');
    if (begun?.state === 'undoing') return refuse('merge-undoing', 'Its merge is being undone: try again in a minute.');
    if (begun) {
      if (begun.state !== 'done') await movePatronData(deps, begun, at);
      return answer({ patronId, merged: otherId });
    }
    const found = await Promise.all([patronId, otherId].map((id) => patrons.get(id, { strong: true })));
    const pair = await checkPair(table, found, request, policy);
    if ('refused' in pair) return pair;
    const audit = request.audit(patronId);
    await beginMerge(table, pair, { oldCard: policy.merging.oldCard, now, day, by, change, audit });
  }
  return refuse('changed-meanwhile', 'Try again.');
};
