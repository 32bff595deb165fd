import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { type Closing, closingLineWrite } from '../data/closing-store.ts';
import type { ClosingDeps } from '../deps.ts';
import { type ClosingLine, sumOf } from '../domain/closings/closing.ts';
import { type Changes, nothingYet } from '../domain/decisions/decision.ts';
import { type AsRead, saveDecision } from './circulation-writes.ts';

/** The two directions of a closing: move the dates and put them back. */
const ways = {
  running: { of: 'planned', did: 'done', not: 'changed' },
  undoing: { of: 'done', did: 'undone', not: 'retained' },
} as const;
const PART = 25;
const TRIES = 4;

type Step = { line: ClosingLine; before: string; after: string };
type Moved = { changes: Pick<Changes, 'item' | 'holds'>; read: AsRead };

const movedLoan = (item: ItemCirculation, { line, before, after }: Step): Moved | undefined => {
  const { loan, state } = item;
  const isSame = loan?.loanId === line.id && loan.due === before && loan.renewals === line.renewals;
  if (state !== 'on-loan' || !loan || !isSame) return undefined;
  const changed = { after: { ...item, loan: { ...loan, due: after }, v: item.v + 1 }, expect: item.v };
  return { changes: { item: changed, holds: [] }, read: { item } };
};

const movedHold = async (deps: ClosingDeps, item: ItemCirculation, { line, before, after }: Step) => {
  const { hold: claim } = item;
  const hold = await deps.holds.get(line.recordId ?? '', line.id, { strong: true });
  const isSame = claim?.holdId === line.id && claim.shelfExpiresAt === before && hold?.shelfExpiresAt === before;
  if (item.state !== 'on-hold-shelf' || !isSame || hold?.state !== 'on-shelf') return undefined;
  const changed = { after: { ...item, hold: { ...claim, shelfExpiresAt: after }, v: item.v + 1 }, expect: item.v };
  const held = { after: { ...hold, shelfExpiresAt: after, v: hold.v + 1 }, expect: hold.v };
  return { changes: { item: changed, holds: [held] }, read: { item, holds: [hold] } };
};

/**
 * Moves one date and its line in one transaction, on the condition that the loan or hold is unchanged since it was read. One that changed
 * since does not move, and its line states this; the same applies to a date that would be overdue once it is restored.
 */
const moveDate = async (deps: ClosingDeps, { closingId, state }: Closing, line: ClosingLine): Promise<void> => {
  const way = state === 'undoing' ? ways.undoing : ways.running;
  const { from, to } = line;
  if (line.state !== way.of || to === undefined) return;
  const step = state === 'undoing' ? { line, before: to, after: from } : { line, before: from, after: to };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const item = await deps.items.get(line.itemId, { strong: true });
    if (!item || millis(step.after) <= deps.clock.now()) break;
    const moved = line.what === 'loan' ? movedLoan(item, step) : await movedHold(deps, item, step);
    if (!moved) break;
    const decided = nothingYet();
    Object.assign(decided.changes, moved.changes);
    const withWrites = [closingLineWrite(closingId, line, way.did)];
    if ((await saveDecision(deps.table, decided, { ...moved.read, withWrites })) === 'saved') return;
  }
  // The line itself decides when another run was faster: then nothing is written.
  await deps.table.write([closingLineWrite(closingId, line, way.not)]);
};

/** Moves the next dates of a closing, or puts them back. Undefined when another run wrote first. */
export const moveClosedDates = async (deps: ClosingDeps, closing: Closing): Promise<Closing | undefined> => {
  const { closings } = deps;
  const lines = await closings.next(closing, PART);
  await Promise.all(lines.map((line) => moveDate(deps, closing, line)));
  const last = lines.at(-1)?.itemId;
  if (lines.length === PART && last !== undefined) return closings.reached(closing, { behind: last }, true);
  const { counts } = sumOf(await closings.all(closing));
  return closings.reached(closing, { counts, state: closing.state === 'undoing' ? 'undone' : 'done' }, false);
};
