import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import { handler as setHistory } from '../../../functions/circulation/operations/set-my-history/handler.ts';
import { keyTable } from '../../../functions/key-table.ts';
import { patronData } from '../../../functions/patron-data.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { erasureList } from '../../../functions/patrons/data/erasure-list.ts';
import { erasurePassStore } from '../../../functions/patrons/data/erasure-pass-store.ts';
import { key } from '../../../functions/patrons/data/keys.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { proxyStore } from '../../../functions/patrons/data/proxy-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as askMine } from '../../../functions/patrons/operations/ask-my-erasure/handler.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as merge } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as myExport } from '../../../functions/patrons/operations/my-export/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as unblock } from '../../../functions/patrons/operations/unblock-patron/handler.ts';
import { type ErasureDeps, erasePatrons } from '../../../functions/patrons/use-cases/erase-patrons.ts';
import { cardSubject, pinAttempt } from '../../../functions/patrons/use-cases/sign-in-attempt.ts';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { END_OF_SCAN } from '../../../layers/platform/dynamodb/scan-job.ts';
import { type ScanPage, type ScanPosition, scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { noticesIn } from '../../builders/notices.ts';
import { anOpenPayment } from '../../builders/open-payment.ts';
import { pastLoanRelay } from '../../builders/past-loans.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { LETTERS_FILE, writeOtherRows } from '../../builders/rows-of-patron.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const late = '2026-04-20T11:00:00.000Z';
const desk = staffAt('cedar.main', 'desk', 'desk-supervisor');
const elm = staffAt('elm.main', 'desk', 'desk-supervisor');
const branchId = 'cedar.main';
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };
let relay: ReturnType<typeof pastLoanRelay>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  relay = pastLoanRelay();
  table = await aTable();
  await aConsortium(table);
});

const everything = () => scanAll(table.name);
/** The kinds of rows that name a patron, from the key table. */
const kindsOfPatrons = keyTable.flatMap(({ entity, personal }) =>
  personal !== 'none' && personal.patron !== undefined ? [entity] : [],
);
const books = ['ledgerEntry', 'loanStatistic', 'policiesInForce', 'policy', 'usageDay', 'usageEvidence'];
const text = (rows: unknown) => JSON.stringify(rows);
const sorted = (rows: Record<string, unknown>[]) =>
  rows.toSorted((one, other) => (`${one.pk}${one.sk}` < `${other.pk}${other.sk}` ? -1 : 1));
const bucket = bucketInMemory();
const run = (when = late) => erase.using(at(when, { bucket }))({}, lambda);
const mine = (patronId: string, when = late) =>
  call(askMine.using(at(when, { bucket })), { actor: patron(patronId, 'cedar') });

/** Creates a patron with a unique name, and one row of every kind that the system writes about patrons. */
const aKnownPatron = async () => {
  const family = `Zwetkowa${Math.random().toString(36).slice(2)}`;
  const made = await aPatron(table, { homeBranch: branchId, pin: '482615', family });
  const { patronId, card } = made;
  const actor = patron(patronId, 'cedar');
  const attempts = attemptStore(table);
  await attempts.open(pinAttempt(card, '192.0.2.1'), Date.parse(monday));
  await table.write([await attempts.reset(cardSubject(card), Date.parse(monday))]);
  // Viewed by another library, blocked and unblocked, notified, history on.
  await call(lookUp.using(at(monday)), { actor: elm, body: { branchId: 'elm.main', card } });
  const asked = { actor: desk, path: { patronId }, body: { branchId, code: 'conduct', note: `${family} shouted.` } };
  await call(block.using(at(monday)), { ...asked, headers: { 'idempotency-key': `b-${patronId}` } });
  await call(unblock.using(at(monday)), asked);
  const notice = { noticeId: 'itm:1:0', at: monday, kind: 'hold-ready' as const, cause: 'cedar', branchId };
  await noticesIn(table).add(patronId, { ...notice, state: 'emailed' }, 'cedar');
  await call(setHistory.using(at(monday)), { actor, body: { on: true } });
  // A dependant, whose guarantor this is.
  const person = { name: { family: 'Castellano', given: 'Mateo' }, birthDate: '2020-09-09' };
  const child = {
    branchId,
    card: String(Math.random()).slice(2),
    category: 'child',
    expiresOn: '2099-12-31',
    person,
    guarantorId: patronId,
  };
  const dependant = ((await call(register, { actor: desk, body: child })).body as { patronId: string }).patronId;
  // Permission to borrow, given and received.
  const leave = { until: '2027-01-01', may: ['borrow' as const], givenAt: monday };
  for (const [sponsorId, proxyId] of [
    [patronId, dependant],
    [dependant, patronId],
  ] as const) {
    const change = { changeId: `chg_${sponsorId}`, at: monday, by: 'patron', did: 'proxy-given' as const, detail: {} };
    expect(await proxyStore(table).give({ sponsorId, proxyId, ...leave }, change)).toBe(true);
  }
  await anOpenPayment(table, { patronId, billId: 'bil_1', at: monday });
  return { patronId, card, family, actor, dependant };
};
type Known = Awaited<ReturnType<typeof aKnownPatron>>;

/** Checks out, returns late and fines; places and cancels a hold. Returns the bill. */
const withAPast = async (who: Known) => {
  const copy = await aCopy(table, { branchId });
  const item = copy.barcode;
  expect(
    (await call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item, patron: who.card } })).status,
  ).toBe(201);
  const itemKey = { pk: `ITEM#${copy.itemId}`, sk: 'CIRC' };
  const before = await table.get(itemKey, { strong: true });
  await call(checkIn.using(at(late)), { actor: desk, body: { branchId, item } });
  await relay.relayed(before, await table.get(itemKey, { strong: true }), late);
  const other = await aCopy(table, { branchId });
  const placed = await call(placeHold.using(at(monday)), {
    ...{ actor: who.actor, headers: { 'idempotency-key': `h-${who.patronId}` } },
    body: { recordId: other.recordId, pickupBranch: branchId },
  });
  const { hold } = placed.body as { hold: { holdId: string; recordId: string } };
  const bill = async () =>
    (await table.queryAll({ partition: `PATRON#${who.patronId}`, begins: 'BILL#', strong: true }))[0];
  return { hold, bill, loan: before };
};
const paid = async (who: Known, bill: Record<string, unknown> | undefined) => {
  const body = { branchId, patron: who.card, billId: String(bill?.billId), amount: Number(bill?.open) };
  expect((await call(payBill.using(at(late)), { actor: desk, body })).status).toBe(201);
};

test('an erasure is deferred while a loan, a hold or a debt is open, lists them, and then proceeds automatically', async () => {
  const who = await aKnownPatron();
  const copy = await aCopy(table, { branchId });
  const item = copy.barcode;
  const lent = await call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item, patron: who.card } });
  const { loanId } = (lent.body as { loan: { loanId: string } }).loan;
  const open = await mine(who.patronId, monday);
  expect(open).toMatchObject({
    status: 202,
    body: { state: 'deferred', reasons: [{ code: 'loan-open', detail: expect.stringContaining(loanId) }] },
  });
  await call(checkIn.using(at(late)), { actor: desk, body: { branchId, item } });
  const [bill] = await table.queryAll({ partition: `PATRON#${who.patronId}`, begins: 'BILL#', strong: true });
  const owing = await mine(who.patronId);
  expect(owing.body).toMatchObject({
    state: 'deferred',
    reasons: [{ code: 'debt-open', detail: expect.stringContaining(String(bill?.billId)) }],
  });
  expect(await run()).toMatchObject({ erased: 0, deferred: 1 });
  expect(await patronStore(table).get(who.patronId)).toBeDefined();
  await paid(who, bill);
  expect(await run()).toEqual({ erased: 1, deferred: 0, erasing: 0 });
  expect(text(await everything())).not.toContain(who.patronId);
});

test('finding C10: while an erasure waits, the patron neither borrows nor renews nor places holds, also when asked before this was so', async () => {
  const who = await aKnownPatron();
  const [one, other] = [await aCopy(table, { branchId }), await aCopy(table, { branchId })];
  const lend = (item: string) =>
    call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item, patron: who.card } });
  expect((await lend(one.barcode)).status).toBe(201);
  expect((await mine(who.patronId, monday)).body).toMatchObject({ state: 'deferred' });
  const status = key('patronStatus', { patronId: who.patronId });
  // As requests of before were stored: the next run of the job marks the patron.
  await table.write([{ update: status, remove: ['erasureAsked'] }]);
  expect(await run()).toMatchObject({ erased: 0, deferred: 1 });
  expect(await table.get(status, { strong: true })).toMatchObject({ erasureAsked: true });
  const refused = { status: 409, body: { code: 'erasure-asked' } };
  expect(await lend(other.barcode)).toMatchObject(refused);
  const actor = patron(who.patronId, 'cedar');
  const held = { recordId: other.recordId, pickupBranch: branchId };
  expect(await call(placeHold.using(at(monday)), { actor, body: held })).toMatchObject(refused);
  const renewed = { actor, body: { item: one.barcode } };
  expect(await call(renew.using(at('2026-03-16T11:00:00.000Z')), renewed)).toMatchObject(refused);
  await call(checkIn.using(at(monday)), { actor: desk, body: { branchId, item: one.barcode } });
  expect(await run()).toMatchObject({ erased: 1, deferred: 0 });
});

test('finding S7: an erasure is listed outside the table before it is answered, by random id and instant only', async () => {
  const who = await aKnownPatron();
  expect((await mine(who.patronId)).body).toEqual({ state: 'erasing' });
  const listed = bucket.objects.get(`erasures/${who.patronId}`);
  expect(Buffer.from(listed ?? []).toString()).toBe(`{"askedAt":"${late}"}`);
  // A bucket that did not answer then: the job lists it, before it deletes the last row with the id.
  bucket.objects.delete(`erasures/${who.patronId}`);
  await run();
  expect(bucket.objects.has(`erasures/${who.patronId}`)).toBe(true);
});

test('no row of any kind that names the patron remains; closed books and other data are unchanged to the byte', async () => {
  const who = await aKnownPatron();
  const other = await aPatron(table, { homeBranch: branchId });
  // A row that the merge moves: another library looked at the other record.
  const seen = { branchId: 'elm.main', card: other.card };
  expect((await call(lookUp.using(at(monday)), { actor: staffAt('elm.main', 'desk'), body: seen })).status).toBe(200);
  const merged = { actor: desk, path: { patronId: who.patronId }, body: { branchId, otherId: other.patronId } };
  expect((await call(merge.using(at(monday)), merged)).status).toBe(200);
  const past = await withAPast(who);
  await writeOtherRows(table, { patronId: who.patronId, otherId: who.dependant, branchId, at: monday });
  await bucket.put(LETTERS_FILE, 'a letter');
  const byDesk = { actor: desk, path: { patronId: who.patronId }, body: { branchId } };
  expect((await call(askErasure.using(at(late, { bucket })), byDesk)).body).toMatchObject({
    state: 'deferred',
    reasons: [{ code: 'hold-open', detail: past.hold.holdId }, { code: 'debt-open' }],
  });
  await paid(who, await past.bill());
  // A pass of earlier erasures that was interrupted.
  await erasurePassStore(table, table.name).begin('erp_interrupted', [other.patronId]);
  const { holdId, recordId } = past.hold;
  const ended = await call(cancelHold.using(at(late)), { actor: who.actor, path: { recordId, holdId }, body: {} });
  expect(ended.status).toBe(200);
  const before = await everything();
  const attempts = await attemptStore(table).hashed(cardSubject(who.card));
  const secrets = [who.patronId, who.family, who.card, other.patronId, attempts];
  const names = (row: object | undefined) => secrets.some((secret) => text(row).includes(secret));
  const named = before.filter(names);
  // The test is only valid if there is a row of each kind: create a row above for each new kind in the key table.
  const kinds = new Set([...named, ...(names(past.loan) ? [past.loan] : [])].map((row) => row?.entity));
  expect(kindsOfPatrons.filter((kind) => !kinds.has(kind))).toEqual([]);
  // No other kind names a patron, because the privacy page would not show it.
  expect([...kinds].filter((kind) => !kindsOfPatrons.includes(String(kind)))).toEqual([]);
  const expiring = new Set(keyTable.flatMap(({ entity, retention }) => (retention.ends.includes('ttl') ? entity : [])));
  const unsaid = before.filter(({ entity, expiresAt }) => expiresAt !== undefined && !expiring.has(String(entity)));
  expect(unsaid).toEqual([]);
  expect(before.filter(({ entity }) => entity === 'ledgerEntry').length).toBeGreaterThan(0);

  expect((await call(askErasure.using(at(late, { bucket })), byDesk)).body).toEqual({ state: 'erasing' });
  // From here on no such patron exists, whatever work remains.
  expect(await call(lookUp, { actor: desk, body: { branchId, card: who.card } })).toMatchObject({ status: 404 });
  expect((await call(askErasure.using(at(late, { bucket })), byDesk)).body).toEqual({ state: 'erasing' });
  expect((await run()).erased).toBe(1);

  const after = await everything();
  expect(after.filter(names)).toEqual([]);
  expect(bucket.objects.has(LETTERS_FILE)).toBe(false);
  const of = (rows: typeof after) => sorted(rows.filter(({ entity }) => books.includes(String(entity))));
  expect(text(of(after))).toBe(text(of(before)));
  // No other patron's row changed, except that the dependant has lost a guarantor.
  const keyOf = ({ pk, sk }: Record<string, unknown>) => `${pk}\n${sk}`;
  const hers = new Set(named.map(keyOf));
  const others = (rows: typeof after) =>
    sorted(
      rows.filter((row) => !hers.has(keyOf(row)) && row.entity !== 'audit' && row.pk !== `PATRON#${who.dependant}`),
    );
  expect(others(after)).toEqual(others(before));
  expect((await patronStore(table).status(who.dependant))?.guarantorId).toBeUndefined();
  // The audit states that a patron was erased, when and at whose request, never which patron.
  const audit = after.filter(({ pk, did }) => pk === 'AUDIT#erasures' && did === 'patron-erased');
  expect(audit.length).toBeGreaterThan(0);
});

test('after an erasure, a new request finds no patron, and late messages and calls write nothing', async () => {
  const who = await aKnownPatron();
  expect((await mine(who.patronId)).body).toEqual({ state: 'erasing' });
  await run();
  const before = sorted(await everything());
  expect(await mine(who.patronId)).toMatchObject({ status: 410, body: { code: 'gone' } });
  const byDesk = { actor: desk, path: { patronId: who.patronId }, body: { branchId } };
  expect(await call(askErasure.using(at(late, { bucket })), byDesk)).toMatchObject({
    status: 404,
    body: { code: 'patron-unknown' },
  });
  expect(await call(myExport, { actor: who.actor })).toMatchObject({ status: 410 });
  // Work that a queue or a slow call still had in progress.
  const notice = {
    noticeId: 'n',
    at: late,
    kind: 'recall' as const,
    cause: 'cedar',
    branchId,
    state: 'in-account' as const,
  };
  expect(await noticesIn(table).add(who.patronId, notice, 'cedar')).toBe(false);
  await patronStore(table).setPin(who.patronId, 'hash', 1);
  expect(await run()).toEqual({ erased: 0, deferred: 0, erasing: 0 });
  expect(sorted(await everything())).toEqual(before);
});

/** Scans the table in pages of 40 rows: any row read is a position. */
async function* smallPages(from: ScanPosition | undefined): AsyncGenerator<ScanPage> {
  const runtime = { environment: { need: () => table.name, maybe: () => table.name } };
  for await (const { rows, segment, next } of scanTableFrom(runtime, undefined, from)) {
    const parts = chunks(rows, 40);
    for (const [i, part] of parts.entries()) {
      const last = part.at(-1);
      const after = i + 1 < parts.length && last && { pk: String(last.pk), sk: String(last.sk) };
      const then = after ? { segment, after } : next;
      yield { rows: part, segment, ...(then && { next: then }) };
    }
  }
}
const jobDeps = (over: Partial<ErasureDeps> = {}): ErasureDeps => ({
  ...{ table, tableName: table.name, patronData, walk: smallPages, deleteFile: async () => {} },
  ...{ erasureList: erasureList(bucket), clock: { now: () => Date.parse(late) }, ids: systemIds },
  ...over,
});
const jobAudit = (did: string) => {
  const auditId = systemIds.next('audit', Date.parse(late));
  return { subject: 'erasures', at: late, auditId, by: 'job', did, detail: {} };
};
/** Runs the job with a clock that takes five minutes for each reading, so that a call has time for at most three pages. */
const shortRun = (over: Partial<ErasureDeps> = {}) => {
  let now = Date.parse(late);
  const clock = {
    now: () => {
      now += 5 * 60_000;
      return now;
    },
  };
  return erasePatrons(jobDeps({ ...over, clock }), jobAudit);
};
/** Creates a patron, and 60 rows in partitions all over the table that name the patron. */
const namedEverywhere = async () => {
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  const line = (n: number) => ({
    ...{ subject: `named:${patronId.replace('pat_', '')}:${n}`, at: monday, auditId: `aud_${n}` },
    ...{ by: 'test', did: 'named', detail: { patronId } },
  });
  await table.write(Array.from({ length: 60 }, (_, n) => auditWrite(line(n))));
  return patronId;
};
const namesAny = async (...patronIds: string[]) =>
  (await everything()).some((row) => patronIds.some((patronId) => text(row).includes(`"${patronId}"`)));
const audited = async () => (await everything()).filter(({ did }) => did === 'patron-erased').length;

test('interrupted after any of its calls to the table, it continues where it was', async () => {
  const failing = (nth: number): Table => {
    let calls = 0;
    const step = () => {
      calls += 1;
      if (calls === nth) throw new Error('the machine went away');
    };
    return {
      ...table,
      get: async (...given) => {
        step();
        return table.get(...given);
      },
      getMany: async (...given) => {
        step();
        return table.getMany(...given);
      },
      query: async (...given) => {
        step();
        return table.query(...given);
      },
      queryAll: async (...given) => {
        step();
        return table.queryAll(...given);
      },
      // Once before it was written, once after: the response may be lost as well.
      write: async (...given) => {
        step();
        const conflict = await table.write(...given);
        step();
        return conflict;
      },
    };
  };
  const deps = jobDeps({ pagesAtOnce: 1 });
  let broken = 0;
  for (let nth = 1; nth < 200; nth += proofSize(4, 1)) {
    const { patronId } = await aPatron(table, { homeBranch: branchId, pin: '482615' });
    const before = sorted(
      (await everything()).filter((row) => !text(row).includes(patronId) && row.entity !== 'audit'),
    );
    await mine(patronId);
    const first = await erasePatrons({ ...deps, table: failing(nth) }, jobAudit).catch(() => 'broken' as const);
    if (first === 'broken') broken += 1;
    await erasePatrons(deps, jobAudit);
    const after = await everything();
    expect(text(after)).not.toContain(patronId);
    expect(sorted(after.filter(({ entity }) => entity !== 'audit'))).toEqual(before);
    if (first !== 'broken') break;
  }
  expect(broken).toBeGreaterThan(proofSize(1, 5));
}, 120_000);

test('a pass without time to end is continued by the next call; an erasure that begins meanwhile gets a whole pass of its own', async () => {
  const [first, second] = [await namedEverywhere(), await namedEverywhere()];
  const starts: (ScanPosition | undefined)[] = [];
  const walk = (from: ScanPosition | undefined) => {
    starts.push(from);
    return smallPages(from);
  };
  await mine(first);
  expect(await shortRun({ walk })).toMatchObject({ erased: 0, erasing: 1 });
  // The second call is some pages further when the other erasure begins.
  await shortRun({ walk });
  await mine(second);
  let erased = 0;
  for (let calls = 0; erased < 2; calls += 1) {
    expect(calls).toBeLessThan(50);
    erased += (await shortRun({ walk })).erased;
    if (erased > 0) expect(await namesAny(first)).toBe(false);
  }
  expect(await namesAny(first, second)).toBe(false);
  // Each pass has one beginning; all other calls began where the last one stopped.
  expect(starts.filter((from) => from === undefined)).toHaveLength(2);
  expect(starts.length).toBeGreaterThan(5);
  expect(await run()).toMatchObject({ erased: 0, erasing: 0 });
});

test('of concurrent runs one continues; every erasure is completed and recorded once', async () => {
  const both = [await namedEverywhere(), await namedEverywhere()];
  for (const patronId of both) await mine(patronId);
  const before = await audited();
  const job = () => erasePatrons(jobDeps({ pagesAtOnce: 1 }), jobAudit);
  const came = await Promise.all([job(), job(), job()]);
  for (let calls = 0; await namesAny(...both); calls += 1) {
    expect(calls).toBeLessThan(5);
    came.push(await job());
  }
  expect(came.reduce((sum, { erased }) => sum + erased, 0)).toBe(2);
  expect(await audited()).toBe(before + 2);
});

test('an erasure for which a row keeps changing gets another pass, although the run was interrupted since', async () => {
  const [busy, other] = [await namedEverywhere(), await namedEverywhere()];
  // The first of the rows that a call wants to clean: it changes each time.
  let row: { pk: string; sk: string } | undefined;
  const changing: Table = {
    ...table,
    write: async (writes) => {
      const [write] = writes;
      if (!write || !('put' in write) || !text(write.put).includes(`named:${busy.replace('pat_', '')}:`))
        return table.write(writes);
      row ??= write.put;
      if (write.put.pk !== row.pk) return table.write(writes);
      return { conflict: [{ index: 0, was: await table.get({ pk: row.pk, sk: row.sk }) }] };
    },
  };
  for (const patronId of [busy, other]) await mine(patronId);
  const passes = erasurePassStore(table, table.name);
  let erased = 0;
  let calls = 0;
  do {
    erased += (await shortRun({ table: changing })).erased;
    calls += 1;
    expect(calls).toBeLessThan(50);
  } while (await passes.get());
  expect([erased, calls > 2]).toEqual([1, true]);
  expect([await namesAny(busy), await namesAny(other)]).toEqual([true, false]);
  expect(await run()).toMatchObject({ erased: 1, erasing: 0 });
  expect(await namesAny(busy)).toBe(false);
});

test('a pass that a restore brought back begins anew: its position belongs to another table', async () => {
  const patronId = await namedEverywhere();
  await mine(patronId);
  const before = erasurePassStore(table, 'the-table-before');
  const pass = await before.begin('erp_before', [patronId]);
  if (!pass) throw new Error('no other pass is in progress');
  await before.advance(pass, END_OF_SCAN, new Set([patronId]));
  expect(await run()).toMatchObject({ erased: 1, erasing: 0 });
  expect(await namesAny(patronId)).toBe(false);
});

test('of a concurrent checkout and erasure only one succeeds', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { patronId, card } = await aPatron(table, { homeBranch: branchId });
    const copy = await aCopy(table, { branchId });
    const lend = { branchId, item: copy.barcode, patron: card };
    const [lent, asked] = await Promise.all([
      call(checkOut.using(at(monday)), { actor: desk, body: lend }),
      mine(patronId, monday),
    ]);
    const erasing = (asked.body as { state?: string }).state === 'erasing';
    expect([lent.status === 201, erasing]).toEqual([!erasing, !(lent.status === 201)]);
    await run();
  }
});

test('an erasure is requested at home only, by a supervisor, or by the patron', async () => {
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  const asks = (actor: typeof desk, place: string) =>
    call(askErasure.using(at(late, { bucket })), { actor, path: { patronId }, body: { branchId: place } });
  expect(await asks(elm, 'elm.main')).toMatchObject({ status: 403, body: { code: 'not-home' } });
  expect(await asks(staffAt(branchId, 'desk'), branchId)).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  expect(await patronStore(table).get(patronId)).toBeDefined();
});

test('an export contains everything that the table contains of the patron, and no secret of the library', async () => {
  const who = await aKnownPatron();
  await withAPast(who);
  await writeOtherRows(table, { patronId: who.patronId, otherId: who.dependant, branchId, at: monday });
  const copy = await aCopy(table, { branchId });
  const lend = { branchId, item: copy.barcode, patron: who.card };
  expect((await call(checkOut.using(at(monday)), { actor: desk, body: lend })).status).toBe(201);
  await mine(who.patronId, monday);
  const answered = await call(myExport, { actor: who.actor });
  expect(answered.status).toBe(200);
  const { data } = answered.body as { data: Record<string, object[]> };
  // Rows elsewhere belong to others (a dependant, a course), or are a key stored for a day or a pointer without further data.
  const pointers = [
    'scheduledCheck',
    'agesOut',
    'temporaryPatron',
    'cardExpiry',
    'noticeDigest',
    'loadedRow',
    'pupilNumber',
  ];
  const elsewhere = [
    'request',
    'audit',
    'duplicateKey',
    'holdReset',
    'deviceTransaction',
    'course',
    'courseTerm',
    'schoolClass',
    ...pointers,
  ];
  const rows = (await everything()).filter(
    (row) =>
      text(row).includes(who.patronId) &&
      !elsewhere.includes(String(row.entity)) &&
      row.pk !== `PATRON#${who.dependant}`,
  );
  // A possible duplicate patron has a row as well.
  const lies = (row: (typeof rows)[number]) => row.entity !== 'duplicatePair' || row.patronId === who.patronId;
  const count = (entity: unknown) => rows.filter((row) => row.entity === entity && lies(row)).length;
  for (const entity of new Set(rows.map((row) => row.entity)))
    expect([entity, data[String(entity)]?.length]).toEqual([entity, count(entity)]);
  expect(text(data)).toContain(who.family);
  expect(text(data)).toContain(copy.itemId);
  expect(text(data)).not.toMatch(/scrypt|stf_|PATRON#/);
});
