import { handler as showToday } from '../../../functions/analytics/operations/show-today/handler.ts';
import type { Today } from '../../../functions/analytics/schemas.ts';
import { fastAddedWrite } from '../../../functions/catalogue/data/fast-added-store.ts';
import { importStore } from '../../../functions/catalogue/data/import-store.ts';
import { itemBatchStore } from '../../../functions/catalogue/data/item-batch-store.ts';
import { possibleDuplicateWrites } from '../../../functions/catalogue/data/possible-duplicate-store.ts';
import { noCounts } from '../../../functions/catalogue/domain/loading/import.ts';
import { deviceTransactionStore } from '../../../functions/circulation/data/device-transaction-store.ts';
import { lateClassWrite } from '../../../functions/circulation/data/late-class-store.ts';
import { lateLoanStore } from '../../../functions/circulation/data/late-loan-store.ts';
import { lateLoans } from '../../../functions/circulation/domain/loans/late-loan.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { key as financeKey } from '../../../functions/finance/data/keys.ts';
import { newPeriod } from '../../../functions/finance/domain/periods/period.ts';
import { disputeStore } from '../../../functions/finance/public/dispute-store.ts';
import { periodStore } from '../../../functions/finance/public/period-store.ts';
import { newProposal } from '../../../functions/governance/data/proposal-store.ts';
import { secondStore } from '../../../functions/governance/data/second-store.ts';
import { notePairs } from '../../../functions/patrons/data/possible-duplicate-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as editPatron } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as finishSignUp } from '../../../functions/patrons/operations/finish-sign-up/handler.ts';
import { handler as markDistinct } from '../../../functions/patrons/operations/mark-distinct/handler.ts';
import { handler as mergePatrons } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { handler as renewCard } from '../../../functions/patrons/operations/renew-card/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import { temporaryWrite } from '../../../functions/patrons/public/temporary-patron.ts';
import { handler as takeSteps } from '../../../functions/resource-sharing/operations/take-steps/handler.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/public/loan-request-store.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/public/request.ts';
import { todayLists } from '../../../functions/resource-sharing/public/today-lists.ts';
import { courseStore } from '../../../functions/teaching/data/course-store.ts';
import { schoolStore } from '../../../functions/teaching/data/school-store.ts';
import { handler as setClassTeachers } from '../../../functions/teaching/operations/set-class-teachers/handler.ts';
import { webhookStore } from '../../../functions/webhooks/data/webhook-store.ts';
import { memberOfBranch, type Role } from '../../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultHolds } from '../../../layers/records/policies/domain/holds.ts';
import { defaultMovement } from '../../../layers/records/policies/domain/movement.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aLoanRequest } from '../../builders/loan-request.ts';
import { aPatron, consortiumStaff, staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { todayOf } from '../../builders/today.ts';
import { listenToUsage } from '../../builders/usage.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
const branchId = 'cedar.main';
/** One person with all the roles of a library. */
const librarian: Role[] = ['desk', 'desk-supervisor', 'cataloguer', 'ill', 'member-finance', 'member-admin'];
const person = staffAt('cedar', ...librarian);
let table: Table & { name: string };
let index: TestIndex;
let used: ReturnType<typeof listenToUsage>;

beforeEach(async () => {
  index = anIndex();
  table = await aTable();
  await aConsortium(table);
  used = listenToUsage();
});
afterEach(() => index.drop());

const today = async (actor = person, branch: string | undefined = branchId): Promise<Today> => {
  const query = branch === undefined ? {} : { branch };
  const { status, body } = await call(showToday.using(at(monday)), { actor, query });
  expect(status).toBe(200);
  return body as Today;
};
const scan = (item: string, branch = branchId) =>
  call(checkIn.using(at(monday)), { actor: staffAt(branch, 'desk'), body: { branchId: branch, item } });
const held = async (recordId = '', pickupBranch = branchId) => {
  const { actor } = await aBorrower(table);
  const placed = await call(placeHold.using(at(monday)), { actor, body: { recordId, pickupBranch, wait: true } });
  await targetHolds(table, recordId, Date.parse(monday));
  const { hold } = placed.body as { hold: { holdId: string; recordId: string } };
  return { actor, path: { recordId: hold.recordId, holdId: hold.holdId } };
};
const counts = ({ fetch, clear, coming, missing }: Today) => [fetch, clear, coming, missing].map((list) => list?.count);

/** Stores a loan request as it is. */
const stored = async (request: LoanRequest): Promise<void> => {
  const store = loanRequestStore(table);
  expect(await store.place({ ...request, asks: [], history: [] }, [])).toBe('placed');
  const before = await store.load(request.requestId);
  if (before) await store.save(before, { request, facts: [], outgoing: [] });
};
const asksCedar = () => aLoanRequest().withRota('cedar').asked();
const numbered = (serial: number, request: LoanRequest) => ({
  ...{ ...request, requestId: `req_${serial}`, recordId: `rec_ill_${serial}` },
});

/** Asks the library for a loan that waits for its answer. */
const asked = async (serial: number): Promise<string> => {
  const request = numbered(serial, asksCedar().build());
  await stored(request);
  return request.asks[0]?.askId ?? '';
};

/** Stores as many requests in each list of interlibrary loans of the library. */
const loansInEachList = async (many: number): Promise<void> => {
  const own = { ...aLoanRequest().withRota('ash').asked().build(), requesterMember: 'cedar', pickupBranch: branchId };
  const requests = [
    ...[asksCedar().build(), asksCedar().promised().build()],
    ...(['received', 'overdue', 'terms-offered', 'lost'] as const).map((state) => ({ ...own, state })),
  ];
  for (const [list, request] of requests.entries())
    for (let serial = 0; serial < many; serial += 1) await stored(numbered(list * 100 + serial, request));
};

/** Lists as many brief records, pairs of records and previewed batches of the library. */
const recordsInEachList = async (many: number): Promise<void> => {
  for (let serial = 10; serial < 10 + many; serial += 1) {
    const [sourceId, batchId] = [`cedar:fast${serial}`, `ibt_${serial}`];
    const [recordId, itemId] = [`rec_fast_${serial}`, `itm_fast_${serial}`];
    const made = { sourceId, recordId, itemId, barcode: `31234000999${serial}`, branchId, title: 'The harbour' };
    const pair = { one: 'ash:b1', two: `cedar:b${serial}`, score: 0.5 };
    await table.write([fastAddedWrite({ ...made, at: monday }), ...possibleDuplicateWrites([pair])]);
    const batch = { batchId, memberId: 'cedar', choice: { barcodes: true as const }, state: 'previewed' as const };
    await itemBatchStore(table).open({ ...batch, at: monday, by: 'staff:stf_1' }, []);
  }
};

/** Stores an ended load of a file of the library, with as many refused rows. */
const aLoad = async (serial: number, { rejected, of = serial }: { rejected: number; of?: number }): Promise<void> => {
  const store = importStore(table);
  const counts = { ...noCounts(), read: 9000, accepted: 8990, created: 8990, rejected, itemsCreated: 9100 };
  const importId = `imp_01kjq38xw0pb1nbqszba7qs8${serial}`;
  const file = { fileName: `northern-branch-${of}.mrc`, bytes: 80_000_000, openedBy: 'staff:stf_01kjq38xw0' };
  await store.create({ importId, memberId: 'cedar', ...file, kind: 'records', form: 'iso2709', createdAt: monday });
  const execution = `arn:aws:states:eu-central-1:123456789012:execution:imports:${importId}-1772449200000`;
  expect(await store.begin(importId, execution, monday)).toBe(true);
  await store.end(importId, { state: 'done', at: monday, counts });
};
/** Stores as many ended loads of the library, each of a file with refused rows. */
const loadsWithRefusals = async (many: number): Promise<void> => {
  for (let serial = 10; serial < 10 + many; serial += 1) await aLoad(serial, { rejected: 10 });
};

const audit = (at: string): AuditLine => ({
  ...{ subject: 'member:birch', at, auditId: `aud_${at}`, by: 'staff:stf_1', did: 'name-second', detail: {} },
});

/** Stores a closed month with a statement and three disputes of a branch's member, a policy in force and one to come. */
const money = async (table: Table, memberId: string, at: string): Promise<void> => {
  const month = '2026-01';
  const head = { month, memberId, currency: 'USD', total: 41_206, due: 41_206, booked: at };
  await table.write([
    { put: { ...financeKey('periodChain', {}), ...stamp('periodChain', 1), month } },
    { put: { ...financeKey('statement', head), ...stamp('statement', 1), ...head } },
  ]);
  for (const lineId of ['search', 'storage', 'delivery']) {
    const message = { at, by: 'staff:stf_1', side: 'member' as const, text: 'We did not order this.' };
    const dispute = { memberId, month, lineId, state: 'open' as const, since: at, thread: [message] };
    await disputeStore(table).save({ v: 0 }, dispute, []);
  }
  const policies = policyStore(table);
  const adopted = { decisionReference: 'D-1', adoptedBy: 'x' };
  const inForce = { kind: 'movement', body: defaultMovement, effectiveFrom: '2026-01-01T00:00:00.000Z' };
  const coming = { kind: 'holds', body: defaultHolds, effectiveFrom: '2027-01-01T00:00:00.000Z' };
  for (const one of [inForce, coming])
    await policies.adopt({ ...adopted, ...one }, () => audit(`${at.slice(0, 10)}T01:00:00.000Z`));
};

/**
 * Stores what the lists of money and rules of Today show a person at a branch: besides a statement, disputes and coming rules three
 * proposals to decide, and a member that asks the person `staffId` to be its second one.
 */
const moneyAndRulesInEachList = async (
  table: Table,
  branchId: string,
  at: string,
  staffId = 'stf_of-cedar',
): Promise<void> => {
  const memberId = memberOfBranch(branchId);
  await money(table, memberId, at);
  for (const serial of [1, 2, 3]) {
    const proposal = {
      ...{ proposalId: `prp_${serial}`, memberId, state: 'waiting' as const, reason: 'Children read longer' },
      ...{ changes: [{ after: aRule({ setBy: memberId }) }], follows: 1, authorId: 'stf_other', v: 1 },
      proposed: { by: 'staff:stf_other', at },
    };
    await table.write([newProposal(proposal)]);
  }
  const second = { memberId: 'birch', staffId, state: 'named' as const, namedBy: 'staff:stf_2', namedAt: at, v: 1 };
  await secondStore(table).put(second, audit(at));
};

/** Stores refused transactions of a branch's devices, and paused webhooks of its library. */
const devicesAndWebhooks = async (table: Table, branchId: string, at: string): Promise<void> => {
  for (let serial = 0; serial < 8; serial += 1) {
    const about = {
      branchId,
      transactionId: `sip2-${serial}`.padEnd(45, '0'),
      state: 'refused',
      kind: 'check-out',
    } as const;
    const from = { item: '31234000123456', patron: 'pat_01kb0000000000000000000000', codes: ['outside-offline-days'] };
    const by = { madeAt: at, reportedAt: at, machineId: 'mch_01kb0000000000000000000000', device: 'Self-check, lobby' };
    await deviceTransactionStore(table).save({ ...about, ...from, ...by, v: 1 });
  }
  for (const serial of [1, 2, 3, 4]) {
    const because = serial === 4 ? ('staff' as const) : ('gone' as const);
    const webhook = {
      ...{ webhookId: `whk_${serial}`, owner: memberOfBranch(branchId), name: 'Portal', url: 'https://portal.example' },
      ...{
        facts: ['item-checked-out' as const],
        createdAt: at,
        secretSince: at,
        secretId: 's1',
        paused: { because, at },
      },
    };
    await webhookStore(table).add(webhook, audit(`${at.slice(0, 10)}T02:00:0${serial}.000Z`));
  }
};

/** Sets the last day of a term of the library. */
const termUntil = async (termId: string, endsOn: string): Promise<void> => {
  const term = { memberId: 'cedar', termId, name: 'A term', startsOn: '2026-01-07', endsOn };
  expect(await courseStore(table).setTerm(term)).toBe('saved');
};

const signedUp = async (family: string, more: { email?: null } = {}): Promise<string> => {
  const { patronId } = await aPatron(table, { ...more, family, homeBranch: branchId, expiresOn: '2026-04-01' });
  const update = patronsKeys.key('patronStatus', { patronId });
  await table.write([{ update, set: { temporary: true } }]);
  await table.write([temporaryWrite(patronId, 'cedar', '2026-04-01')]);
  return patronId;
};

test('an item goes from list to list of Today as the desk works, until all lists are empty', async () => {
  const copy = await aCopy(table, { branchId, location: 'Fiction' });
  const shelf = [{ member: 'cedar', callNumber: 'FIC MEL' }];
  const document = { title: 'Moby-Dick', recordId: copy.recordId ?? '', heldBy: ['cedar'], shelf };
  await index.hold([aDocument(document)]);
  const { actor, path } = await held(copy.recordId);
  const first = await today();
  expect(counts(first)).toEqual([1, 0, 0, 0]);
  expect(first.fetch?.entries).toMatchObject([
    { title: 'Moby-Dick', callNumber: 'FIC MEL', barcode: copy.barcode, to: branchId },
  ]);
  await scan(copy.barcode);
  expect(counts(await today())).toEqual([0, 0, 0, 0]);
  expect((await call(cancelHold.using(at(monday)), { actor, path, body: {} })).status).toBe(200);
  expect(counts(await today())).toEqual([0, 1, 0, 0]);
  await scan(copy.barcode);
  expect(counts(await today())).toEqual([0, 0, 0, 0]);
  const body = { branchId, item: copy.barcode, state: 'missing' };
  await call(markItem.using(at(monday)), { actor: staffAt(branchId, 'desk'), body });
  expect((await today()).missing).toMatchObject({ count: 1, entries: [{ title: 'Moby-Dick', since: monday }] });
  await scan(copy.barcode, 'ash.main');
  expect((await today()).coming).toMatchObject({ count: 1, late: 0, entries: [{ from: 'ash.main' }] });
  await scan(copy.barcode);
  expect(counts(await today())).toEqual([0, 0, 0, 0]);
});

test('sign-ups, pairs of patrons and requests of others leave Today when somebody has decided', async () => {
  const [one, other] = [await signedUp('Reyes'), await signedUp('Reyes')];
  const reference = { patronId: one, memberId: 'cedar' };
  const pair = { other: { patronId: other, memberId: 'cedar' }, reasons: [] };
  await notePairs(table, reference, [pair as never], monday);
  const askId = await asked(1);
  const full = await today();
  const few = await today(staffAt('cedar', 'desk', 'desk-supervisor'));
  expect(few.signUps).toMatchObject({ count: 2, entries: [{ name: 'Reyes, Amara' }, { name: 'Reyes, Amara' }] });
  expect(few.duplicates).toMatchObject({ count: 1, entries: [{ name: 'Reyes, Amara' }] });
  expect(full.signUps).toMatchObject({ count: 2, entries: [{ until: '2026-04-01' }, { until: '2026-04-01' }] });
  expect(full.loans).toMatchObject({ counts: { answer: 1 }, requests: [{ requestId: 'req_1', other: 'ash' }] });

  for (const [place, patronId] of [one, other].entries()) {
    const body = { branchId, card: `2110100000099${place}`, category: 'adult', isDistinct: true };
    const done = await call(finishSignUp.using(at(monday)), { actor: person, path: { patronId }, body });
    expect(done.status).toBe(200);
  }
  const decided = { actor: person, path: { patronId: one }, body: { branchId, otherId: other } };
  expect((await call(markDistinct.using(at(monday)), decided)).status).toBe(200);
  const steps = [{ requestId: 'req_1', askId, step: 'decline', reason: 'not-available-for-ill' }];
  const refused = await call(takeSteps.using(at(monday)), { actor: person, body: { branchId, steps } });
  expect(refused).toMatchObject({ status: 200 });
  const after = await today();
  expect([after.signUps?.count, after.duplicates?.count, after.loans?.counts]).toEqual([0, 0, {}]);
});

test('who was merged, erased or verified after a renewal, and a pair with a corrected birth date, do not wait on Today', async () => {
  const [merged, erased, renewed] = [
    await signedUp('Lopez', { email: null }),
    await signedUp('Marsh', { email: null }),
    await signedUp('Novak', { email: null }),
  ];
  const same = { homeBranch: branchId, birthDate: '1990-05-05' };
  const [{ patronId: survivor }] = [await aPatron(table, same), await aPatron(table, same)];
  const before = await today();
  expect([before.signUps?.count, before.duplicates?.count]).toEqual([3, 1]);

  const when = at('2026-03-25T11:00:00.000Z', { bucket: bucketInMemory() });
  const does = async (operation: typeof mergePatrons, patronId: string, body: object) => {
    const done = await call(operation.using(when), { actor: person, path: { patronId }, body: { branchId, ...body } });
    expect(done.status).toBeLessThan(300);
  };
  await does(mergePatrons, survivor, { otherId: merged });
  await does(askErasure, erased, {});
  await does(renewCard, renewed, { expiresOn: '2026-04-20' });
  expect((await today()).signUps).toMatchObject({ count: 1, entries: [{ patronId: renewed }] });
  await does(finishSignUp, renewed, { card: '21101000000991', category: 'adult', isDistinct: true });
  const corrected = { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1950-05-05' };
  await does(editPatron, survivor, { version: 2, person: { ...corrected, email: 'amara.okafor@example.org' } });
  const after = await today();
  expect([after.signUps?.count, after.duplicates?.count]).toEqual([0, 0]);
  const rows = (await scanAll(table.name)).filter(({ entity }) => entity === 'temporaryPatron');
  expect(rows).toEqual([]);
});

test('a class leaves Today when it has a teacher, a term when it ends later; a library without them has no such list', async () => {
  expect(await today()).not.toHaveProperty('classes');
  await schoolStore(table).ensureClass({ memberId: 'cedar', classId: '7b', grade: '7' });
  expect((await today()).classes).toEqual({ count: 1, entries: [{ classId: '7b' }] });
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  const path = { branchId, classId: '7b' };
  const set = { actor: person, path, body: { teachers: [patronId] } };
  expect((await call(setClassTeachers.using(at(monday)), set)).status).toBe(200);
  expect(await today()).not.toHaveProperty('classes');
  expect(await today()).not.toHaveProperty('terms');
  await termUntil('2026-spring', '2026-03-27');
  expect((await today()).terms).toEqual([{ name: 'A term', endsOn: '2026-03-27' }]);
  await termUntil('2026-spring', '2026-06-30');
  expect(await today()).not.toHaveProperty('terms');
});

test('a class is on Today while pupils of it have overdue loans, each counted once', async () => {
  const { patronId } = await aPatron(table, { homeBranch: branchId });
  const status = await patronStore(table).status(patronId, { strong: true });
  const pupil = { patronId, memberId: 'cedar', localId: '17', nameKey: 'okafor amara', grade: '7', v: 0 };
  const { save } = schoolStore(table);
  if (!status) throw new Error('no status');
  expect(await save({ before: undefined, after: { ...pupil, classId: '7.b' }, status, card: status })).toBe(true);
  const lent = { patronId, patronMember: 'cedar', checkoutBranch: branchId, due: '2026-02-20T22:59:59.000Z' };
  const one = await aCopy(table, { branchId, state: 'on-loan', loan: aLoan({ ...lent, loanId: 'lon_1' }) });
  const two = await aCopy(table, { branchId, state: 'on-loan', loan: aLoan({ ...lent, loanId: 'lon_2' }) });
  const late = lateLoanStore(table);
  for (const item of [one, two, one]) expect(await late.enter(item, lateLoans(item, monday))).toBe(true);
  expect((await today()).lateClasses).toEqual({ count: 1, entries: [{ classId: '7.b', loans: 2 }] });
  for (const item of [one, one]) await late.drop(lateLoans(item, monday));
  expect((await today()).lateClasses?.entries).toEqual([{ classId: '7.b', loans: 1 }]);
  await late.drop(lateLoans(two, monday));
  expect(await today()).not.toHaveProperty('lateClasses');
  expect((await scanAll(table.name)).filter(({ entity }) => entity === 'lateLoan')).toEqual([]);
});

test('a load with refused rows is on Today until its file is loaded without any', async () => {
  await aLoad(10, { rejected: 3 });
  expect((await today()).refusedLoads).toMatchObject({
    count: 1,
    entries: [{ title: 'northern-branch-10.mrc', refused: 3 }],
  });
  await aLoad(11, { rejected: 0, of: 10 });
  expect((await today()).refusedLoads).toEqual({ count: 0, entries: [] });
});

test('a coming policy is on Today until it begins', async () => {
  await moneyAndRulesInEachList(table, branchId, monday);
  const rules = async (when: string) => (await todayOf(person, branchId, at(when))).policies?.map(({ kind }) => kind);
  expect(await rules(monday)).toEqual(['holds']);
  expect(await rules('2027-01-01T00:00:00.000Z')).toEqual([]);
});

test('Today takes at most 12 read units for one person with every role, before anything is cached, with all lists full, and whole lists are counted when they are asked for', async () => {
  const claim = {
    holdId: 'hld_01kb0000000000000000000000',
    patronId: 'pat_01kb0000000000000000000000',
    pickupBranch: branchId,
  };
  const aside = { at: monday, reason: 'not-found' };
  const transit = {
    from: 'ash.main',
    to: branchId,
    purpose: 'hold',
    holdId: claim.holdId,
    sentAt: '2026-02-02T11:00:00.000Z',
  } as const;
  const inList = [
    { state: 'paged', hold: claim },
    { state: 'on-hold-shelf', hold: { ...claim, shelfExpiresAt: '2026-02-27T23:00:00.000Z' } },
    { state: 'in-transit', hold: claim, transit },
    { state: 'missing', aside },
  ] as const;
  for (let serial = 0; serial < 22; serial += 1)
    await Promise.all(inList.map((over) => aCopy(table, { branchId, location: 'Adult non-fiction', ...over })));
  await loansInEachList(16);
  for (let serial = 0; serial < 12; serial += 1) await signedUp('Reyes');
  await recordsInEachList(12);
  await loadsWithRefusals(6);
  for (let serial = 10; serial < 41; serial += 1)
    await schoolStore(table).ensureClass({ memberId: 'cedar', classId: `class-${serial}`, grade: '7' });
  for (let serial = 10; serial < 36; serial += 1)
    await table.write([lateClassWrite({ branchId, classId: `class-${serial}` }, 1)]);
  for (let serial = 10; serial < 24; serial += 1) await termUntil(`t${serial}`, '2026-03-20');
  await devicesAndWebhooks(table, branchId, monday);
  await moneyAndRulesInEachList(table, branchId, monday);
  const full = await today();
  expect(counts(full)).toEqual([7, 7, 7, 7]);
  expect(full).toMatchObject({
    fetch: { more: true },
    signUps: { count: 12 },
    duplicates: { count: 12, more: true },
    loans: { counts: { answer: 11, ship: 11, arrived: 11, overdue: 11, terms: 11, other: 11 }, more: todayLists },
    coming: { late: 7 },
    devices: { count: 6, more: true },
    webhooks: { count: 3, owner: 'cedar' },
    fastAdded: { count: 12 },
    recordPairs: { count: 12 },
    batches: { count: 12 },
    refusedLoads: { count: 5 },
    classes: { count: 30, more: true },
    lateClasses: { count: 26 },
    ownFinance: { statement: { month: '2026-01' }, disputes: { count: 3 } },
    proposals: { count: 3, asking: ['birch'] },
    policies: [{ kind: 'holds' }],
  });
  expect(full.loans?.requests).toHaveLength(60);
  expect(full.terms).toHaveLength(12);
  expect(full.fetch?.entries).toHaveLength(7);
  const { readUnits } = used();
  console.info(`Today, all roles, nothing cached: ${readUnits} read units`);
  expect(readUnits).toBeLessThanOrEqual(12);
  const whole = await todayOf(person, branchId, at(monday), 'all');
  expect(counts(whole)).toEqual([22, 22, 22, 22]);
  expect(whole.fetch).not.toHaveProperty('more');
  expect(whole.fetch?.entries).toHaveLength(10);
  expect(whole.signUps?.entries.filter(({ name }) => name === undefined)).toEqual([]);
  expect(whole).toMatchObject({
    coming: { late: 22 },
    loans: { counts: { answer: 16, ship: 16, arrived: 16, overdue: 16, terms: 16, other: 16 } },
    ...{ devices: { count: 8 }, classes: { count: 31 }, refusedLoads: { count: 6 } },
  });
  expect(whole.loans).not.toHaveProperty('more');
});

test('the lists of interlibrary loans alone take at most 12 read units with many requests in each', async () => {
  await loansInEachList(16);
  const all = await today(staffAt('cedar', 'ill'));
  expect(all).toMatchObject({ loans: { counts: { answer: 11, terms: 11 }, more: todayLists } });
  expect(all.loans?.requests).toHaveLength(60);
  const { readUnits } = used();
  console.info(`Interlibrary loans of Today, 16 in each list: ${readUnits} read units`);
  expect(readUnits).toBeLessThanOrEqual(12);
});

test('a request to answer is on Today however many older ones are lent and wait for nobody', async () => {
  for (let serial = 10; serial < 22; serial += 1)
    await stored(numbered(serial, asksCedar().promised().shipped().received().lent().build()));
  expect((await today()).loans).toEqual({ counts: {}, requests: [] });
  await asked(99);
  expect((await today()).loans).toMatchObject({ counts: { answer: 1 }, requests: [{ requestId: 'req_99' }] });
});

test('staff of the consortium see all its months that are not closed, disputes and coming policies without a branch; nobody sees a foreign branch', async () => {
  const finance = await today(consortiumStaff('finance-preparer'), undefined);
  expect(finance).toEqual({
    finance: {
      periods: [
        { month: '2026-02', state: 'open' },
        { month: '2026-03', state: 'open' },
      ],
      disputes: { count: 0, entries: [] },
    },
  });
  // January was closed before November and December, which nobody may forget.
  const periods = periodStore(table);
  for (const [month, state] of Object.entries({ '2025-10': 'closed', '2025-12': 'reconciled', '2026-01': 'closed' }))
    await periods.save({ period: newPeriod(month), v: 0 }, { ...newPeriod(month), state: state as 'closed' });
  expect((await today(consortiumStaff('finance-preparer'), undefined)).finance?.periods).toEqual([
    { month: '2025-11', state: 'open' },
    { month: '2025-12', state: 'reconciled' },
    { month: '2026-02', state: 'open' },
    { month: '2026-03', state: 'open' },
  ]);
  expect(await today(consortiumStaff('governance-secretary'), undefined)).toEqual({ policies: [] });
  const foreign = { actor: person, query: { branch: 'ash.main' } };
  expect(await call(showToday.using(at(monday)), foreign)).toMatchObject({ body: { code: 'not-your-branch' } });
});
