import { millis } from '../../../layers/kernel/calendar/millis.ts';
import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { retentionAt } from '../../../layers/records/policies/data/retention-at.ts';
import type { Hold } from '../../items/public/hold.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { readItem } from '../../items/public/read-item.ts';
import type { MergeTerms, PatronMove, Row } from '../../patrons/public/patron-data.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { holdRecord, holdStore, readHold } from '../data/hold-store.ts';
import { pastLoanStore } from '../data/past-loan-store.ts';
import { duplicateHolds } from '../domain/holds/duplicate-holds.ts';
import { decideEndHold } from '../domain/holds/end-hold.ts';
import { applyRetention } from './apply-retention.ts';
import { saveDecision } from './circulation-writes.ts';

/** Moves a loan to the survivor of a merge. */
export const moveLoan = async ({ table, from, to }: PatronMove, row: Row): Promise<void> => {
  const item = readItem(row);
  if (item.loan?.patronId !== from) return;
  const loan = { ...item.loan, patronId: to.patronId, patronMember: to.homeMember };
  await table.write([{ put: itemRecord({ ...item, loan, v: item.v + 1 }), when: unchanged(item.v) }]);
};

const holdFor = (
  { patronResidence: _, ...hold }: Hold,
  { patronId, homeMember: patronMember, category, residence }: PatronStatus,
): Hold => ({
  ...hold,
  ...{ patronId, patronMember, patronCategory: category, v: hold.v + 1 },
  ...(residence !== undefined && { patronResidence: residence }),
});

const targetOf = async (table: Table, { targetItemId }: Hold) =>
  targetItemId === undefined ? undefined : itemStore(table).get(targetItemId, { strong: true });

/** Moves a hold to the survivor of a merge. It keeps its place: its times, its priority and its copy do not change. */
export const moveHold = async ({ table, from, to }: PatronMove, row: Row): Promise<void> => {
  const hold = readHold(row);
  if (hold.patronId !== from) return;
  const item = await targetOf(table, hold);
  const claimed = item?.hold?.holdId === hold.holdId ? item : undefined;
  const claim = claimed?.hold && { ...claimed.hold, patronId: to.patronId };
  await table.write([
    { put: holdRecord(holdFor(hold, to)), when: unchanged(hold.v) },
    ...(claimed && claim
      ? [{ put: itemRecord({ ...claimed, hold: claim, v: claimed.v + 1 }), when: unchanged(claimed.v) }]
      : []),
  ]);
};

const cancelDuplicateHolds = async ({ table, to }: PatronMove, { at, by }: MergeTerms): Promise<void> => {
  for (const hold of duplicateHolds(await holdStore(table).ofPatron(to.patronId))) {
    const item = await targetOf(table, hold);
    const ended = decideEndHold({ hold, ...(item && { item }), cause: 'cancelled', reason: 'merged', at });
    if (!('refused' in ended))
      await saveDecision(table, ended, { holds: [hold], ...(item && { freedCopy: item }), by });
  }
};

/** Cancels the survivor's duplicate holds, and applies retention to all past loans by the survivor's own choice (C78). */
export const completePatronMerge = async (move: PatronMove, terms: MergeTerms): Promise<void> => {
  await cancelDuplicateHolds(move, terms);
  const past = pastLoanStore(move.table);
  const rules = await retentionAt(policyStore(move.table), move.to.homeMember, millis(terms.at));
  for (const loan of await past.all(move.to.patronId)) await applyRetention(past, rules, move.to, loan, terms.at);
};
