import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as maintainPatrons } from '../../../functions/patrons/consumers/maintain-patrons/handler.ts';
import { cardStore } from '../../../functions/patrons/data/card-store.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as ask } from '../../../functions/patrons/operations/ask-sign-up/handler.ts';
import { handler as confirm } from '../../../functions/patrons/operations/confirm-sign-up/handler.ts';
import { handler as finish } from '../../../functions/patrons/operations/finish-sign-up/handler.ts';
import { handler as listResidences } from '../../../functions/patrons/operations/list-residences/handler.ts';
import { handler as listSignUps } from '../../../functions/patrons/operations/list-sign-ups/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as showSignUp } from '../../../functions/patrons/operations/show-sign-up/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const ended = '2026-04-02T06:00:00.000Z';
const branchId = 'cedar.main';
const desk = staffAt('cedar.main', 'desk');
const lambda = { awsRequestId: 'lambda-1' };
const email = mockClient(SESv2Client);
const logged: string[] = [];
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
  Object.assign(process.env, { NOTICE_SENDER: 'library@example.org', BUCKET_NAME: 'bucket' });
  table = await aTable();
  await aConsortium(table);
  await aPatronsPolicy(
    table,
    { selfRegistration: { open: true, perBranchHour: 15 }, residences: { cedar: 'Cedar County' } },
    '2026-03-01T00:00:00.000Z',
  );
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
});
beforeEach(() => {
  email.reset();
  email.on(SendEmailCommand).resolves({});
});

const codes = () =>
  email
    .commandCalls(SendEmailCommand)
    .map(({ args: [{ input }] }) => /\d{8}/.exec(input.Content?.Simple?.Body?.Text?.Data ?? '')?.[0] ?? '');
const asks = (over: object = {}, more: { when?: string; website?: string; body?: object } = {}) => {
  const { when = monday, website } = more;
  const person = { name: { family: 'Moreau', given: 'Inès' }, email: 'ines@example.org', ...over };
  const body = { homeBranch: branchId, person, ...(website !== undefined && { website }), ...more.body };
  return call(ask.using(at(when)), { body });
};
const confirms = (signUpId: string, code: string, pin = '739164', when = monday) =>
  call(confirm.using(at(when)), { body: { signUpId, code, pin } });
const signsUp = async (over: object = {}, when = monday) => {
  const asked = await asks(over, { when });
  const { signUpId } = asked.body as { signUpId: string };
  const code = codes().at(-1) ?? '';
  const done = await confirms(signUpId, code, '739164', when);
  expect(done.status).toBe(201);
  const { card } = done.body as { card: string };
  const found = await cardStore(table).get(card);
  const patronId = found?.state === 'active' ? (found.holders[0]?.patronId ?? '') : '';
  return { signUpId, code, card, patronId };
};
const finishes = (patronId: string, over: object = {}, when = monday) => {
  const card = String(Math.random()).slice(2, 16);
  const body = { branchId, card, category: 'adult', ...over };
  return call(finish.using(at(when)), { actor: desk, path: { patronId }, body });
};

test('a code sent to the address gives a temporary card, which lends nothing until a desk has checked the identity', async () => {
  const { card, code, signUpId, patronId } = await signsUp({ email: 'first@example.org' });
  expect(card).toMatch(/^T\d{10}$/);
  expect(JSON.stringify([await scanAll(table.name), logged])).not.toContain(code);
  expect(await confirms(signUpId, code)).toMatchObject({ status: 422, body: { code: 'code-refused' } });
  const seen = await call(lookUp.using(at(monday)), { actor: desk, body: { branchId, card } });
  expect(seen.body).toMatchObject({ patronId, category: 'temporary', expiresOn: '2026-04-01', mayBorrow: false });
  const copy = await aCopy(table, { branchId });
  const lent = (patronCard: string) =>
    call(checkOut.using(at(monday)), { actor: desk, body: { branchId, item: copy.barcode, patron: patronCard } });
  expect(await lent(card)).toMatchObject({ status: 409, body: { code: 'patron-blocked' } });
  const held = { actor: patron(patronId, 'cedar'), body: { recordId: copy.recordId, pickupBranch: branchId } };
  expect(await call(placeHold.using(at(monday)), held)).toMatchObject({ body: { code: 'patron-blocked' } });
  const waits = async () => {
    const { body } = await call(listSignUps.using(at(monday)), { actor: desk, path: { branchId }, query: {} });
    return (body as { signUps: { patronId: string }[] }).signUps.filter((one) => one.patronId === patronId);
  };
  expect(await waits()).toMatchObject([{ card, homeBranch: branchId, expiresOn: '2026-04-01' }]);

  const full = String(Math.random()).slice(2, 16);
  const done = await finishes(patronId, { card: full, note: 'Passport seen.' });
  expect(await waits()).toEqual([]);
  expect(done).toMatchObject({ status: 200, body: { patronId, expiresOn: '2029-03-02' } });
  expect((await lent(full)).status).toBe(201);
  expect(await lent(card)).toMatchObject({ status: 410, body: { code: 'card-replaced' } });
  expect(await finishes(patronId)).toMatchObject({ status: 409, body: { code: 'not-temporary' } });
  await maintainPatrons.using(at(ended, { bucket: bucketInMemory() }))({}, lambda);
  expect(await patronStore(table).status(patronId)).toMatchObject({ category: 'adult', blocks: [] });
});

test('a sign-up takes the place of residence and the consents along, with the time of the sign-up', async () => {
  const contact = { residence: 'cedar', contactConsents: { email: true } };
  const asked = await asks({ email: 'resident@example.org' }, { body: contact });
  const done = await confirms((asked.body as { signUpId: string }).signUpId, codes().at(-1) ?? '');
  const body = { branchId, card: (done.body as { card: string }).card };
  const { body: seen } = await call(lookUp.using(at(monday)), { actor: desk, body });
  const consents = { email: { given: true, at: monday } };
  expect(seen).toMatchObject({ residence: 'cedar', contactConsents: consents });
  expect((await finishes((seen as { patronId: string }).patronId)).status).toBe(200);
  const unknown = await asks({ email: 'nowhere@example.org' }, { body: { residence: 'atlantis' } });
  expect(unknown).toMatchObject({ status: 422, body: { code: 'residence-unknown' } });
});

test('finding S9: a temporary card is not made full by its own number', async () => {
  const { card, patronId } = await signsUp({ email: 'same@example.org' });
  const refused = { status: 409, body: { code: 'same-card', errors: [{ pointer: '/body/card' }] } };
  expect(await finishes(patronId, { card })).toMatchObject(refused);
  expect((await finishes(patronId)).status).toBe(200);
});

test('a patron not checked by a desk in time is erased by the clock', async () => {
  const { card, patronId } = await signsUp({ email: 'never@example.org', name: { family: 'Vanishing' } });
  await maintainPatrons.using(at('2026-04-01T20:00:00.000Z', { bucket: bucketInMemory() }))({}, lambda);
  expect(await patronStore(table).status(patronId)).toBeDefined();
  expect(await maintainPatrons.using(at(ended, { bucket: bucketInMemory() }))({}, lambda)).toMatchObject({ erased: 1 });
  await erase.using(at(ended, { bucket: bucketInMemory() }))({}, lambda);
  const left = JSON.stringify(await scanAll(table.name));
  for (const secret of [patronId, card, 'Vanishing', 'never@example.org']) expect(left).not.toContain(secret);
});

test('the desk is asked about similar patrons before a card becomes full', async () => {
  const who = { name: { family: 'Alike', given: 'Zoë' }, birthDate: '1999-09-09' };
  const known = await signsUp({ ...who, email: 'zoe@example.org' });
  expect((await finishes(known.patronId)).status).toBe(200);
  const again = await signsUp({ ...who, email: 'other@example.org' });
  expect(await finishes(again.patronId)).toMatchObject({ status: 409, body: { code: 'may-be-known' } });
  expect((await finishes(again.patronId, { isDistinct: true })).status).toBe(200);
  const elm = staffAt('elm.main', 'desk');
  const body = { branchId: 'elm.main', card: '1', category: 'adult' };
  expect(await call(finish, { actor: elm, path: { patronId: known.patronId }, body })).toMatchObject({ status: 403 });
});

test('wrong codes end a sign-up, two at once make one patron, old codes are refused', async () => {
  const { signUpId } = (await asks({ email: 'guess@example.org' })).body as { signUpId: string };
  const [code = ''] = codes();
  const other = code === '00000000' ? '11111111' : '00000000';
  for (let i = 0; i < 5; i += 1) expect((await confirms(signUpId, other)).status).toBe(422);
  expect((await confirms(signUpId, code)).status).toBe(422);
  email.resetHistory();
  const next = (await asks({ email: 'twice@example.org' })).body as { signUpId: string };
  const [good = ''] = codes();
  const both = await Promise.all([confirms(next.signUpId, good), confirms(next.signUpId, good, '918273')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  email.resetHistory();
  const late = (await asks({ email: 'late@example.org' })).body as { signUpId: string };
  const [old = ''] = codes();
  expect((await confirms(late.signUpId, old, '739164', '2026-03-02T11:30:00.000Z')).status).toBe(422);
  expect(await confirms(late.signUpId, old, '1234')).toMatchObject({ status: 422, body: { code: 'pin-length' } });
});

test('a bot that fills every field, a repeated address and a flood get nothing; closed registration refuses', async () => {
  expect((await asks({ email: 'bot@example.org' }, { website: 'http://spam.example' })).status).toBe(202);
  expect(codes()).toEqual([]);
  const later = '2026-03-02T15:00:00.000Z';
  const again = await Promise.all([1, 2, 3, 4, 5].map(() => asks({ email: 'often@example.org' }, { when: later })));
  expect(again.every(({ status }) => status === 202)).toBe(true);
  expect(codes()).toHaveLength(3);
  const flood = await Promise.all(
    [...Array(15).keys()].map((n) => asks({ email: `n${n}@example.org` }, { when: later })),
  );
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.headers['retry-after']).toBe('3600');
  expect(await asks({ email: undefined })).toMatchObject({ status: 400 });
  const before = '2026-02-01T11:00:00.000Z';
  expect(await asks({}, { when: before })).toMatchObject({ status: 403, body: { code: 'sign-up-closed' } });
});

test('anybody reads whether people can sign up, for how long, and the residences to choose from', async () => {
  const rules = await call(showSignUp.using(at(monday)), {});
  expect(rules).toMatchObject({ status: 200, body: { open: true, days: expect.any(Number) } });
  const chosen = await call(listResidences.using(at(monday)), {});
  expect(chosen.body).toEqual({ residences: [{ code: 'cedar', name: 'Cedar County' }] });
});
