import { branchesIn } from '../demo/branches.ts';
import { copies } from '../demo/holdings.ts';
import { itemMapping, loadFiles } from '../demo/load-files.ts';
import { loadPart, mappingName } from '../functions/catalogue/use-cases/load-part.ts';
import { handler as register } from '../functions/patrons/operations/register-patron/handler.ts';
import { storedBytes } from '../layers/platform/dynamodb/capacity.ts';
import type { Table } from '../layers/platform/dynamodb/table.ts';
import { systemIds } from '../layers/platform/runtime/ids.ts';
import { call } from '../test/builders/call.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { staffAt, withBranch } from '../test/builders/people.ts';
import { scanAll } from '../test/builders/scan-all.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** Bytes in the table, indexes and overhead included, of one of each permanent entity; `marcBytes` are those of its file. */
export type StoredBytes = {
  records: number;
  marcBytes: number;
  perRecord: number;
  perItem: number;
  perPatron: number;
};

const ofItems = new Set(['item', 'itemDescription', 'barcode']);
const PATRONS = 12;

const sum = (rows: readonly Record<string, unknown>[]): number =>
  rows.reduce((bytes, row) => bytes + storedBytes(row), 0);

const staying = async (table: { name: string }): Promise<Record<string, unknown>[]> =>
  (await scanAll(table.name)).filter(({ expiresAt }) => expiresAt === undefined);

const loadDemo = async (table: Table): Promise<{ records: number; bytes: number }> => {
  const branches = new Set(branchesIn([2026]).map(({ branchId }) => branchId));
  const loading = { table, bucket: undefined, ids: systemIds, now: Date.now(), itemsBy: mappingName(itemMapping) };
  let [records, bytes] = [0, 0];
  for (const file of loadFiles()) {
    const context = { memberId: file.member, mapping: itemMapping, branches };
    const part = { chunks: [file.bytes], form: 'iso2709' as const, offset: 0 };
    const { counts } = await loadPart({ ...loading, importId: `imp_${file.member}` }, context, part);
    records += counts.accepted;
    bytes += file.bytes.length;
  }
  return { records, bytes };
};

/** Registers patrons as a desk does, each with a postal address and a PIN. */
const registerPatrons = async (): Promise<void> => {
  for (let at = 0; at < PATRONS; at += 1) {
    const number = String(at).padStart(4, '0');
    const person = {
      // With one name and birthday they would be recorded as possible duplicates.
      name: { family: `Petrović ${at}`, given: 'Jelena' },
      birthDate: `19${String(50 + at)}-04-11`,
      email: `jelena.${number}@example.org`,
      address: '12 Mill Street, 54321 Riverton',
    };
    const body = { branchId: 'riverton.main', card: `2110199000${number}`, category: 'adult', person, pin: '482615' };
    const made = await call(register, {
      actor: staffAt('riverton.main', 'desk'),
      body: { ...body, expiresOn: '2099-12-31' },
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
};

/**
 * Measures on DynamoDB Local: the demo's records with their items as members load them, and patrons as a desk registers
 * them, in bytes of our own size model. Rows that a load or a registration stores only temporarily are not counted.
 */
export const measureStoredBytes = (): Promise<StoredBytes> =>
  withDynamoDb(async () => {
    const table = await aTable();
    const { records, bytes } = await loadDemo(table);
    const loaded = await staying(table);
    const items = loaded.filter(({ entity }) => ofItems.has(String(entity)));
    const catalogue = sum(loaded);
    await withBranch(table, 'riverton.main');
    const before = sum(await staying(table));
    await registerPatrons();
    const after = sum(await staying(table));
    return {
      records,
      marcBytes: Math.round(bytes / records),
      perRecord: Math.round((catalogue - sum(items)) / records),
      perItem: Math.round(sum(items) / copies.length),
      perPatron: Math.round((after - before) / PATRONS),
    };
  });

if (import.meta.main) {
  const print = console.log;
  console.log = () => {};
  const measured = await measureStoredBytes();
  console.log = print;
  console.table(measured);
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
}
