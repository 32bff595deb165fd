import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { releasePage } from '../../../circulation/public/target-hold.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { agreedIn } from '../../domain/items/borrowed-item.ts';
import { isFreeFor, letGo, reserveFor } from '../../domain/items/reserved-item.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import {
  borrowerOf,
  change,
  checkin,
  decided,
  type ItemMoves,
  type ItemStep,
  type Loaded,
  loadPatronStatus,
  type Move,
  noMoves,
  notFree,
  writesOf,
} from './item-move.ts';
import { othersFirst } from './others-first.ts';

const freeWrites = (item: ItemCirculation | undefined, requestId: string): Write[] => {
  const freedCopy = item && releasePage(item, requestId);
  return freedCopy ? writesOf(decided({ item: change(freedCopy, item.v) }), { item, hold: undefined }) : [];
};

const holdWrites = (after: Hold | undefined, hold: Hold | undefined): Write[] =>
  after && hold ? writesOf(decided({ holds: [change(after, hold.v)] }), { item: undefined, hold }) : [];

/**
 * Builds the writes that release every copy set aside for the request, each as it was read. Available and missing
 * copies stay unchanged.
 */
export const release = ({ item, promised, hold }: Loaded, { requestId }: LoanRequest, at: string): Write[] => {
  const releases = [item, promised].flatMap((copy) => freeWrites(copy, requestId));
  return [...releases, ...holdWrites(letGo(hold, at), hold)];
};

/** Returns the row that a hold for the copy replaces: the request's hold, when it is on the copy's record. */
const rowFor = ({ recordId }: LoanRequest, { item, hold, there }: Loaded): Hold | undefined =>
  hold?.recordId === (item?.recordId ?? recordId) ? hold : there;

/** Builds the writes that end the request's hold on another record, when its new hold takes this row's place. */
const endsElsewhere = (row: Hold | undefined, { hold }: Loaded, at: string): Write[] =>
  row === hold ? [] : holdWrites(letGo(hold, at), hold);

/** Builds the writes that release the promised copy when another one is used for the request. */
export const freeingOther = ({ before: { requestId } }: ItemStep, { promised }: Loaded): Write[] =>
  freeWrites(promised, requestId);

/** Sets the copy aside; a copy promised before becomes available again. */
export const promise: Move = async (stores, step, loaded) => {
  const { item } = loaded;
  const { requestId } = step.after;
  const patron = item && (await borrowerOf(stores, step.after, item));
  if (item === undefined || patron === undefined) return noMoves;
  if (!isFreeFor(item, requestId)) return notFree;
  if (item.hold?.holdId === requestId) return { writes: freeingOther(step, loaded) };
  const others = await othersFirst(stores, step, item, patron);
  if ('refused' in others) return others;
  const row = rowFor(step.after, loaded);
  const reserved = reserveFor(step.after, item, patron, step.at, row);
  const changes = { item: change(reserved.item, item.v), holds: [change(reserved.hold, row?.v ?? 0)] };
  const writes = writesOf(decided(changes), { item, hold: row });
  const releases = [...endsElsewhere(row, loaded, step.at), ...freeingOther(step, loaded)];
  return { writes: [...writes, ...releases, ...others.writes] };
};

/** Follows a copy that a circulation desk has sent already: the hold receives the terms of the loan. */
const sentBefore = (step: ItemStep, loaded: Loaded): ItemMoves => {
  const { hold } = loaded;
  const { agreed } = agreedIn(step.after);
  const open = hold !== undefined && ['targeted', 'in-transit', 'on-shelf'].includes(hold.state);
  const learnt = open && agreed !== undefined ? { ...hold, agreed, v: hold.v + 1 } : undefined;
  return { writes: [...holdWrites(learnt, hold), ...freeingOther(step, loaded)] };
};

/** Sends the copy to the pickup branch; a copy other than the promised one replaces it. */
export const ship: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { requestId } = step.after;
  const patron = await loadPatronStatus(stores, step.after);
  if (item === undefined || patron === undefined) return noMoves;
  const isSet = item.hold?.holdId === requestId && hold !== undefined;
  if (item.request?.requestId === requestId || (isSet && item.state === 'in-transit')) return sentBefore(step, loaded);
  if (!isFreeFor(item, requestId)) return notFree;
  const others = isSet ? { writes: [] } : await othersFirst(stores, step, item, patron);
  if ('refused' in others) return others;
  const row = isSet ? hold : rowFor(step.after, loaded);
  const reserved = isSet
    ? { item, hold: { ...hold, ...agreedIn(step.after) } }
    : reserveFor(step.after, item, patron, step.at, row);
  const before = { item: { ...reserved.item, v: item.v }, hold: { ...reserved.hold, v: row?.v ?? 0 } };
  const made = await checkin(stores, before, step.branchId ?? '', step);
  if ('refused' in made) return made;
  const holds = made.changes.holds.map((one) => change(one.after, one.expect ?? 0));
  const writes = writesOf({ ...made, changes: { ...made.changes, holds } }, { item, hold: row });
  const releases = [...endsElsewhere(row, loaded, step.at), ...freeingOther(step, loaded)];
  return { writes: [...writes, ...releases, ...others.writes] };
};
