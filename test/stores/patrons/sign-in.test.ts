import { cardStore } from '../../../functions/patrons/data/card-store.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as refresh } from '../../../functions/patrons/operations/refresh/handler.ts';
import { handler as signIn } from '../../../functions/patrons/operations/sign-in/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, aSession, patron, withBranch } from '../../builders/people.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';
import { actorOfToken } from '../../builders/tokens.ts';

const start = Date.parse('2026-03-02T10:00:00Z');
const minutes = 60_000;
let table: Table;
let address = '';
let serial = 0;

/** Returns the operation at its own time. */
const at = (now: number, operation = signIn) =>
  operation.using({ clock: { now: () => now }, ids: countingIds(), environment: readEnvironment(process.env) });

const attempt = (card: string, pin: string, now = start, more = {}) =>
  call(at(now), { address, body: { card, pin, ...more } });

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  table = await aTable();
  await withBranch(table, 'riverton.main');
  await withBranch(table, 'lakeshore.main');
});

beforeEach(() => {
  serial += 1;
  address = `192.0.2.${serial}`;
});

test('card and PIN give a token of 15 minutes for the patron', async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615' });
  const { status, body } = await attempt(` ${card.slice(0, 4)} ${card.slice(4)}\r\n`, '482615');
  expect({ status, body }).toEqual({
    status: 200,
    body: { access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 },
  });
  const { access_token: token } = body as { access_token: string };
  const session = expect.any(String);
  const is = { kind: 'patron', id: patronId, member: 'riverton', signedInAt: start / 1000, session };
  expect(await actorOfToken(token, start)).toEqual({ actor: is });
  expect(await actorOfToken(token, start + 16 * minutes)).toEqual({ reason: 'token-expired' });
});

test('a wrong PIN, a card without PIN, a replaced card and an unknown card are answered alike', async () => {
  const withPin = await aPatron(table, { pin: '482615' });
  const without = await aPatron(table, {});
  const old = await aPatron(table, { pin: '482615' });
  const [person, card] = await Promise.all([patronStore(table).get(old.patronId), cardStore(table).get(old.card)]);
  if (person && card?.state === 'active') {
    await patronStore(table).replaceCard(person, card, '21101999999999', 'lost', '2026-03-01T00:00:00.000Z');
  }
  const answers = await Promise.all([
    attempt(withPin.card, '111222'),
    attempt(without.card, '482615'),
    attempt(old.card, '482615'),
    attempt('29999000000000', '482615'),
  ]);
  const alike = answers.map(({ status, body }) => ({ status, body: { ...(body as object), requestId: '' } }));
  expect(alike[0]).toMatchObject({
    status: 401,
    body: { code: 'sign-in-refused', detail: 'Card and PIN do not belong together.' },
  });
  expect(alike).toEqual([alike[0], alike[0], alike[0], alike[0]]);
});

test.each(['a card', 'no card'])(
  'five wrong PINs lock the number of %s at their address for 15 minutes, the right PIN included',
  async (which) => {
    const card = which === 'a card' ? (await aPatron(table, { pin: '482615' })).card : '28888000000000';
    for (let i = 0; i < 5; i += 1) expect((await attempt(card, '999111')).status).toBe(401);
    const locked = await attempt(card, '482615', start + minutes);
    expect(locked).toMatchObject({ status: 423, body: { code: 'sign-in-locked' }, headers: { 'retry-after': '840' } });
    expect((await attempt(card, '482615', start + 16 * minutes)).status).toBe(which === 'a card' ? 200 : 401);
  },
);

test('of twenty concurrent guesses at most five are checked', async () => {
  const { card } = await aPatron(table, { pin: '482615' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(card, '999111')));
  const looked = answers.filter(({ status }) => status === 401).length;
  expect(looked).toBeLessThanOrEqual(5);
  expect(answers.every(({ status }) => [401, 423, 429].includes(status))).toBe(true);
});

test('where two members issued one number, the PIN decides which patron it is', async () => {
  const first = await aPatron(table, { pin: '482615', card: '777' });
  const second = await aPatron(table, { pin: '591734', homeBranch: 'lakeshore.main' });
  expect(await cardStore(table).share('777', { patronId: second.patronId, memberId: 'lakeshore' })).toBe(true);
  const who = async (pin: string) => {
    const { body } = await attempt('777', pin);
    return actorOfToken((body as { access_token: string }).access_token, start);
  };
  expect(await who('482615')).toMatchObject({ actor: { id: first.patronId, member: 'riverton' } });
  expect(await who('591734')).toMatchObject({ actor: { id: second.patronId, member: 'lakeshore' } });
  expect((await attempt('777', '482615', start, { member: 'lakeshore' })).status).toBe(401);
});

describe('a patron’s session continues', () => {
  const signedIn = async () => {
    const { patronId } = await aPatron(table, { pin: '482615' });
    const session = await aSession(table, patronId, start);
    const refreshed = (now: number) =>
      call(at(now, refresh), { actor: patron(patronId, 'riverton', start / 1000, session) });
    return { patronId, refreshed };
  };

  test('for 12 hours after the PIN was typed', async () => {
    const { refreshed } = await signedIn();
    expect((await refreshed(start + 719 * minutes)).status).toBe(200);
    const over = await refreshed(start + 721 * minutes);
    expect(over).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
  });

  test('not after the PIN was changed', async () => {
    const { patronId, refreshed } = await signedIn();
    await patronStore(table).setPin(patronId, await hashPin('739164'), start + minutes);
    const ended = await refreshed(start + 2 * minutes);
    expect(ended).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
  });
});
