import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { cardStore } from '../data/card-store.ts';
import { type Merge, mergeStore } from '../data/merge-store.ts';
import { type BeforeMerge, mergeUndoStore } from '../data/merge-undo-store.ts';
import { type Patron, patronStore } from '../data/patron-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { beginUndo, canReturn } from '../data/undo-begin.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { continueUndo } from './continue-undo.ts';
import { movePatronData } from './move-patron-data.ts';
import type { PatronData } from './patron-data.ts';
import { SETTLE_MS } from './resume-merges.ts';
import { previewReturn } from './return-merged-rows.ts';

const TRIES = 5;

type Undo = {
  patronId: string;
  formerId: string;
  branchId: string;
  /** Only returns what would be done. */
  dryRun: boolean;
  now: number;
  at: string;
  change: () => PatronChange;
  audit: (patronId: string) => AuditLine;
};

type Deps = Pick<PatronsStores, 'table' | 'patronsPolicy'> & { patronData: readonly PatronData[] };

const cardsOfOther = async (table: Table, { other }: BeforeMerge) =>
  (await Promise.all(other.cards.map((number) => cardStore(table).get(number)))).flatMap((card) => card ?? []);

const cardsFor = async (table: Table, before: BeforeMerge, survivorId: string) =>
  (await cardsOfOther(table, before)).filter((card) => canReturn(card, survivorId));

/** Returns how many cards can no longer return: neither the survivor nor the other record has them. */
const cardsThatStay = async (table: Table, before: BeforeMerge, { survivorId, patronId }: Merge): Promise<number> => {
  const cards = await cardsOfOther(table, before);
  const back = cards.filter((card) => canReturn(card, survivorId) || canReturn(card, patronId));
  return before.other.cards.length - back.length;
};

/** Returns the survivor and the merge as far as it can be undone now; otherwise the reason why not. */
const checkUndo = async (table: Table, { patronId, formerId, branchId, at }: Undo) => {
  const survivor = await patronStore(table).get(patronId, { strong: true });
  if (!survivor) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(survivor.status, branchId)) return refuse('not-home', 'Only the home library undoes a merge.');
  const merge = await mergeStore(table).get(formerId);
  if (!merge || merge.survivorId !== survivor.status.patronId) {
    return refuse('merge-unknown', 'It was not merged into this patron.', '/path/formerId');
  }
  const before = await mergeUndoStore(table).get({ patronId: merge.survivorId, formerId });
  if (!before || before.until < at) return refuse('undo-too-late', 'A merge can be undone for 30 days.');
  if (merge.state === 'moving' || Date.parse(at) - Date.parse(merge.at) < SETTLE_MS) {
    return refuse('merge-running', 'The merge is not complete yet: try again in a minute.');
  }
  return { survivor, merge, before };
};

const begin = async (table: Table, request: Undo, found: { survivor: Patron; merge: Merge; before: BeforeMerge }) => {
  const { survivor, before } = found;
  const { patronId } = survivor.status;
  const [pin, cards] = await Promise.all([patronStore(table).pin(patronId), cardsFor(table, before, patronId)]);
  const [change, otherChange] = [request.change(), request.change()];
  return beginUndo(table, {
    ...found,
    pin,
    cards,
    now: request.now,
    change,
    otherChange,
    audit: request.audit(patronId),
  });
};

/**
 * Undoes the merge of another record into a patron, or previews it: the other record exists again, and what came from it and has not
 * changed since returns to it. A repeated call continues where an earlier one stopped.
 */
export const undoMerge = async (deps: Deps, request: Undo) => {
  const { table, patronData } = deps;
  const { formerId, at, dryRun } = request;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await checkUndo(table, request);
    if ('refused' in found) return found;
    const { merge, before, survivor } = found;
    const shown = { patronId: survivor.status.patronId, formerId, until: before.until };
    const cards = await cardsThatStay(table, before, merge);
    if (dryRun) {
      const report = await previewReturn(patronData, { table, from: formerId, to: merge.survivorId });
      return answer({ ...shown, cardsThatStay: cards, ...report });
    }
    if (merge.state === 'settling') {
      // Rows that an index did not show are looked for once more, before any returns.
      await movePatronData(deps, merge, at);
    } else if (merge.state === 'undoing' || (await begin(table, request, found))) {
      const begun = await mergeStore(table).get(formerId);
      if (begun?.state === 'undoing') {
        return answer({ ...shown, cardsThatStay: cards, ...(await continueUndo(deps, begun, at)) });
      }
    }
  }
  return refuse('changed-meanwhile', 'Try again.');
};
