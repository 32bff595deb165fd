import * as z from 'zod';
import { absent, and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type ScanPosition, scanPositionSchema } from '../../../layers/platform/dynamodb/scan-table.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

const stored = z.object({
  passId: z.string(),
  /** The name of the table that the position belongs to. */
  table: z.string(),
  /** The patrons whose ids the pass removes: fixed from its beginning to its end. */
  patronIds: z.array(z.string()),
  /** Where the scan continues; absent at the beginning. */
  position: scanPositionSchema.exactOptional(),
  /** The patrons of the pass whose erasure needs another pass. */
  again: z.array(z.string()),
  v: z.number(),
});

/** A pass over all rows of the table that removes the ids of erased patrons, in as many calls as it needs. */
export type ErasurePass = z.infer<typeof stored>;

/** Stores the pass that is in progress; there is at most one. */
export type ErasurePassStore = {
  get(): Promise<ErasurePass | undefined>;
  /** Begins a pass for these patrons. Undefined when another pass is in progress. */
  begin(passId: string, patronIds: readonly string[]): Promise<ErasurePass | undefined>;
  /** Stores how far a pass is, and which of its patrons need another. Undefined when another run stored or ended it since it was read. */
  advance(pass: ErasurePass, position: ScanPosition, again: ReadonlySet<string>): Promise<ErasurePass | undefined>;
  /** Deletes a pass that is complete. Repeating it changes nothing. */
  end(pass: ErasurePass): Promise<void>;
};

/** Returns the store of the pass in a table; takes its name as well. */
export const erasurePassStore = (table: Table, tableName: string): ErasurePassStore => ({
  get: async () => {
    const item = await table.get(key('erasurePass', {}), { strong: true });
    if (item === undefined) return undefined;
    const { position, ...pass } = stored.parse(item);
    // A restored table may distribute its rows among segments in another way: the pass begins anew.
    if (pass.table !== tableName) return { ...pass, again: [] };
    return { ...pass, ...(position && { position }) };
  },
  begin: async (passId, patronIds) => {
    const pass = { passId, table: tableName, patronIds: [...patronIds], again: [], v: 1 };
    const put = { ...key('erasurePass', {}), ...stamp('erasurePass', 1), ...pass };
    return (await table.write([{ put, when: absent() }])) ? undefined : pass;
  },
  advance: async (pass, position, again) => {
    const set = { table: tableName, position, again: [...again] };
    // By its id as well: a later pass counts its versions from 1 again.
    const when = and(equals('passId', pass.passId), unchanged(pass.v));
    const conflict = await table.write([{ update: key('erasurePass', {}), set, when }]);
    return conflict ? undefined : { ...pass, ...set, v: pass.v + 1 };
  },
  end: async ({ passId }) => {
    await table.write([{ delete: key('erasurePass', {}), when: equals('passId', passId) }]);
  },
});
