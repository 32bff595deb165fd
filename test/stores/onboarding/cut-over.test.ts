import { readHold } from '../../../functions/circulation/data/hold-store.ts';
import { scheduleLoanCheck } from '../../../functions/circulation/domain/loans/loan-checks.ts';
import { billStore } from '../../../functions/circulation/public/bill-store.ts';
import { factsOfHold } from '../../../functions/circulation/public/facts-of-hold.ts';
import { factsOfItem } from '../../../functions/circulation/public/facts-of-item.ts';
import { readBill } from '../../../functions/circulation/public/read-bill.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import { noticesOfBill } from '../../../functions/notices/domain/notices-of.ts';
import { derivedId } from '../../../functions/onboarding/data/digests.ts';
import { loadStore, uploadKey } from '../../../functions/onboarding/data/load-store.ts';
import { endRun } from '../../../functions/onboarding/use-cases/end-run.ts';
import { patronData } from '../../../functions/patron-data.ts';
import { erasureList } from '../../../functions/patrons/data/erasure-list.ts';
import { cardStore } from '../../../functions/patrons/public/card-store.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import { readPatronStatus } from '../../../functions/patrons/public/read-patron-status.ts';
import { erasePatrons } from '../../../functions/patrons/use-cases/erase-patrons.ts';
import { requestErasure } from '../../../functions/patrons/use-cases/request-erasure.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { aCalendar } from '../../builders/calendar.ts';
import { aHold } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aPlacedHold } from '../../builders/lending.ts';
import { fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { aRun, drive, exampleCsv, exampleFiles, exampleMapping, exampleTotals } from '../../builders/old-system.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { holdsIn } from '../../builders/stored-holds.ts';

const books = (member: string) =>
  fileOf(['b1', 'b2', 'b3'].map((id, i) => ({ id, title: `${member} tells tale number ${id}`, pages: 100 + 40 * i })));

/** A table with the consortium, and the records of a member whose data is to be loaded. */
const aLibrary = async (): Promise<Table & { name: string }> => {
  const table = await aTable();
  await aConsortium(table);
  await loadBytes(table, 'cedar', books('cedar'));
  return table;
};

const patronId = (oldId: string, member = 'cedar'): string => derivedId('patron', member, 'patrons', oldId);

type Rows = Record<string, unknown>[];
const entities = async (table: { name: string }): Promise<Record<string, Rows>> => {
  const all: Record<string, Rows> = {};
  for (const row of await scanAll(table.name)) {
    const rows = all[String(row.entity)] ?? [];
    rows.push(row);
    all[String(row.entity)] = rows;
  }
  return all;
};

// Rows that a run writes about itself, not about the library.
const OWN = ['load', 'loadFile', 'loadRun', 'loadPart'];
const library = async (table: { name: string }): Promise<Map<string, string>> =>
  new Map(
    (await scanAll(table.name))
      .filter(({ entity }) => !OWN.includes(String(entity)))
      .map((row) => [`${row.pk} ${row.sk}`, JSON.stringify(row, Object.keys(row).sort())]),
  );

/** Counters of every patron, recounted from items, holds and bills. */
const recount = async (table: { name: string }): Promise<{ stored: unknown; counted: unknown }> => {
  const { item = [], hold = [], patronBill = [], patronStatus = [] } = await entities(table);
  const stored = patronStatus.map(readPatronStatus).map(({ patronId: id, counters }) => [id, counters]);
  const counted = patronStatus.map(readPatronStatus).map(({ patronId: id }) => {
    const loans = item.map(readItem).flatMap(({ loan }) => (loan?.patronId === id ? [loan] : []));
    const perGroup: Record<string, number> = {};
    for (const group of loans.flatMap(({ groups = [] }) => groups)) perGroup[group] = (perGroup[group] ?? 0) + 1;
    const holds = hold.map(readHold).filter((one) => one.patronId === id && one.ended === undefined).length;
    const owed = patronBill.filter((bill) => bill.patronId === id).reduce((sum, bill) => sum + Number(bill.open), 0);
    return [id, { loans: loans.length, holds, owed, perGroup }];
  });
  return { stored: Object.fromEntries(stored), counted: Object.fromEntries(counted) };
};

const inAll = { read: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0 };
const counts = (tallies: Record<string, typeof inAll>): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(tallies).map(([kind, { read, accepted, rejected, created }]) => [
      kind,
      [read, accepted, rejected, created],
    ]),
  );
const all = {
  patrons: [6, 6, 0, 6],
  items: [6, 6, 0, 6],
  loans: [2, 2, 0, 2],
  holds: [4, 4, 0, 4],
  bills: [3, 3, 0, 3],
  blocks: [2, 2, 0, 2],
};

describe('a whole cut-over from the files of the guide', () => {
  let table: Table & { name: string };
  let dry: Awaited<ReturnType<typeof aRun>>;
  let done: Awaited<ReturnType<typeof aRun>>;
  /** The library before the dry run and after it. */
  let [stood, left] = [new Map<string, string>(), new Map<string, string>()];
  beforeAll(async () => {
    table = await aLibrary();
    stood = await library(table);
    dry = await aRun(table, { files: exampleFiles(), mode: 'dry-run', totals: exampleTotals });
    left = await library(table);
    done = await aRun(table, { files: exampleFiles(), totals: exampleTotals });
  });

  test('a dry run computes what an apply would do, and writes none of it', () => {
    expect(dry.stopped).toBeUndefined();
    expect(dry.lines.filter(({ rejected }) => rejected)).toEqual([]);
    expect(counts(dry.tallies)).toEqual(all);
    expect(Object.values(dry.agrees).every(Boolean)).toBe(true);
    expect(left).toEqual(stood);
  });

  test('an apply loads all six kinds, agrees with the control totals, and lists warnings', () => {
    expect(done.stopped).toBeUndefined();
    expect(done.run).toMatchObject({ state: 'done' });
    expect(counts(done.tallies)).toEqual(all);
    expect(Object.values(done.agrees)).toEqual([true, true, true, true, true, true]);
    expect(done.tallies.bills).toMatchObject({ sum: 1840, sumAccepted: 1840 });
    expect(done.lines.map(({ line, reason, otherLine }) => [line, reason, otherLine])).toContainEqual([
      8,
      'same-person',
      7,
    ]);
    // Files without rejected rows are deleted, as they hold personal data.
    expect(
      [...done.bucket.objects.keys()].filter((name) => name.includes(done.run.loadId) && name.endsWith('/file')),
    ).toEqual([]);
  });

  test('a retry of the end of a run deletes the loaded files that the failed call left', async () => {
    const { run, bucket } = done;
    const [file] = run.files;
    const left = uploadKey(run.loadId, String(file?.fileId));
    await bucket.put(left, Buffer.from('left'));
    const deps = { loads: loadStore(table), bucket };
    const end = (execution: string) => endRun(deps, run, execution, '2026-03-02T10:05:00.000Z', false);
    expect(await end('another-execution')).toBe('done');
    expect(bucket.objects.has(left)).toBe(true);
    expect(await end(String(run.execution))).toBe('done');
    expect(bucket.objects.has(left)).toBe(false);
  });

  test('patrons have card, category, classes, guarantor and their choice of a history, and no PIN', async () => {
    const [amara, chidi] = await Promise.all([
      patronStore(table).get(patronId('1001')),
      patronStore(table).get(patronId('1002')),
    ]);
    expect(amara).toMatchObject({
      status: {
        category: 'adult',
        homeBranch: 'cedar.main',
        expiresOn: '2028-03-31',
        keepsHistory: true,
        minor: false,
      },
      person: {
        card: '21101000000016',
        registeredAt: '2019-09-01T00:00:00.000Z',
        person: { birthDate: '1987-03-14', address: { lines: ['Mühlenstraße 4', '10115 Berlin'] }, language: 'eng' },
      },
    });
    expect(chidi?.status).toMatchObject({
      minor: true,
      guarantorId: patronId('1001'),
      classes: { district: 'nord' },
    });
    expect(await patronStore(table).dependants(patronId('1001'))).toEqual([patronId('1002')]);
    expect(await patronStore(table).pin(patronId('1001'))).toBeUndefined();
  });

  test('loans are on the items’ records with their old due dates and the current terms; every counter equals a recount', async () => {
    const [item] = await itemStore(table).find('31101000000013');
    expect(item).toMatchObject({
      state: 'on-loan',
      loan: {
        ...{ patronId: patronId('1001'), checkoutBranch: 'cedar.main', renewals: 1, policyVersion: 1 },
        ...{
          checkedOutAt: '2026-02-02T09:15:00.000Z',
          due: '2026-03-16T22:59:59.000Z',
          terms: { perDay: 25, cap: 1000 },
        },
      },
    });
    const { stored, counted } = await recount(table);
    expect(stored).toEqual(counted);
    expect(counted).toMatchObject({
      [patronId('1001')]: { loans: 1, holds: 1, owed: 250 },
      [patronId('1002')]: { loans: 1, owed: 1490 },
    });
  });

  test('holds preserve their old order, their copy on the hold shelf, and the end of a suspension', async () => {
    const items = await Promise.all(['31101000000013', '31101000000054'].map((barcode) => findItem(table, barcode)));
    const queue = await holdsIn(table).queue([items[0]?.recordId ?? '']);
    expect(queue.map((hold) => hold.patronId)).toEqual([patronId('1004'), patronId('1003')]);
    const [shelved] = await holdsIn(table).ofPatron(patronId('1005'));
    const [copy] = await itemStore(table).find('31101000000054');
    expect(shelved).toMatchObject({
      state: 'on-shelf',
      targetItemId: copy?.itemId,
      shelfExpiresAt: '2026-03-09T22:59:59.000Z',
    });
    expect(copy).toMatchObject({ state: 'on-hold-shelf', hold: { holdId: shelved?.holdId } });
    const [frozen] = await holdsIn(table).ofPatron(patronId('1001'));
    expect(frozen).toMatchObject({ state: 'frozen', suspended: { until: '2026-05-01T21:59:59.000Z' } });
  });

  test('bills are opening balances of their owner in the ledger, and it balances', async () => {
    expect(await billStore(table).open(patronId('1002'))).toMatchObject([
      { kind: 'lost', open: 1490, member: 'cedar' },
    ]);
    const entries = await ledgerStore(table).all('2026-03');
    expect(entries.map(({ kind }) => kind)).toEqual(['opening-balance', 'opening-balance', 'opening-balance']);
    const lines = entries.flatMap((entry) => entry.lines);
    expect(lines.every(({ member }) => member === 'cedar')).toBe(true);
    const of = (account: string) =>
      lines.filter((line) => line.account === account).reduce((sum, { amount }) => sum + amount, 0);
    expect([of('patron-receivables'), of('opening-balances')]).toEqual([1840, 1840]);
    expect(JSON.stringify(entries)).not.toMatch(/pat_/);
  });

  test('blocks apply at the member or in the whole consortium', async () => {
    const of = async (id: string) => (await patronStore(table).get(patronId(id)))?.status.blocks;
    expect(await of('1003')).toMatchObject([{ code: 'address-unknown', scope: 'cedar', by: 'staff:stf_1' }]);
    expect(await of('1004')).toMatchObject([{ code: 'library-decision', scope: 'consortium' }]);
  });

  test('a load publishes no events, and yet its loans are scheduled', async () => {
    const { item = [], hold = [], patronBill = [] } = await entities(table);
    expect(patronBill.flatMap((row) => noticesOfBill(undefined, readBill(row), row.quiet === true))).toEqual([]);
    const factsIn = (row: Record<string, unknown>) => (typeof row.facts === 'string' ? row.facts : undefined);
    expect(item.flatMap((row) => factsOfItem({ after: readItem(row), encodedFacts: factsIn(row) }))).toEqual([]);
    expect(hold.flatMap((row) => factsOfHold({ after: readHold(row), encodedFacts: factsIn(row) }))).toEqual([]);
    const loans = item.map(readItem).filter(({ loan }) => loan !== undefined);
    const looks = loans.flatMap((one: ItemCirculation) =>
      scheduleLoanCheck(one, watchTime, '2026-03-02T10:00:00.000Z'),
    );
    expect(looks.map(({ loanId }) => loanId).sort()).toEqual(loans.map(({ loan }) => loan?.loanId).sort());
  });

  test('a second apply changes no loaded row, although a loan was returned and a block lifted since', async () => {
    const [item] = await itemStore(table).find('31101000000039');
    const { loan: _back, ...free } = item ?? fail();
    await table.write([
      { put: itemRecord({ ...free, state: 'available', v: free.v + 1 }) },
      { update: patronsKeys.key('patronStatus', { patronId: patronId('1002') }), add: { 'counters.loans': -1 } },
      { update: patronsKeys.key('patronStatus', { patronId: patronId('1003') }), set: { blocks: [] } },
    ]);
    const stood = await library(table);
    const again = await aRun(table, { files: exampleFiles(), totals: exampleTotals });
    expect(counts(again.tallies)).toEqual(
      Object.fromEntries(Object.entries(all).map(([kind, [n]]) => [kind, [n, n, 0, 0]])),
    );
    expect(await library(table)).toEqual(stood);
  });
});

test('a loaded patron who is erased leaves no rows, and may be loaded again once the erasure is complete', async () => {
  const table = await aLibrary();
  const { patrons = '' } = exampleFiles();
  await aRun(table, { files: { patrons } });
  const audit = (did: string) => ({ subject: 'erasures', at: NOW, auditId: `aud_${did}`, by: 'test', did, detail: {} });
  const list = erasureList(bucketInMemory());
  await requestErasure(
    { table, patronData, erasureList: list },
    { patronId: patronId('1004'), askedAt: NOW, by: 'staff:stf_1' },
    audit,
  );
  // An erasure in progress: the pass has deleted the note of the load already.
  const note = (await scanAll(table.name)).find((row) => row.entity === 'loadedRow' && row.ref === patronId('1004'));
  await table.write([{ delete: { pk: String(note?.pk), sk: String(note?.sk) } }]);
  const early = await aRun(table, { files: { patrons } });
  expect(early.lines).toContainEqual(expect.objectContaining({ reason: 'changed-meanwhile' }));
  const walk = async function* () {
    yield { rows: await scanAll(table.name), segment: 0 };
  };
  const scan = { tableName: table.name, walk, clock: { now: () => Date.parse(NOW) }, ids: systemIds };
  const deps = { table, patronData, erasureList: list, deleteFile: async () => {}, ...scan };
  expect(await erasePatrons(deps, audit)).toMatchObject({ erased: 1 });
  const left = (await scanAll(table.name)).filter((row) => !OWN.includes(String(row.entity)));
  expect(JSON.stringify(left)).not.toMatch(new RegExp(`${patronId('1004')}|21101000000040|nguyen`, 'i'));
  expect((await aRun(table, { files: { patrons } })).tallies.patrons).toMatchObject({ unchanged: 5, read: 6 });
});

const NOW = '2026-03-02T10:00:00.000Z';
const watchTime = { calendar: aCalendar(), settings: { dueSoonDays: 3, overdueDays: [1, 7] } };
const fail = (): never => {
  throw new Error('not there');
};

describe('a load that fails or has wrong rows', () => {
  test('a load that is interrupted after any write and started again ends with the same rows as one without interruption', async () => {
    const whole = await aLibrary();
    await aRun(whole, { files: exampleFiles() });
    const names = (map: Map<string, string>): string[] =>
      [...map.keys()].filter((name) => /^(PATRON|ITEM|LOADED|CARD)/.test(name) && !/CHANGE#/.test(name)).sort();
    const wanted = names(await library(whole));
    for (const cutAfter of [9, 26]) {
      const table = await aLibrary();
      let writes = 0;
      const cut: Table = {
        ...table,
        write: async (all) => {
          writes += 1;
          // Half of the interruptions come after the write and before its answer.
          if (writes > cutAfter && writes % 2 === 0) throw new Error('cut off');
          const result = await table.write(all);
          if (writes > cutAfter) throw new Error('cut off');
          return result;
        },
      };
      const first = await aRun(cut, { files: exampleFiles() }).catch(() => undefined);
      expect(first?.run.state).not.toBe('done');
      const [run] = (await entities(table)).loadRun ?? [];
      const end = await drive(
        table,
        { loadId: String(run?.loadId), runId: String(run?.runId) },
        Date.parse('2026-03-02T11:00:00.000Z'),
      ).catch(() => undefined);
      // The first execution may have died before it recorded that: then another run of the same files is started.
      if (end?.run.state !== 'done') expect((await aRun(table, { files: exampleFiles() })).run.state).toBe('done');
      expect(names(await library(table))).toEqual(wanted);
      const { stored, counted } = await recount(table);
      expect(stored).toEqual(counted);
    }
  });

  test('two rows of one person are stored as a possible duplicate, however long each write takes', async () => {
    const table = await aLibrary();
    const slow: Table = {
      ...table,
      write: async (all) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return table.write(all);
      },
    };
    await aRun(slow, { files: { patrons: exampleFiles().patrons ?? '' } });
    const pairs = (await entities(table)).duplicatePair ?? [];
    expect(pairs.map(({ patronId, otherId }) => [patronId, otherId].sort().join(' '))).toEqual(
      Array(2).fill([pairs[0]?.patronId, pairs[0]?.otherId].sort().join(' ')),
    );
  });

  test('rejected rows are reported by line, column and reason; once corrected, only they are loaded', async () => {
    const table = await aLibrary();
    const bills = [
      'id;patron;amount;type;date',
      'F1;1001;2,505;MG;12.12.2025',
      'F2;9999;3,00;MG;12.12.2025',
      'F3;1001;4,00;ZZ;12.12.2025',
      'F4;1001;5,00;MG;12.12.2025',
      'F4;1001;5,00;MG;12.12.2025',
      'F5;1001;0;MG;12.12.2025',
    ];
    const loans = [
      'patron;barcode;lent;due;branch',
      '1001;404;02.02.2026;16.03.2026;HB',
      '1005;31101000000054;02.02.2026;01.02.2026;HB',
    ];
    const { patrons = '', items = '' } = exampleFiles();
    const files = { patrons, items, bills: bills.join('\n'), loans: loans.join('\n') };
    const dry = await aRun(table, { files, mode: 'dry-run', totals: (_, rows) => ({ records: rows, sum: 1705 }) });
    const wrong = [
      [2, 'loans', 'item-not-loaded', 'barcode'],
      [3, 'loans', 'not-after-lent', 'due'],
      [2, 'bills', 'not-an-amount', 'amount'],
      [3, 'bills', 'patron-not-loaded', 'patron'],
      [4, 'bills', 'unmapped', 'type'],
      [6, 'bills', 'twice-in-file', undefined],
      [7, 'bills', 'not-positive', 'amount'],
    ];
    const reported = (run: typeof dry) =>
      run.lines.filter(({ rejected }) => rejected).map(({ line, reason, column }) => [line, reason, column]);
    expect(reported(dry)).toEqual(wrong.map(([line, , reason, column]) => [line, reason, column]));
    expect(dry.tallies.bills).toMatchObject({ read: 6, accepted: 1, rejected: 5, unmapped: { billTypes: { ZZ: 1 } } });
    expect(dry.run.reports?.find(({ kind }) => kind === 'bills')?.totals).toMatchObject([
      { of: 'records', theirs: 6, read: 6, accepted: 1, agrees: false },
      { of: 'sum', theirs: 1705, read: 1700, accepted: 500, missing: 5, rejected: 1200, agrees: false },
    ]);
    expect(reported(await aRun(table, { files }))).toEqual(reported(dry));
    const mended = bills.map((row) =>
      row
        .replace('2,505', '2,50')
        .replace('ZZ', 'GB')
        .replace(/^F2;9999/, 'F2;1002'),
    );
    const again = await aRun(table, { files: { bills: mended.join('\n') } });
    expect(again.tallies.bills).toMatchObject({ accepted: 4, created: 3, unchanged: 1 });
    expect((await recount(table)).stored).toEqual((await recount(table)).counted);
    const other = await aRun(table, { files: { bills: 'id;patron;amount;type;date\nF4;1001;6,00;MG;12.12.2025' } });
    expect(reported(other)).toEqual([[2, 'loaded-differently', undefined]]);
  });

  test('a card number of another member is shared with a warning; one of another patron of the member is rejected', async () => {
    const table = await aLibrary();
    await aBorrower(table, { patronId: 'pat_ash', card: '21101000000016', homeMember: 'ash', homeBranch: 'ash.main' });
    await aBorrower(table, { patronId: 'pat_own', card: '21101000000040' });
    const { patrons = '' } = exampleFiles();
    const { lines, tallies } = await aRun(table, { files: { patrons } });
    expect(tallies.patrons).toMatchObject({
      created: 5,
      rejected: 1,
      reasons: { 'card-of-another': 1 },
      warnings: { 'card-shared': 1 },
    });
    expect(lines).toContainEqual(expect.objectContaining({ line: 6, reason: 'card-of-another', column: 'card' }));
    const card = await cardStore(table).get('21101000000016');
    expect(card).toMatchObject({
      holders: [{ patronId: 'pat_ash' }, { patronId: patronId('1001'), memberId: 'cedar' }],
    });
  });

  test('old queue places are preserved even against request dates, and holds queue among those of others by time', async () => {
    const table = await aLibrary();
    const { patrons = '', items = '' } = exampleFiles();
    await aRun(table, { files: { patrons, items } });
    const record = (await findItem(table, '31101000000013'))?.recordId ?? '';
    await aBorrower(table, { patronId: 'pat_other', homeMember: 'ash', homeBranch: 'ash.main' });
    const other = {
      holdId: 'hld_other',
      recordId: record,
      patronId: 'pat_other',
      placedAt: '2026-01-15T10:00:00.000Z',
    };
    await aPlacedHold(table, aHold({ ...other, state: 'placed', v: 1 }));
    const holds = [
      'id;patron;record;requested;place;pickup',
      'A;1001;b1;01.02.2026;1;HB',
      'B;1003;b1;10.01.2026;2;HB',
      'C;1004;b1;20.02.2026;3;HB',
      'D;1005;b1;12.01.2026;;HB',
    ];
    await aRun(table, { files: { holds: holds.join('\n') } });
    const queue = await holdsIn(table).queue([record]);
    expect(queue.map((hold) => hold.patronId)).toEqual([
      patronId('1005'),
      'pat_other',
      ...['1001', '1003', '1004'].map((id) => patronId(id)),
    ]);
  });

  test('a file that cannot be read is refused as a whole with its problem, and nothing is started', async () => {
    const table = await aLibrary();
    const of = async (patrons: string | Uint8Array) => (await aRun(table, { files: { patrons } })).run;
    expect(await of(exampleCsv('patrons').replace('phone', 'pin'))).toMatchObject({
      state: 'refused',
      problems: [{ reason: 'heading-wrong', detail: 'Not known: pin.' }],
    });
    expect(await of(Buffer.from('PK\u0003\u0004 a spreadsheet'))).toMatchObject({ problems: [{ reason: 'not-csv' }] });
    expect(await of('')).toMatchObject({ problems: [{ reason: 'empty-file' }] });
    expect(await of(exampleCsv('patrons').split('\n')[0] ?? '')).toMatchObject({
      state: 'done',
      reports: [{ tally: { read: 0 } }],
    });
  });

  test('a file in Windows-1252 is read with its accents', async () => {
    const table = await aLibrary();
    const bytes = Buffer.from(exampleCsv('patrons'), 'latin1');
    await aRun(table, { files: { patrons: bytes }, mapping: exampleMapping({ encoding: 'windows-1252' }) });
    expect((await patronStore(table).get(patronId('1003')))?.person.person.name).toEqual({
      family: 'Müller-Weiß, von',
      given: 'Jörg',
    });
  });
});
