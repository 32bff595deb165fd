import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as ask } from '../../../functions/patrons/operations/ask-pin-code/handler.ts';
import { handler as myProfile } from '../../../functions/patrons/operations/my-profile/handler.ts';
import { handler as use } from '../../../functions/patrons/operations/use-pin-code/handler.ts';
import { codeRequest, pinAttempt } from '../../../functions/patrons/use-cases/sign-in-attempt.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Attempt, attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { fittingHash, hashPin, pinFits } from '../../../layers/records/attempts/data/pin-hash.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { aPatron, patron, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const noon = '2026-03-02T12:00:00.000Z';
const MINUTE = 60_000;
const after = (minutes: number) => new Date(Date.parse(noon) + minutes * MINUTE).toISOString();
const email = mockClient(SESv2Client);
const logged: string[] = [];
let table: Table & { name: string };

let address = '';
let serial = 0;
const asked = (card: string, when = noon) => call(ask.using(at(when)), { address, body: { card } });
const used = (card: string, code: string, pin = '739164', when = noon) =>
  call(use.using(at(when)), { address, body: { card, code, pin } });
/** The codes that were sent, by e-mail only. */
const codes = () =>
  email
    .commandCalls(SendEmailCommand)
    .map(({ args: [{ input }] }) => /\d{8}/.exec(input.Content?.Simple?.Body?.Text?.Data ?? '')?.[0] ?? '');
const fits = async (patronId: string, pin: string) => pinFits(pin, (await patronStore(table).pin(patronId))?.pinHash);

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
  process.env.NOTICE_SENDER = 'library@example.org';
  table = await aTable();
  await withBranch(table, 'riverton.main');
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
});
beforeEach(() => {
  serial += 1;
  address = `192.0.2.${serial}`;
  email.reset();
  email.on(SendEmailCommand).resolves({});
});

test('a code sent by e-mail sets a new PIN, once; it is nowhere in clear text', async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615' });
  expect(await asked(card)).toMatchObject({
    status: 202,
    body: { goodForMinutes: 15, pinLength: { shortest: 6, longest: 12 } },
  });
  const [code = ''] = codes();
  expect(code).toMatch(/^\d{8}$/);
  expect(JSON.stringify([await scanAll(table.name), logged])).not.toContain(code);
  expect((await used(card, code)).status).toBe(200);
  expect([await fits(patronId, '482615'), await fits(patronId, '739164')]).toEqual([false, true]);
  expect(await used(card, code, '918273')).toMatchObject({ status: 422, body: { code: 'code-refused' } });
});

test('used at two places at once it sets one PIN', async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615' });
  await asked(card);
  const [code = ''] = codes();
  const answers = await Promise.all([used(card, code, '739164'), used(card, code, '918273')]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await fits(patronId, answers[0]?.status === 200 ? '739164' : '918273')).toBe(true);
});

test('a code that is too old, or was sent before one that was used, is refused', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  await asked(card);
  await asked(card, after(5));
  await asked(card, after(10));
  const [first = '', second = '', third = ''] = codes();
  const refused = { status: 422, body: { code: 'code-refused' } };
  expect(await used(card, first, '739164', after(16))).toMatchObject(refused);
  expect(await used(card, second, '444444', after(16))).toMatchObject({ status: 422, body: { code: 'pin-one-digit' } });
  expect((await used(card, second, '739164', after(16))).status).toBe(200);
  expect(await used(card, third, '918273', after(16))).toMatchObject(refused);
});

test('finding S3: a request in the minute after a code sends no other and leaves the first one good', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  const owner = address;
  await asked(card);
  address = '203.0.113.200';
  const again = await Promise.all([asked(card), asked(card, after(0.9))]);
  expect(again.map(({ status }) => status)).toEqual([202, 202]);
  expect(codes()).toHaveLength(1);
  address = owner;
  expect((await used(card, codes()[0] ?? '', '739164', after(1))).status).toBe(200);
});

test('finding S3: requests of strangers do not invalidate the code that the owner received', async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615' });
  const owner = address;
  await asked(card);
  for (let i = 1; i < 8; i += 1) {
    address = `203.0.113.${100 + i}`;
    await asked(card, after(2 * i - 0.5));
  }
  expect(codes()).toHaveLength(3);
  address = owner;
  expect((await used(card, codes()[0] ?? '', '739164', after(14))).status).toBe(200);
  expect(await fits(patronId, '739164')).toBe(true);
  // When codes end, others are sent again.
  const other = await aPatron(table, { pin: '482615' });
  email.resetHistory();
  for (let i = 0; i < 3; i += 1) await asked(other.card, after(2 * i));
  address = '203.0.113.108';
  await asked(other.card, after(18));
  expect(codes()).toHaveLength(4);
});

test('a code is compared with all stored hashes that it may match, which one salt makes one computation', async () => {
  const [one, two] = [await hashPin('20948371', 'c2FsdA'), await hashPin('55555551', 'c2FsdA')];
  const other = await hashPin('20948371');
  expect(one.split('$')[1]).toBe(two.split('$')[1]);
  expect(await fittingHash('55555551', [one, two])).toBe(two);
  expect(await fittingHash('20948371', [two, other])).toBe(other);
  expect(await fittingHash('11111111', [one, two, other])).toBeUndefined();
  expect(await fittingHash('', [])).toBeUndefined();
});

test('guessing codes locks this way at the address, and the right code is then refused as well; elsewhere it is good', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  await asked(card);
  const [code = ''] = codes();
  const wrong = code === '00000000' ? '11111111' : '00000000';
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await used(card, wrong)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 423]);
  expect(await used(card, code)).toMatchObject({ status: 423, body: { code: 'sign-in-locked' } });
  address = '198.51.100.1';
  expect((await used(card, code)).status).toBe(200);
});

test('the answer does not reveal whether a card exists, and no more codes are sent in a day than the policy allows', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  const [known, unknown] = [await asked(card), await asked('404404')];
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect(await used('404404', '12345678')).toMatchObject({ status: 422, body: { code: 'code-refused' } });
  for (let i = 1; i < 6; i += 1) expect((await asked(card, after(20 * i))).status).toBe(202);
  expect(codes()).toHaveLength(3);
  await asked(card, '2026-03-03T12:00:00.000Z');
  expect(codes()).toHaveLength(4);
});

test('finding S3: strangers who use up the codes of a day leave the last quarter to addresses where the card was used', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  const home = address;
  await attemptStore(table).settle(
    (await attemptStore(table).open(pinAttempt(card, home), Date.parse(noon))) as Attempt,
  );
  let minutes = 0;
  const asksAtIntervals = async (times: number) => {
    for (let i = 0; i < times; i += 1) {
      minutes += 16;
      expect((await asked(card, after(minutes))).status).toBe(202);
    }
  };
  for (let i = 1; i < 4; i += 1) {
    address = `203.0.113.${i}`;
    await asksAtIntervals(4);
  }
  expect(codes()).toHaveLength(9);
  address = '203.0.113.4';
  await asksAtIntervals(2);
  expect(codes()).toHaveLength(9);
  address = home;
  await asksAtIntervals(4);
  expect(codes()).toHaveLength(12);
});

test('finding S2: one address that asks codes for many cards is refused with the time to wait', async () => {
  const earlier = (i: number) => attemptStore(table).open(codeRequest(`4000000000${i}`, address, 3), Date.parse(noon));
  for (let i = 0; i < 58; i += 1) expect(await earlier(i)).not.toHaveProperty('refused');
  const answers = [];
  for (let i = 58; i < 62; i += 1) answers.push(await asked(`4000000000${i}`));
  expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([202, 202]);
  expect(answers.at(-1)).toMatchObject({
    ...{ status: 429, body: { code: 'too-many-failures' }, headers: { 'retry-after': '900' } },
  });
});

test('finding S2: a code sets no PIN that is the birthday, which only the owner of a right code learns', async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615', birthDate: '1980-01-02' });
  await asked(card);
  const [code = ''] = codes();
  const wrong = code === '00000000' ? '11111111' : '00000000';
  expect(await used(card, wrong, '198001')).toMatchObject({ status: 422, body: { code: 'code-refused' } });
  expect(await used(card, code, '198001')).toMatchObject({ status: 422, body: { code: 'pin-birthday' } });
  expect((await used(card, code, '739164')).status).toBe(200);
  expect(await fits(patronId, '739164')).toBe(true);
});

test('without a sender no code is promised', async () => {
  const { card } = await aPatron(table, {});
  delete process.env.NOTICE_SENDER;
  expect(await asked(card)).toMatchObject({ status: 409, body: { code: 'no-e-mail' } });
  process.env.NOTICE_SENDER = 'library@example.org';
});

test('the form for a new PIN is told the least digits that the policy in force asks for', async () => {
  const own = await aTable();
  await withBranch(own, 'riverton.main');
  const { patronId, card } = await aPatron(own, {});
  await aPatronsPolicy(own, { pins: { shortest: 8 } }, '2026-01-01T00:00:00.000Z');
  const pinLength = { shortest: 8, longest: 12 };
  expect((await asked(card)).body).toEqual({ goodForMinutes: 15, pinLength });
  expect((await call(myProfile.using(at(noon)), { actor: patron(patronId) })).body).toMatchObject({ pinLength });
});
