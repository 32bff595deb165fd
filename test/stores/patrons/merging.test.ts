import { randomUUID } from 'node:crypto';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { patronData } from '../../../functions/patron-data.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as maintainPatrons } from '../../../functions/patrons/consumers/maintain-patrons/handler.ts';
import { mergeStore } from '../../../functions/patrons/data/merge-store.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-my-erasure/handler.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { handler as listDuplicates } from '../../../functions/patrons/operations/list-duplicates/handler.ts';
import { handler as listPossibleDuplicates } from '../../../functions/patrons/operations/list-possible-duplicates/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as markDistinct } from '../../../functions/patrons/operations/mark-distinct/handler.ts';
import { handler as merge } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as myExport } from '../../../functions/patrons/operations/my-export/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as undoMerge } from '../../../functions/patrons/operations/undo-merge/handler.ts';
import { beginMerge } from '../../../functions/patrons/use-cases/merge-patrons.ts';
import { movePatronData } from '../../../functions/patrons/use-cases/move-patron-data.ts';
import { undoMerge as runUndo } from '../../../functions/patrons/use-cases/undo-merge.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { defaultPatrons } from '../../../layers/records/policies/domain/patrons.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { failingTable } from '../../builders/failing-table.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { openBills } from '../../builders/open-bills.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { aSession, patron, staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { holdsIn } from '../../builders/stored-holds.ts';

const monday = '2026-03-02T11:00:00.000Z';
const late = '2026-04-20T11:00:00.000Z';
const worksFrom = '2027-01-01T00:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk', 'desk-supervisor');
const elm = staffAt('elm.main', 'desk', 'desk-supervisor');
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'bucket';
  table = await aTable();
  await aConsortium(table);
  await aPatronsPolicy(table, { merging: { oldCard: 'works' } }, worksFrom);
});

let serial = 0;
/** Registers a patron at the desk; by default a new name each time. */
const aPerson = async (over: object = {}, more: { branch?: string; guarantorId?: string; pin?: string } = {}) => {
  serial += 1;
  const { branch = branchId, ...rest } = more;
  const card = `4${String(serial).padStart(12, '0')}`;
  const person = { name: { family: `Ferrante${serial}`, given: 'Elena' }, ...over };
  const body = { branchId: branch, card, category: 'adult', expiresOn: '2099-12-31', person, ...rest };
  const registered = await call(register.using(at(monday)), { actor: staffAt(branch, 'desk'), body });
  expect(registered.status).toBe(201);
  return { card, patronId: (registered.body as { patronId: string }).patronId };
};
type One = Awaited<ReturnType<typeof aPerson>>;

const lend = async (who: One, when = monday) => {
  const copy = await aCopy(table, { branchId });
  const body = { branchId, item: copy.barcode, patron: who.card };
  expect((await call(checkOut.using(at(when)), { actor: desk, body })).status).toBe(201);
  return copy;
};
const hold = async (who: One, recordId: string, when = monday) => {
  const body = { recordId, pickupBranch: branchId, branchId, patron: who.card, wait: true };
  const placed = await call(placeHold.using(at(when)), { actor: desk, body });
  expect(placed.status).toBe(201);
  return (placed.body as { hold: { holdId: string } }).hold.holdId;
};
const takeBack = (barcode: string, when = late) =>
  call(checkIn.using(at(when)), { actor: desk, body: { branchId, item: barcode } });
const mergeInto = (survivor: One, other: One, more = {}, when = late) =>
  call(merge.using(at(when)), {
    ...{ actor: desk, path: { patronId: survivor.patronId } },
    body: { branchId, otherId: other.patronId, ...more },
  });
const duplicatesOf = async ({ patronId }: One) => {
  const asked = { actor: desk, path: { patronId }, body: { branchId } };
  return (await call(listPossibleDuplicates, asked)).body as { duplicates: { patronId: string; reasons: string[] }[] };
};
const worklist = async () => {
  const pairs: { one: { patronId: string }; other: { patronId: string } }[] = [];
  let after: string | undefined;
  do {
    const page = (await call(listDuplicates, { actor: desk, body: { branchId, ...(after && { after }) } })).body as {
      pairs: typeof pairs;
      next?: string;
    };
    pairs.push(...page.pairs);
    after = page.next;
  } while (after !== undefined);
  return pairs.map(({ one, other }) => [one.patronId, other.patronId].toSorted().join(' '));
};
const pair = (one: One, other: One) => [one.patronId, other.patronId].toSorted().join(' ');

/** Returns a patron's figures counted from the rows, beside the counters. */
const recount = async (patronId: string) => {
  const [status, lent, holds, bills] = await Promise.all([
    patronStore(table).status(patronId, { strong: true }),
    itemStore(table).lentTo(patronId),
    holdsIn(table).ofPatron(patronId),
    openBills(table, patronId),
  ]);
  const owed = bills.reduce((sum, { open }) => sum + open, 0);
  const { loans, holds: held, owed: owes } = status?.counters ?? { loans: -1, holds: -1, owed: -1 };
  return { counted: { loans, holds: held, owed: owes }, there: { loans: lent.length, holds: holds.length, owed } };
};
const books = async () =>
  JSON.stringify(
    (await scanAll(table.name))
      .filter(({ entity }) => entity === 'ledgerEntry' || entity === 'loanStatistic')
      .toSorted((one, other) => (`${one.pk}${one.sk}` < `${other.pk}${other.sk}` ? -1 : 1)),
  );

describe('duplicates', () => {
  test('are found by name and birth date, e-mail or phone, shown with the reason, and listed until marked as different', async () => {
    const name = { family: 'Quiñones', given: 'Teresa' };
    const first = await aPerson({ name, birthDate: '1971-05-06', email: 'teresa@example.org' });
    const second = await aPerson({ name: { family: 'Quinones', given: 'TERESA' }, birthDate: '1971-05-06' });
    const third = await aPerson({ email: 'Teresa@example.org' });
    const daughter = await aPerson({ email: 'teresa@example.org', birthDate: '2010-01-01' });
    const found = (await duplicatesOf(first)).duplicates.map(({ patronId, reasons }) => [patronId, reasons]);
    expect(Object.fromEntries(found)).toEqual({
      [second.patronId]: ['name-and-birth-date'],
      [third.patronId]: ['e-mail'],
    });
    const listed = await worklist();
    expect(listed).toEqual(expect.arrayContaining([pair(first, second), pair(first, third), pair(third, daughter)]));
    expect(listed).not.toContain(pair(first, daughter));
    expect(new Set(listed).size).toBe(listed.length);
    const request = { actor: desk, path: { patronId: third.patronId }, body: { branchId, otherId: first.patronId } };
    expect((await call(markDistinct.using(at(late)), request)).status).toBe(200);
    expect((await duplicatesOf(first)).duplicates.map(({ patronId }) => patronId)).toEqual([second.patronId]);
    expect(await worklist()).not.toContain(pair(first, third));
  });

  test('two registered at the same moment are found as well', async () => {
    const person = { name: { family: 'Simultan', given: 'Ada' }, birthDate: '1990-02-02' };
    const all = await Promise.all([aPerson(person), aPerson(person), aPerson(person)]);
    const [a, b, c] = all as [One, One, One];
    expect(await worklist()).toEqual(expect.arrayContaining([pair(a, b), pair(b, c), pair(a, c)]));
  });

  test('of another library are listed with the matching data only; only the home library merges', async () => {
    const mine = await aPerson({ phones: [{ number: '+49 30 5550188', label: 'home' }] });
    const theirs = await aPerson({ phones: [{ number: '030 5550188', label: 'home' }] }, { branch: 'elm.main' });
    expect((await duplicatesOf(mine)).duplicates).toEqual([
      { patronId: theirs.patronId, homeMember: 'elm', reasons: ['phone'] },
    ]);
    const asked = { actor: elm, path: { patronId: mine.patronId }, body: { branchId: 'elm.main' } };
    expect(await call(listPossibleDuplicates, asked)).toMatchObject({ status: 403, body: { code: 'not-home' } });
  });
});

describe('a merge', () => {
  test('moves loans, holds with their places, bills, blocks and links; the counters equal a recount, the books are unchanged', async () => {
    const birthDate = '1980-08-08';
    const [survivor, other] = [
      await aPerson({ birthDate }),
      await aPerson({ birthDate, phones: [{ number: '030 123456', label: 'home' }] }, { pin: '739164' }),
    ];
    const dependant = await aPerson({ birthDate: '2019-01-01' }, { guarantorId: other.patronId });
    await lend(survivor);
    const lent = await lend(other);
    const fined = await lend(other);
    expect((await takeBack(fined.barcode)).status).toBe(200);
    const wanted = await aCopy(table, { branchId: 'elm.main' });
    const recordId = wanted.recordId ?? '';
    const [own, between, later] = [
      await hold(other, recordId, '2026-03-02T11:00:01.000Z'),
      await hold(await aPerson(), recordId, '2026-03-02T11:00:02.000Z'),
      await hold(survivor, recordId, '2026-03-02T11:00:03.000Z'),
    ];
    const asked = { actor: desk, path: { patronId: other.patronId }, body: { branchId, code: 'conduct' } };
    expect((await call(block.using(at(monday)), asked)).status).toBe(200);
    const before = await books();

    const merged = await mergeInto(survivor, other, { note: 'Passport shown.' });
    expect(merged).toMatchObject({ status: 200, body: { patronId: survivor.patronId, merged: other.patronId } });
    const { counted, there } = await recount(survivor.patronId);
    expect([counted, there.loans]).toEqual([there, 2]);
    expect(there.owed).toBeGreaterThan(0);
    expect(await books()).toBe(before);
    // Of the two holds for one title the better queue position remains.
    const queue = await holdsIn(table).queue([recordId], { strong: true });
    expect(queue.map(({ holdId, patronId }) => [holdId, patronId])).toEqual([
      [own, survivor.patronId],
      [between, expect.any(String)],
    ]);
    expect(await holdsIn(table).get(recordId, later)).toMatchObject({
      state: 'cancelled',
      ended: { cause: 'merged' },
    });
    const whole = await patronStore(table).get(other.patronId, { strong: true });
    expect(whole).toMatchObject({
      status: { patronId: survivor.patronId, blocks: [{ code: 'conduct' }] },
      person: { card: survivor.card, person: { phones: [{ number: '030 123456', label: 'home' }] } },
    });
    expect((await patronStore(table).status(dependant.patronId, { strong: true }))?.guarantorId).toBe(
      survivor.patronId,
    );
    expect(await patronStore(table).dependants(survivor.patronId)).toEqual([dependant.patronId]);
    // The old card is refused with the reason; its loan is returned to the survivor's account; a bill is paid there.
    const old = await call(lookUp.using(at(late)), { actor: desk, body: { branchId, card: other.card } });
    expect(old).toMatchObject({
      status: 410,
      body: { code: 'card-replaced', detail: expect.stringContaining('merged') },
    });
    expect((await takeBack(lent.barcode)).status).toBe(200);
    const [bill] = await openBills(table, survivor.patronId);
    const paid = { branchId, patron: survivor.card, billId: bill?.billId, amount: bill?.open };
    expect((await call(payBill.using(at(late)), { actor: desk, body: paid })).status).toBe(201);
    const now = await recount(survivor.patronId);
    expect([now.counted, now.there.loans]).toEqual([now.there, 1]);
    // The PIN of the one card becomes the PIN of the one that had none; the pair is off the list.
    expect(await patronStore(table).pin(survivor.patronId)).toBeDefined();
    expect(await worklist()).not.toContain(pair(survivor, other));
    expect((await mergeInto(survivor, other)).status).toBe(200);
  });

  test('finding S6: ends the sessions of the merged record, and leaves those of the survivor', async () => {
    const [survivor, other] = [await aPerson({}, { pin: '739164' }), await aPerson({}, { pin: '739164' })];
    for (const { patronId } of [survivor, other]) await aSession(table, patronId, Date.parse(late));
    expect((await mergeInto(survivor, other)).status).toBe(200);
    const rows = await scanAll(table.name, 'patronSession');
    expect(rows.map(({ pk }) => pk)).toEqual([`PATRON#${survivor.patronId}`]);
  });

  test('may exceed a limit, but no new act does; an old card still works where that was adopted', async () => {
    const [survivor, other] = [await aPerson(), await aPerson()];
    const full = { 'counters.loans': 9 };
    for (const { patronId } of [survivor, other]) {
      await table.write([{ update: { pk: `PATRON#${patronId}`, sk: 'STATUS' }, add: full }]);
    }
    expect((await mergeInto(survivor, other, {}, worksFrom)).status).toBe(200);
    const copy = await aCopy(table, { branchId });
    const body = { branchId, item: copy.barcode, patron: other.card };
    expect(await call(checkOut.using(at(worksFrom)), { actor: desk, body })).toMatchObject({
      status: 409,
      body: { code: 'too-many-loans' },
    });
    const seen = await call(lookUp.using(at(worksFrom)), { actor: desk, body: { branchId, card: other.card } });
    expect(seen).toMatchObject({ status: 200, body: { patronId: survivor.patronId, loans: 18 } });
  });

  test('is refused where it would be wrong', async () => {
    const [survivor, other] = [await aPerson(), await aPerson()];
    const theirs = await aPerson({}, { branch: 'elm.main' });
    const dependant = await aPerson({ birthDate: '2019-01-01' }, { guarantorId: survivor.patronId });
    expect(await mergeInto(survivor, survivor)).toMatchObject({ status: 422, body: { code: 'same-patron' } });
    expect(await mergeInto(survivor, dependant)).toMatchObject({ status: 409, body: { code: 'answers-for' } });
    expect(await mergeInto(survivor, theirs)).toMatchObject({ status: 422, body: { code: 'card-needed' } });
    expect(await mergeInto(theirs, other)).toMatchObject({ status: 403, body: { code: 'not-home' } });
    expect((await mergeInto(survivor, theirs, { otherCard: theirs.card })).status).toBe(200);
    expect(await mergeInto(other, theirs)).toMatchObject({ status: 409, body: { code: 'merged-elsewhere' } });
    const asked = { actor: patron(other.patronId, 'cedar') };
    await lend(other);
    expect((await call(askErasure.using(at(late, { bucket: bucketInMemory() })), asked)).status).toBe(202);
    expect(await mergeInto(survivor, other)).toMatchObject({ status: 409, body: { code: 'erasure-asked' } });
  });

  test('of a previously merged patron follows the chain; export and erasure cover all, afterwards no id is found', async () => {
    const [a, b, c] = [await aPerson(), await aPerson(), await aPerson()];
    const held = { actor: desk, body: { branchId: 'elm.main', card: a.card } };
    await call(lookUp.using(at(monday)), { ...held, actor: elm });
    expect((await mergeInto(b, a)).status).toBe(200);
    expect((await mergeInto(c, b)).status).toBe(200);
    expect((await patronStore(table).status(a.patronId))?.patronId).toBe(c.patronId);
    const taken = await call(myExport, { actor: patron(a.patronId, 'cedar') });
    const { data } = taken.body as { data: Record<string, unknown[]> };
    expect([data.patronFormer?.length, data.patronAccess?.length]).toEqual([2, 1]);
    expect(
      (await call(askErasure.using(at(late, { bucket: bucketInMemory() })), { actor: patron(c.patronId, 'cedar') }))
        .body,
    ).toEqual({
      state: 'erasing',
    });
    await erase.using(at(late, { bucket: bucketInMemory() }))({}, lambda);
    const left = await scanAll(table.name);
    for (const { patronId } of [a, b, c]) {
      expect(left.filter((row) => JSON.stringify(row).includes(patronId))).toEqual([]);
    }
    expect(JSON.stringify(left)).not.toContain(c.card);
  });

  test('interrupted at any step it continues where it was, and acts with the other patron are postponed meanwhile', async () => {
    let broken = 0;
    for (let nth = 1; nth < 400; nth += proofSize(7, 3)) {
      const [survivor, other] = [await aPerson(), await aPerson()];
      const lent = await lend(other);
      await hold(other, (await aCopy(table, { branchId: 'elm.main' })).recordId ?? '');
      const [one, two] = await Promise.all(
        [survivor, other].map(({ patronId }) => patronStore(table).get(patronId, { strong: true })),
      );
      if (!one || !two) throw new Error('both were registered');
      const entry = { at: late, by: 'staff:1', did: 'merged' as const, detail: {} };
      const asked = {
        ...{ oldCard: 'refused' as const, now: Date.parse(late), day: late.slice(0, 10), by: 'staff:1' },
        change: { ...entry, changeId: `chg_${nth}` },
        audit: { ...entry, subject: 'patron', auditId: `aud_${nth}` },
      };
      expect(await beginMerge(table, { survivor: one, other: two }, asked)).toBe(true);
      const begun = await mergeStore(table).get(other.patronId);
      if (!begun) throw new Error('it was begun');
      const first = await movePatronData({ table: failingTable(table, nth), patronData }, begun, late).catch(
        () => 'broken' as const,
      );
      if (first === 'broken') {
        broken += 1;
        const state = (await mergeStore(table).get(other.patronId))?.state;
        if (state === 'moving' && (await itemStore(table).get(lent.itemId))?.loan?.patronId === other.patronId) {
          expect([409, 503]).toContain((await takeBack(lent.barcode)).status);
        }
      }
      await maintainPatrons.using(at('2026-04-20T12:00:00.000Z', { bucket: bucketInMemory() }))({}, lambda);
      await maintainPatrons.using(at('2026-04-20T13:00:00.000Z', { bucket: bucketInMemory() }))({}, lambda);
      expect(await mergeStore(table).get(other.patronId)).toMatchObject({ state: 'done' });
      const { counted, there } = await recount(survivor.patronId);
      expect([counted, there]).toEqual([{ loans: 1, holds: 1, owed: 0 }, there]);
      expect(there).toEqual(counted);
      if (first !== 'broken') break;
    }
    expect(broken).toBeGreaterThan(proofSize(2, 5));
    // The work that remains for other tests has a later date.
    expect((await mergeStore(table).pending()).every((one) => one.at > late)).toBe(true);
  }, 120_000);

  test('while both cards are used at every desk, nothing is lost and the counters stay exact', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [survivor, other] = [await aPerson(), await aPerson()];
      const back = [await lend(other), await lend(survivor), await lend(other)];
      const copies = await Promise.all([1, 2, 3, 4].map(() => aCopy(table, { branchId })));
      const out = copies.map((copy, i) =>
        call(checkOut.using(at(late)), {
          actor: desk,
          body: { branchId, item: copy.barcode, patron: (i % 2 === 0 ? survivor : other).card },
        }),
      );
      const done = await Promise.all([
        mergeInto(survivor, other),
        ...out,
        ...back.map(({ barcode }) => takeBack(barcode)),
      ]);
      for (const { status } of done) expect([200, 201, 404, 409, 410, 503]).toContain(status);
      expect((await mergeInto(survivor, other)).status).toBe(200);
      const { counted, there } = await recount(survivor.patronId);
      expect(counted).toEqual(there);
      const gone = await recount(other.patronId);
      expect(gone.there).toEqual({ loans: 0, holds: 0, owed: 0 });
    }
  }, 120_000);
});

describe('the undo of a merge', () => {
  const later = '2026-04-20T11:05:00.000Z';
  const undo = (survivor: One, formerId: string, more: { dryRun?: boolean; when?: string; over?: object } = {}) =>
    call(undoMerge.using(at(more.when ?? later)), {
      ...{ actor: desk, path: { patronId: survivor.patronId, formerId } },
      body: { branchId, dryRun: more.dryRun ?? false },
      ...more.over,
    });
  const payment = async (who: One, billId: string, amount: number, when = late) =>
    call(payBill.using(at(when)), { actor: desk, body: { branchId, patron: who.card, billId, amount } });
  const fined = async (who: One) => {
    const copy = await lend(who);
    expect((await takeBack(copy.barcode)).status).toBe(200);
    const bills = await openBills(table, who.patronId);
    return bills.at(-1) as { billId: string; open: number };
  };

  test('returns the record with its cards, loans, holds and bills; what changed since stays, as the preview says', async () => {
    const [survivor, other] = [
      await aPerson({}, {}),
      await aPerson({ phones: [{ number: '030 123456', label: 'home' }] }, { pin: '739164' }),
    ];
    const guardian = await aPerson({ birthDate: '2019-01-01' }, { guarantorId: other.patronId });
    const own = await lend(survivor);
    const [stays, back] = [await lend(other), await lend(other)];
    const [paid, open] = [await fined(other), await fined(other)];
    const recordId = (await aCopy(table, { branchId: 'elm.main' })).recordId ?? '';
    const holdId = await hold(other, recordId);
    const asked = { actor: desk, path: { patronId: other.patronId }, body: { branchId, code: 'conduct' } };
    expect((await call(block.using(at(monday)), asked)).status).toBe(200);
    const before = await recount(other.patronId);
    expect((await mergeInto(survivor, other)).status).toBe(200);
    // The pages of the index are looked at once more before anything returns.
    expect(await undo(survivor, other.patronId, { when: late })).toMatchObject({ body: { code: 'merge-running' } });
    expect((await takeBack(back.barcode)).status).toBe(200);
    expect((await payment(survivor, paid.billId, paid.open)).status).toBe(201);

    const preview = await undo(survivor, other.patronId, { dryRun: true });
    expect(preview).toMatchObject({ status: 200, body: { cardsThatStay: 0 } });
    const { lines } = preview.body as { lines: { kind: string; barcode?: string; returns: boolean }[] };
    expect(lines.map(({ kind, barcode, returns }) => [kind, barcode, returns])).toEqual(
      expect.arrayContaining([
        ['loan', stays.barcode, true],
        ['loan', back.barcode, false],
        ['hold', undefined, true],
        ['bill', undefined, true],
        ['bill', undefined, false],
      ]),
    );
    expect(lines).toHaveLength(5);
    expect((await mergeStore(table).get(other.patronId))?.state).not.toBe('undoing');

    const done = await undo(survivor, other.patronId);
    expect(done).toMatchObject({ status: 200, body: { lines } });
    const [ofSurvivor, ofOther] = [await recount(survivor.patronId), await recount(other.patronId)];
    expect(ofSurvivor.counted).toEqual(ofSurvivor.there);
    expect(ofOther.counted).toEqual(ofOther.there);
    expect(ofOther.there).toEqual({ loans: 1, holds: 1, owed: open.open });
    expect(before.there.loans).toBe(2);
    expect((await itemStore(table).get(own.itemId))?.loan?.patronId).toBe(survivor.patronId);
    expect(await holdsIn(table).get(recordId, holdId)).toMatchObject({ patronId: other.patronId });
    const [one, two] = await Promise.all(
      [survivor, other].map(({ patronId }) => patronStore(table).get(patronId, { strong: true })),
    );
    expect(one).toMatchObject({ status: { blocks: [] }, person: { card: survivor.card } });
    expect([one?.person.person.phones, one?.person.alsoCards]).toEqual([undefined, undefined]);
    expect(two).toMatchObject({
      status: { patronId: other.patronId, blocks: [{ code: 'conduct' }] },
      person: { card: other.card, person: { phones: [{ number: '030 123456', label: 'home' }] } },
    });
    // The PIN of the one record does not open the other.
    expect([
      await patronStore(table).pin(survivor.patronId),
      (await patronStore(table).pin(other.patronId))?.pinHash,
    ]).toEqual([undefined, expect.any(String)]);
    expect((await patronStore(table).status(guardian.patronId, { strong: true }))?.guarantorId).toBe(other.patronId);
    const seen = await call(lookUp.using(at(later)), { actor: desk, body: { branchId, card: other.card } });
    expect(seen).toMatchObject({ status: 200, body: { patronId: other.patronId } });
    // Nothing of the merge remains, so that a second undo finds none and a second merge works.
    const left = (await scanAll(table.name)).filter((row) => /^(patronMerge|patronMergedRow)/.test(String(row.entity)));
    expect(left.filter((row) => JSON.stringify(row).includes(other.patronId))).toEqual([]);
    expect(await undo(survivor, other.patronId)).toMatchObject({ status: 404, body: { code: 'merge-unknown' } });
    expect((await mergeInto(survivor, other)).status).toBe(200);
  });

  test('is refused to another library, after 30 days, and for a patron who was not merged; of two at once one works', async () => {
    const [survivor, other, third] = [await aPerson(), await aPerson(), await aPerson()];
    expect(await undo(survivor, third.patronId)).toMatchObject({ status: 404, body: { code: 'merge-unknown' } });
    expect((await mergeInto(survivor, other)).status).toBe(200);
    const over = { actor: elm, body: { branchId: 'elm.main', dryRun: false } };
    expect(await undo(survivor, other.patronId, { over })).toMatchObject({ status: 403, body: { code: 'not-home' } });
    const when = '2026-05-21T11:00:00.000Z';
    expect(await undo(survivor, other.patronId, { when })).toMatchObject({
      status: 409,
      body: { code: 'undo-too-late' },
    });
    const both = await Promise.all([undo(survivor, other.patronId), undo(survivor, other.patronId)]);
    expect(both.map(({ status }) => status)).toContain(200);
    for (const { status } of both) expect([200, 404, 409, 503]).toContain(status);
    expect((await patronStore(table).status(other.patronId, { strong: true }))?.patronId).toBe(other.patronId);
    expect((await patronStore(table).status(survivor.patronId, { strong: true }))?.patronId).toBe(survivor.patronId);
  });

  test('interrupted at any step it is completed later, while the desk works with both cards', async () => {
    let broken = 0;
    for (let nth = 1; nth < 60; nth += proofSize(5, 2)) {
      const [survivor, other] = [await aPerson(), await aPerson()];
      const lent = await lend(other);
      await hold(other, (await aCopy(table, { branchId: 'elm.main' })).recordId ?? '');
      expect((await mergeInto(survivor, other)).status).toBe(200);
      const deps = { table: failingTable(table, nth), patronData, patronsPolicy: async () => defaultPatrons };
      const [entry, path] = [
        { at: later, by: 'staff:1', detail: {} },
        { patronId: survivor.patronId, formerId: other.patronId },
      ];
      const first = await runUndo(deps as never, {
        ...{ ...path, branchId, dryRun: false, now: Date.parse(later), at: later },
        change: () => ({ ...entry, changeId: `chg_${nth}_${randomUUID()}`, did: 'merge-undone' as const }),
        audit: () => ({ ...entry, auditId: `aud_undo_${nth}`, subject: 'patron', did: 'merge-undone' }),
      }).catch(() => 'broken' as const);
      if (first === 'broken') {
        broken += 1;
        await Promise.all([takeBack(lent.barcode), undo(survivor, other.patronId)]);
      }
      await maintainPatrons.using(at('2026-04-20T12:00:00.000Z', { bucket: bucketInMemory() }))({}, lambda);
      const [ofSurvivor, ofOther] = [await recount(survivor.patronId), await recount(other.patronId)];
      expect([ofSurvivor.counted, ofOther.counted]).toEqual([ofSurvivor.there, ofOther.there]);
      if (first !== 'broken') {
        expect(ofOther.there).toEqual({ loans: 1, holds: 1, owed: 0 });
        break;
      }
    }
    expect(broken).toBeGreaterThan(2);
  }, 120_000);
});

test('finding S5: another library neither continues a merge nor is told of it', async () => {
  const [survivor, other] = [await aPerson(), await aPerson()];
  expect((await mergeInto(survivor, other)).status).toBe(200);
  const path = { patronId: survivor.patronId };
  const body = { branchId: 'elm.main', otherId: other.patronId };
  expect(await call(merge.using(at(late)), { actor: elm, path, body })).toMatchObject({
    status: 403,
    body: { code: 'not-home' },
  });
  expect((await mergeInto(survivor, other)).status).toBe(200);
});
