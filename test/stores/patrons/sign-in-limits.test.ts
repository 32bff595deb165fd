import { handler as showStatus } from '../../../functions/circulation/operations/show-status/handler.ts';
import { handler as issueToken } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { pinCodeStore } from '../../../functions/patrons/data/pin-code-store.ts';
import { handler as askCode } from '../../../functions/patrons/operations/ask-pin-code/handler.ts';
import { handler as resetPin } from '../../../functions/patrons/operations/reset-pin/handler.ts';
import { handler as setMyPin } from '../../../functions/patrons/operations/set-my-pin/handler.ts';
import { handler as signIn } from '../../../functions/patrons/operations/sign-in/handler.ts';
import { handler as useCode } from '../../../functions/patrons/operations/use-pin-code/handler.ts';
import { cardSubject, codeRequest, pinAttempt } from '../../../functions/patrons/use-cases/sign-in-attempt.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Attempt } from '../../../layers/records/attempts/data/attempt-store.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { partnerSecretRules, pinRules } from '../../../layers/records/attempts/domain/rules.ts';
import { addressSources } from '../../../layers/records/attempts/domain/source.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at, selfCheckAt } from '../../builders/lending.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';

const noon = '2026-03-02T12:00:00.000Z';
const now = Date.parse(noon);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PIN = '482615';
const branchId = 'cedar.main';
const logged: string[] = [];
let table: Table & { name: string };
let network = 0;
/** Returns an address that no other test uses. */
const anAddress = () => {
  network += 1;
  return `198.51.${Math.floor(network / 250)}.${(network % 250) + 1}`;
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
  mockSigningKey();
  table = await aTable();
  await aConsortium(table);
});

const signsIn = (card: string, pin: string, address: string, when = noon) =>
  call(signIn.using(at(when)), { address, body: { card, pin } });
const aReader = (more: { card?: string } = {}) => aPatron(table, { homeBranch: branchId, pin: PIN, ...more });
const failing = async (card: string, times: number, address: string, when = noon) => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await signsIn(card, '999111', address, when)).status);
  return statuses;
};
/** Counts failed attempts without the work of hashing PINs. */
const tries = (subject: string, source: string, when = now) =>
  attemptStore(table).open({ rules: pinRules, subject, source }, when);

test('finding S2: sixty cards, one PIN, one address: after twenty failures the address is refused with 429 and the time to wait', async () => {
  const address = anAddress();
  const answers = [];
  for (let i = 0; i < 60; i += 1) answers.push(await signsIn(`3000000000${i}`, '198001', address));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(40);
  expect(answers.at(-1)).toMatchObject({ body: { code: 'too-many-failures' }, headers: { 'retry-after': '900' } });
  const { card } = await aReader();
  expect((await signsIn(card, PIN, address)).status).toBe(429);
  expect((await signsIn(card, PIN, anAddress())).status).toBe(200);
  // A quarter of an hour later it goes on, up to a hundred failures in a day.
  expect((await signsIn(card, '999111', address, '2026-03-02T12:16:00.000Z')).status).toBe(401);
});

test('finding S2: a patient spray gets a hundred guesses in a day from one address, over any number of cards', async () => {
  const source = `address ${anAddress()}`;
  let made = 0;
  for (let quarter = 0; quarter < 40; quarter += 1) {
    for (let i = 0; i < 22; i += 1) {
      const attempt = await tries(`card spray-${quarter}-${i}`, source, now - 12 * 60 * MINUTE + quarter * 15 * MINUTE);
      if (!('refused' in attempt)) made += 1;
      else break;
    }
  }
  expect(made).toBe(100);
});

test('finding S2: a campus behind one address stays usable: successes take failures back, known cards go on during a spray', async () => {
  const source = `address ${anAddress()}`;
  const students = Array.from({ length: 60 }, (_, i) => `card student-${i}`);
  // Each mistypes once, then succeeds; each tenth gives up.
  for (const [i, student] of students.entries()) {
    const wrong = await tries(student, source);
    expect(wrong).not.toHaveProperty('refused');
    if (i % 10 === 0) continue;
    const right = await tries(student, source);
    expect(right).not.toHaveProperty('refused');
    await attemptStore(table).settle(right as Attempt);
  }
  let refused = false;
  for (let i = 0; i < 60 && !refused; i += 1) refused = 'refused' in (await tries(`card target-${i}`, source));
  expect(refused).toBe(true);
  expect(await tries('card new-student', source)).toMatchObject({ refused: 'source' });
  expect(await tries('card student-1', source)).not.toHaveProperty('refused');
});

test('finding S2: a spray over cards that are known at its address is refused as well, later', async () => {
  const source = `address ${anAddress()}`;
  const rules = { kind: 'known', lock: true, limits: [{ of: 'source' as const, ms: DAY, most: 2 }] };
  const tried = (i: number) => attemptStore(table).open({ rules, subject: `card known-${i}`, source }, now);
  for (let i = 0; i < 25; i += 1) await attemptStore(table).settle((await tried(i)) as Attempt);
  const made = [];
  for (let i = 0; i < 25; i += 1) made.push('refused' in (await tried(i)));
  expect(made.filter((refused) => !refused)).toHaveLength(20);
});

test('finding S2: of fifty concurrent guesses at fifty cards from one address, twenty are checked', async () => {
  const source = `address ${anAddress()}`;
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => tries(`card burst-${i}`, source)));
  expect(all.filter((one) => !('refused' in one))).toHaveLength(20);
});

describe('finding S3: a stranger who sends wrong PINs does not lock the owner out', () => {
  test('neither at another address, nor at a self-check, nor from the e-mailed code', async () => {
    const { patronId, card } = await aReader();
    const stranger = anAddress();
    expect(await failing(card, 6, stranger)).toEqual([401, 401, 401, 401, 401, 423]);
    expect((await signsIn(card, PIN, anAddress())).status).toBe(200);
    const actor = selfCheckAt(branchId);
    const status = await call(showStatus.using(at(noon)), { actor, body: { branchId, patron: card, pin: PIN } });
    expect(status).toMatchObject({ status: 200, body: { pin: 'right' } });
    const code = { codeHash: await hashPin('20948371'), goodUntil: now + MINUTE, now, perDay: 3, isKnown: false };
    await pinCodeStore(table).save(patronId, code);
    const body = { card, code: '20948371', pin: '739164' };
    // Even at the stranger's own address, and it ends the lock there.
    expect((await call(useCode.using(at(noon)), { address: stranger, body })).status).toBe(200);
    expect((await signsIn(card, '739164', stranger)).status).toBe(200);
  });

  test('wrong PINs at a self-check lock the card at that machine, not at home', async () => {
    const { card } = await aReader();
    const actor = selfCheckAt(branchId);
    const asks = () => call(showStatus.using(at(noon)), { actor, body: { branchId, patron: card, pin: '999111' } });
    for (let i = 0; i < 5; i += 1) expect((await asks()).body).toMatchObject({ pin: 'wrong' });
    expect((await asks()).status).toBe(423);
    expect((await signsIn(card, PIN, anAddress())).status).toBe(200);
  });

  test('many strangers together get fifty guesses in a month; then a new address needs the code, a known one does not', async () => {
    const { card } = await aReader();
    const home = anAddress();
    expect((await signsIn(card, PIN, home)).status).toBe(200);
    let made = 0;
    for (let i = 0; i < 80; i += 1) if (!('refused' in (await tries(`card ${card}`, `address bot-${i}`)))) made += 1;
    expect(made).toBe(50);
    expect(await signsIn(card, PIN, anAddress())).toMatchObject({ status: 423, body: { code: 'code-needed' } });
    expect((await signsIn(card, PIN, home)).status).toBe(200);
    const later = await tries(`card ${card}`, 'address bot-99', now + 31 * DAY);
    expect(later).not.toHaveProperty('refused');
  });
});

test('finding S2: who has an IPv6 network of 48 bits gets five times the attempts of one address, not 65,536 times', async () => {
  const rules = partnerSecretRules;
  const from = (i: number) => addressSources(`2001:db8:77:${i.toString(16)}::1`);
  const answers = [];
  for (let i = 0; i < 27; i += 1) answers.push(await attemptStore(table).open({ rules, ...from(i) }, now));
  expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(25);
  expect(answers.at(-1)).toMatchObject({ refused: 'network' });
  // Another network goes on, and IPv4 has no wider one.
  const others = ['2001:db8:78::1', '198.18.0.1'].map((address) => addressSources(address));
  for (const other of others) expect(await attemptStore(table).open({ rules, ...other }, now)).toMatchObject({ now });
});

describe('finding S2: an attempt that is not made does not count', () => {
  const DAILY = { ms: DAY, most: 2 };
  const opened = (on: Table, subject: string, source: string, lock = false) => {
    const limits = [
      { of: 'source' as const, ...DAILY },
      { of: 'subject' as const, ms: DAY, most: 1 },
    ];
    return attemptStore(on).open({ rules: { kind: 'uncounted', lock, limits }, subject, source }, now);
  };

  test('when a limit is reached between its check and its count', async () => {
    // Reads as before the concurrent attempt.
    const stale = { ...table, getMany: async (keys: unknown[]) => keys.map(() => undefined) };
    await opened(table, 'card raced', 'address raced');
    expect(await opened(stale, 'card raced', 'address raced')).toMatchObject({ refused: 'subject' });
    expect(await opened(table, 'card raced-2', 'address raced')).toMatchObject({ now });
    expect(await opened(table, 'card raced-3', 'address raced')).toMatchObject({ refused: 'source' });
  });

  test('when too many come for one card at once', async () => {
    const conflicting: Table = {
      ...table,
      write: async (writes) =>
        writes.some((write) => 'put' in write && write.put.entity === 'attemptPair')
          ? { conflict: [{ index: 0, was: undefined }] }
          : table.write(writes),
    };
    for (let i = 0; i < 3; i += 1) {
      expect(await opened(conflicting, 'card busy', 'address busy', true)).toMatchObject({ refused: 'busy' });
    }
    expect(await opened(table, 'card busy', 'address busy', true)).toMatchObject({ now });
  });
});

describe('finding S3: a new PIN ends the locks of a card whatever strangers did', () => {
  const later = '2026-03-02T12:01:00.000Z';
  const gives = (patronId: string, pin: string, when = noon) =>
    call(resetPin.using(at(when)), {
      actor: staffAt(branchId, 'desk'),
      path: { patronId },
      body: { branchId, pin },
    });

  test('the desk’s PIN opens locked addresses, and the addresses where the card was used stay known', async () => {
    const { patronId, card } = await aReader();
    const [home, stranger] = [anAddress(), anAddress()];
    expect((await signsIn(card, PIN, home)).status).toBe(200);
    expect(await failing(card, 6, stranger)).toEqual([401, 401, 401, 401, 401, 423]);
    expect((await gives(patronId, '739164')).status).toBe(200);
    expect((await signsIn(card, PIN, stranger)).status).toBe(401);
    for (let i = 0; i < 60; i += 1) await tries(`card ${card}`, `address after-reset-${i}`);
    expect(await signsIn(card, '739164', anAddress())).toMatchObject({ status: 423, body: { code: 'code-needed' } });
    expect((await signsIn(card, '739164', home)).status).toBe(200);
    // Another PIN lets fifty new addresses try again.
    expect((await gives(patronId, '918273', later)).status).toBe(200);
    expect((await signsIn(card, '918273', anAddress(), later)).status).toBe(200);
  });

  test('it is one write beside the PIN, however many addresses tried', async () => {
    const subject = cardSubject('29990000700000');
    for (let i = 0; i < 30; i += 1) await tries(subject, `address many-${i}`);
    let writes = 0;
    const counting: Table = {
      ...table,
      write: async (all) => {
        writes += all.length;
        return table.write(all);
      },
    };
    const store = attemptStore(counting);
    await counting.write([await store.reset(subject, now)]);
    expect(writes).toBe(1);
  });

  test('with the patron all of them are deleted, page by page', async () => {
    const number = '29990000800000';
    for (let i = 0; i < 30; i += 1) await attemptStore(table).open(codeRequest(number, `198.18.1.${i}`, 3), now);
    await attemptStore(table).open(pinAttempt(number, '198.18.1.1'), now);
    const hash = await attemptStore(table).hashed(cardSubject(number));
    const stored = async () => (await scanAll(table.name)).filter(({ pk }) => String(pk).includes(hash));
    expect((await stored()).length).toBeGreaterThan(30);
    await attemptStore(table).forget(hash);
    expect(await stored()).toEqual([]);
  });
});

test('finding S3: a signed-in patron changes the PIN at a new address while strangers try the card', async () => {
  const { patronId, card } = await aReader();
  for (let i = 0; i < 60; i += 1) await tries(`card ${card}`, `address own-${i}`);
  const address = anAddress();
  expect(await signsIn(card, PIN, address)).toMatchObject({ status: 423, body: { code: 'code-needed' } });
  const changed = (currentPin: string, pin: string) =>
    call(setMyPin.using(at(noon)), { actor: patron(patronId, 'cedar'), address, body: { currentPin, pin } });
  expect((await changed(PIN, '739164')).status).toBe(200);
  // Wrong ones still lock at this address.
  for (let i = 0; i < 5; i += 1) expect((await changed('999111', '918273')).status).toBe(422);
  expect((await changed('739164', '918273')).status).toBe(423);
});

test('finding S2: wrong secrets of machines from one address are refused with 429, and its known machines go on', async () => {
  const address = anAddress();
  const asks = (clientId: string) =>
    call(issueToken.using(at(noon)), { address, body: { clientId, clientSecret: 'guessed' } });
  const statuses: number[] = [];
  for (let i = 0; i < 22; i += 1) statuses.push((await asks(`mch_${i}`)).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429]);
});

test('nothing stored or logged has in clear the address or the card of a wrong sign-in, and every row expires', async () => {
  const address = '203.0.113.77';
  await failing('29990000123456', 2, address);
  await call(askCode.using(at(noon)), { address, body: { card: '29990000123456' } });
  const rows = await scanAll(table.name);
  const text = JSON.stringify([rows, logged]);
  for (const secret of [address, '29990000123456']) expect(text).not.toContain(secret);
  const counts = rows.filter(({ entity }) => ['attemptPair', 'attemptCount', 'attemptReset'].includes(String(entity)));
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.filter(({ expiresAt }) => typeof expiresAt !== 'number')).toEqual([]);
});
