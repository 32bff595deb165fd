import * as z from 'zod';
import { lacks } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

/** Numbers start above those that records once counted separately: a document of that time is older than any current one. */
const FIRST_NUMBER = 1_000_000_000;

const place = () => key('indexNumber', {});
const first = { entity: 'indexNumber', schema: 1 };

const counted = z.object({
  number: z.number(),
  /** Whether authority records were ever stored; unknown when the first number was taken before this was recorded. */
  authorities: z.enum(['none', 'some']).optional(),
});

/** A number for documents, and whether authorities may exist as of it, so that their headings must be looked up. */
export type Numbered = { number: number; hasAuthorities: boolean };

/** Takes one number for a batch of documents. All batches share the counter: a higher number was taken later. */
export const nextNumber = async (table: Table): Promise<Numbered> => {
  const { number, authorities } = counted.parse(await table.raise(place(), 'number', 1, first));
  // Before the first number nothing was indexed; storing authorities is noted before they are written.
  if (number === 1 && authorities === undefined)
    await table.write([{ update: place(), set: { authorities: 'none' }, when: lacks('authorities') }]);
  return { number: FIRST_NUMBER + number, hasAuthorities: authorities !== 'none' };
};

/** The tables for which this process knows that the note exists; it is permanent. */
const known = new WeakSet<Table>();

/** Notes that there are authorities, before the first one is stored: numbers taken from now on include this. */
export const noteAuthorities = async (table: Table): Promise<void> => {
  if (known.has(table)) return;
  await table.write([{ update: place(), set: { ...first, authorities: 'some' } }]);
  known.add(table);
};
