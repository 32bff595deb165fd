import { handler as checkIn } from '../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../functions/circulation/operations/renew/handler.ts';
import { usageLineSchema } from '../layers/kernel/usage/usage-line.ts';
import type { Table } from '../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../layers/platform/http/handle.ts';
import { type Answered, type Call, call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../test/builders/lending.ts';
import { staffAt } from '../test/builders/people.ts';
import { type ColdCheckout, coldCheckouts } from './cold-checkout.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** Units of one operation, indexes included, by our capacity model, and its time; `budget` is its limit in write units. */
export type UnitsMeasure = { operation: string; writeUnits: number; readUnits: number; budget: number; ms: number };

const MONDAY = '2026-03-02T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');

/** Returns the usage line of the last request; other logs of handlers are not printed. */
export const listening = async <T>(
  work: (last: () => { writeUnits: number; readUnits: number }) => Promise<T>,
): Promise<T> => {
  const print = console.log;
  let last = { writeUnits: Number.NaN, readUnits: Number.NaN };
  console.log = (line: unknown): void => {
    if (typeof line === 'string' && line.startsWith('{"t":"usage"'))
      last = usageLineSchema.parse(JSON.parse(line)).units;
  };
  try {
    return await work(() => last);
  } finally {
    console.log = print;
  }
};

type Last = () => { writeUnits: number; readUnits: number };

const measured = (last: Last) => {
  const rows: UnitsMeasure[] = [];
  const ask = async (
    operation: string,
    budget: number,
    handler: OperationHandler,
    request: Call,
  ): Promise<Answered> => {
    const began = performance.now();
    const answered = await call(handler, request);
    const ms = performance.now() - began;
    if (answered.status >= 300)
      throw new Error(`${operation} answered ${answered.status}: ${JSON.stringify(answered.body)}`);
    const { writeUnits, readUnits } = last();
    rows.push({ operation, writeUnits, readUnits, budget, ms });
    return answered;
  };
  return { rows, ask };
};

/**
 * Creates the measuring function for a table that contains the consortium: each call runs the desk's operations once, on its own copy
 * and patrons. From the second call on policies and calendars are in the handlers' cache, as in production.
 */
export const deskMeasurer = (table: Table, last: Last): (() => Promise<UnitsMeasure[]>) => {
  const [out, back, hold] = [checkOut, checkIn, placeHold].map((handler) => handler.using(at(MONDAY)));
  if (!out || !back || !hold) throw new Error('Three handlers were made.');
  const inTwoWeeks = renew.using(at('2026-03-16T11:00:00.000Z'));
  return async () => {
    const { rows, ask } = measured(last);
    const [{ card, actor }, reader] = [await aBorrower(table), await aBorrower(table)];
    const copy = await aCopy(table);
    const key = { 'idempotency-key': copy.barcode };
    const item = copy.barcode;
    const lend = { actor: desk('birch.east'), headers: key, body: { branchId: 'birch.east', item, patron: card } };
    await ask('check out', 6, out, lend);
    await ask('renew', 2, inTwoWeeks, { actor, body: { item } });
    const wanted = { recordId: copy.recordId, pickupBranch: 'cedar.main', wait: true };
    const ofHold = { 'idempotency-key': `hold-${copy.barcode}` };
    await ask('place a hold', 6, hold, { actor: reader.actor, headers: ofHold, body: wanted });
    const scanAt = (branchId: string) => ({ actor: desk(branchId), body: { branchId, item } });
    await ask('check in, captured for a hold', 10, back, scanAt('elm.main'));
    await ask('check in, on the hold shelf', 10, back, scanAt('cedar.main'));
    const forHold = { branchId: 'cedar.main', item, patron: reader.card };
    await ask('check out, closing the hold', 10, out, { actor: desk('cedar.main'), body: forHold });
    await ask('check in, sent home', 6, back, scanAt('elm.main'));
    return rows;
  };
};

/** Runs the desk's operations in process on DynamoDB Local, and cold checkouts after 1, 12 and 100 versions of the loan rules. */
const measureUnits = (): Promise<{ warm: UnitsMeasure[]; cold: ColdCheckout[] }> =>
  withDynamoDb(() =>
    listening(async (last) => {
      const table = await aTable();
      await aConsortium(table);
      const measure = deskMeasurer(table, last);
      await measure();
      return { warm: await measure(), cold: await coldCheckouts([1, 12, 100], last) };
    }),
  );

/** The read units that a checkout may take in a container that has read nothing yet. */
const MOST_COLD = 14;

const printUnits = async (): Promise<void> => {
  const { warm, cold } = await measureUnits();
  const rows = warm.map(({ ms: _, ...units }) => units);
  console.table(rows);
  console.table(cold);
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
  const isWithin =
    rows.every(({ writeUnits, budget }) => writeUnits <= budget) &&
    cold.every(({ readUnits }) => readUnits <= MOST_COLD);
  process.exitCode = isWithin ? 0 : 1;
};

// Not awaited: tests load this file as CommonJS.
if (import.meta.main) void printUnits();
