import { randomFrom } from '../../../demo/random.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { readHold } from '../../../functions/circulation/data/hold-store.ts';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { itemStore } from '../../../functions/items/data/item-store.ts';
import type { Hold } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { type Answered, call } from '../../builders/call.ts';
import { aBorrower, aCopy, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import type { Seen } from './linearizable.ts';
import { type Counters, type Desk, soundStorm } from './storm-rules.ts';

const BRANCH = 'birch.east';
const began = Date.parse('2026-03-02T11:00:00.000Z');

/** The size of a storm: concurrent clients, copies and patrons, attempted checkouts, and the seed. */
export type StormSize = { clients: number; items: number; patrons: number; checkouts: number; seed: number };

/** The result of a storm: calls made, and each violated rule with its number of violations. */
export type Storm = { calls: number; lent: number; captured: number; broken: Record<string, number> };

type Patron = Awaited<ReturnType<typeof aBorrower>>;
type Case = { copies: ItemCirculation[]; patrons: Patron[]; random: () => number; seen: Seen<Desk>[] };

const codesIn = ({ body }: Answered): string[] => {
  const { code, errors = [] } = body as { code?: string; errors?: { code?: string }[] };
  return [code, ...errors.map((error) => error.code)].flatMap((one) => one ?? []);
};

/** The handlers on one runtime whose clock starts on a Monday morning. */
const desks = () => {
  const started = Date.now();
  const runtime = { ...systemRuntime(), clock: { now: () => began + (Date.now() - started) } };
  return { out: checkOut.using(runtime), in: checkIn.using(runtime), hold: placeHold.using(runtime) };
};

const many = <T>(n: number, make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, make));

/** Every tenth copy has a queue. */
const hasQueue = (at: number): boolean => at % 10 === 0;

// A hold on a record whose only copy is on loan would become a consortium loan: a second copy stays on its shelf.
const withSibling = async (table: Table, copy: ItemCirculation): Promise<ItemCirculation> => {
  const { recordId, sourceId } = copy;
  await aCopy(table, { ...(recordId && { recordId }), ...(sourceId && { sourceId }) });
  return copy;
};

const fill = async (table: Table, { items, patrons, seed }: StormSize): Promise<Case> => {
  const copies: ItemCirculation[] = [];
  for (let at = 0; at < items; at += 1) {
    const copy = await aCopy(table);
    copies.push(hasQueue(at) ? await withSibling(table, copy) : copy);
  }
  return { copies, patrons: await many(patrons, () => aBorrower(table)), random: randomFrom(seed), seen: [] };
};

/** All holds on the copies' records, including ended ones. */
const holdsOf = async (table: Table, copies: readonly ItemCirculation[]): Promise<Hold[]> => {
  const records = copies.flatMap(({ recordId }) => recordId ?? []);
  const queues = await Promise.all(
    records.map((recordId) =>
      table.queryAll({
        partition: catalogueKeys.key('record', { recordId }).pk,
        begins: circulationKeys.sortPrefix('hold'),
        strong: true,
      }),
    ),
  );
  return queues.flat().map(readHold);
};

/**
 * Clients at desks who lend, check in and place holds concurrently, mostly on a few popular copies; one copy in ten has a queue.
 * Then every rule is checked against the clients' results and a recount of the table.
 */
export const storm = async (table: Table, size: StormSize): Promise<Storm> => {
  const { out, in: takeBack, hold } = desks();
  const { copies, patrons, random, seen } = await fill(table, size);
  const actor = staffAt(BRANCH, 'desk');
  let [tick, left] = [0, size.checkouts];

  const note = async (make: () => Promise<Answered>, read: (answered: Answered) => Desk): Promise<void> => {
    tick += 1;
    const from = tick;
    const answered = await make();
    if (answered.status >= 500) throw new Error(`A desk answered ${JSON.stringify(answered)}`);
    tick += 1;
    seen.push({ from, to: tick, did: read(answered) });
  };
  const lend = (copy: ItemCirculation, { card, patronId }: Patron): Promise<void> =>
    note(
      () => call(out, { actor, body: { branchId: BRANCH, item: copy.barcode, patron: card } }),
      (answered) => {
        const did = { itemId: copy.itemId, patronId };
        return answered.status === 201
          ? { ...did, call: 'lent' }
          : { ...did, call: 'refused', codes: codesIn(answered) };
      },
    );
  const back = (copy: ItemCirculation): Promise<void> =>
    note(
      () => call(takeBack, { actor, body: { branchId: BRANCH, item: copy.barcode } }),
      ({ body }) => {
        const { loanClosed = false, next } = body as { loanClosed?: boolean; next?: { forHold: boolean } };
        return { call: 'back', itemId: copy.itemId, closed: loanClosed, captured: next?.forHold === true };
      },
    );
  const want = (copy: ItemCirculation, { actor: self, patronId }: Patron): Promise<void> =>
    note(
      () => call(hold, { actor: self, body: { recordId: copy.recordId, pickupBranch: BRANCH } }),
      ({ status, body }) => {
        const holdId = (body as { holdId?: string }).holdId ?? '';
        return { call: status === 201 ? 'held' : 'not-held', itemId: copy.itemId, patronId, holdId };
      },
    );
  // The desk knows the patron of a waiting copy by its slip; another patron's attempt is refused.
  const collect = async (copy: ItemCirculation): Promise<void> => {
    const now = await itemStore(table).get(copy.itemId, { strong: true });
    const owner = patrons.find(({ patronId }) => patronId === now?.hold?.patronId);
    await lend(copy, owner ?? (patrons[0] as Patron));
  };
  const client = async (): Promise<void> => {
    while (left > 0) {
      const at = Math.floor(copies.length * random() ** 3);
      const copy = copies[at] as ItemCirculation;
      const patron = patrons[Math.floor(patrons.length * random())] as Patron;
      const queued = hasQueue(at);
      const roll = random();
      if (roll < 0.35) await back(copy);
      else if (queued && roll < 0.5) await want(copy, patron);
      else {
        left -= 1;
        await (queued && roll < 0.8 ? collect(copy) : lend(copy, patron));
      }
    }
  };
  await Promise.all(Array.from({ length: size.clients }, client));
  const strong = { strong: true };
  const items = await itemStore(table).getMany(
    copies.map(({ itemId }) => itemId),
    strong,
  );
  const counters = new Map<string, Counters>();
  for (const { patronId } of patrons) counters.set(patronId, (await countersOf(table, patronId)) as Counters);
  const holds = await holdsOf(table, copies);
  return { calls: seen.length, ...soundStorm(seen, { copies: items, holds, counters }) };
};
