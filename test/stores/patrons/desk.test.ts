import { operations } from '../../../functions/operations.ts';
import { cardStore } from '../../../functions/patrons/data/card-store.ts';
import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as myLooks } from '../../../functions/patrons/operations/my-look-log/handler.ts';
import { handler as myProfile } from '../../../functions/patrons/operations/my-profile/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as replace } from '../../../functions/patrons/operations/replace-card/handler.ts';
import { handler as resetPin } from '../../../functions/patrons/operations/reset-pin/handler.ts';
import { handler as search } from '../../../functions/patrons/operations/search-patrons/handler.ts';
import { handler as setMyPin } from '../../../functions/patrons/operations/set-my-pin/handler.ts';
import { handler as unblock } from '../../../functions/patrons/operations/unblock-patron/handler.ts';
import { pinAttempt } from '../../../functions/patrons/use-cases/sign-in-attempt.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import { pinFits } from '../../../layers/records/attempts/data/pin-hash.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aPatron, patron, staffAt, withBranch } from '../../builders/people.ts';

const main = staffAt('riverton.main', 'desk');
const elsewhere = staffAt('lakeshore.main', 'desk');
const supervisor = staffAt('riverton.main', 'desk-supervisor');
const supervisorElsewhere = staffAt('lakeshore.main', 'desk-supervisor');
let table: Table;
let serial = 0;

const wanted = (more = {}) => {
  serial += 1;
  return {
    branchId: 'riverton.main',
    card: `2110199000${String(serial).padStart(4, '0')}`,
    category: 'adult',
    expiresOn: '2099-12-31',
    person: { name: { family: 'Petrović', given: 'Jelena' }, birthDate: '1990-04-11', email: 'jelena@example.org' },
    ...more,
  };
};

const seenAt = (branchId: string, card: string, more = {}) =>
  call(lookUp, { actor: branchId.startsWith('riverton') ? main : elsewhere, body: { branchId, card, ...more } });

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const branch of ['riverton.main', 'riverton.eastside', 'lakeshore.main']) await withBranch(table, branch);
});

describe('registering', () => {
  test('gives a random id; personal data is in one item, separate from the summary', async () => {
    const body = wanted({ homeBranch: 'riverton.eastside', pin: '482615' });
    const made = await call(register, { actor: main, body });
    expect(made).toMatchObject({ status: 201, body: { patronId: expect.stringMatching(/^pat_/) } });
    const { patronId } = made.body as { patronId: string };
    const items = await table.queryAll({ partition: `PATRON#${patronId}` });
    const matching = items.filter((item) => /Petrovi|1990-04-11|jelena@|211019/.test(JSON.stringify(item)));
    expect(items.map(({ sk }) => sk)).toEqual(['PERSON', 'PIN', 'STATUS']);
    expect(matching.map(({ sk }) => sk)).toEqual(['PERSON']);
    expect(JSON.stringify(items)).not.toContain('482615');
  });

  test('a card registered at two desks at once belongs to one patron', async () => {
    for (let round = 0; round < 5; round += 1) {
      const body = wanted();
      const answers = await Promise.all(Array.from({ length: 6 }, () => call(register, { actor: main, body })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
      const winner = answers.find(({ status }) => status === 201)?.body as { patronId: string };
      expect(await cardStore(table).get(body.card)).toMatchObject({
        holders: [{ patronId: winner.patronId, memberId: 'riverton' }],
      });
    }
  });

  test.each<[string, object, number, string, string]>([
    ['a branch that does not exist', { homeBranch: 'riverton.nowhere' }, 404, 'branch-unknown', '/body/homeBranch'],
    ['another member’s branch', { homeBranch: 'lakeshore.main' }, 422, 'home-elsewhere', '/body/homeBranch'],
    ['a guarantor who is no patron', { guarantorId: 'pat_nobody' }, 422, 'guarantor-unknown', '/body/guarantorId'],
    ['a PIN that is a row of digits', { pin: '123456' }, 422, 'pin-run', '/body/pin'],
    ['finding S2: a PIN of five digits', { pin: '73916' }, 422, 'pin-length', '/body/pin'],
  ])('%s is refused, and nothing is written', async (_what, more, status, code, pointer) => {
    const body = wanted(more);
    expect(await call(register, { actor: main, body })).toMatchObject({
      status,
      body: { code, errors: [{ pointer }] },
    });
    expect(await cardStore(table).get(body.card)).toBeUndefined();
  });

  test('a child is under age, with a guarantor', async () => {
    const { patronId: guarantorId } = await aPatron(table, {});
    const person = { name: { family: 'Castellano', given: 'Mateo' }, birthDate: '2020-09-09' };
    const { body } = await call(register, { actor: main, body: wanted({ person, guarantorId }) });
    const status = await patronStore(table).status((body as { patronId: string }).patronId);
    expect(status).toMatchObject({ minor: true, guarantorId });
  });

  test('a desk of one branch does not register at another', async () => {
    const away = await call(register, { actor: main, body: wanted({ branchId: 'riverton.eastside' }) });
    expect(away).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });
});

describe('a card shown at a desk', () => {
  test('at home shows everything', async () => {
    const { patronId, card } = await aPatron(table, { homeBranch: 'riverton.eastside' });
    expect(await seenAt('riverton.main', card)).toMatchObject({
      status: 200,
      body: { at: 'home', patronId, card, homeBranch: 'riverton.eastside', mayBorrow: true, reasons: [], owed: 0 },
    });
    expect((await call(myLooks, { actor: patron(patronId), query: {} })).body).toEqual({ looks: [] });
  });

  test('elsewhere shows little, and the patron can see the access in the log', async () => {
    const { patronId, card } = await aPatron(table, {});
    const { status, body } = await seenAt('lakeshore.main', card);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        at: 'elsewhere',
        patronId,
        name: { family: 'Okafor', given: 'Amara' },
        homeMember: 'riverton',
        cardState: 'good',
        mayBorrow: true,
        blocks: [],
        notes: [],
        owed: 0,
      },
    });
    expect((await call(myLooks, { actor: patron(patronId), query: {} })).body).toEqual({
      looks: [{ at: expect.any(String), branchId: 'lakeshore.main' }],
    });
  });

  test('that has expired is reported as such', async () => {
    const { card } = await aPatron(table, { expiresOn: '2024-05-31' });
    expect((await seenAt('lakeshore.main', card)).body).toMatchObject({ cardState: 'expired', mayBorrow: false });
    expect((await seenAt('riverton.main', card)).body).toMatchObject({ reasons: [{ code: 'card-expired' }] });
  });

  test('an unknown card, and an unknown branch, are reported', async () => {
    expect(await seenAt('riverton.main', '999')).toMatchObject({ status: 404, body: { code: 'card-unknown' } });
    const nowhere = { branchId: 'riverton.nowhere', card: '999' };
    const lost = await call(lookUp, { actor: staffAt('riverton', 'desk'), body: nowhere });
    expect(lost).toMatchObject({ status: 404, body: { code: 'branch-unknown' } });
  });

  test('that two members issued requires a choice', async () => {
    const [own, other] = [
      await aPatron(table, { card: '5551' }),
      await aPatron(table, { homeBranch: 'lakeshore.main' }),
    ];
    await cardStore(table).share('5551', { patronId: other.patronId, memberId: 'lakeshore' });
    expect(await seenAt('riverton.main', '5551')).toMatchObject({
      status: 409,
      body: {
        code: 'card-shared',
        errors: [
          { code: 'card-shared' },
          { code: 'held-at', detail: 'riverton' },
          { code: 'held-at', detail: 'lakeshore' },
        ],
      },
    });
    const chosen = await seenAt('riverton.main', '5551', { member: 'riverton' });
    expect(chosen.body).toMatchObject({ patronId: own.patronId });
    // Resolved by a new card for one of them: the other keeps the number.
    const body = { branchId: 'riverton.main', card: '5552', reason: 'number-shared' };
    expect((await call(replace, { actor: main, path: { patronId: own.patronId }, body })).status).toBe(200);
    expect((await seenAt('riverton.main', '5551')).body).toMatchObject({ patronId: other.patronId });
  });
});

describe('a replaced card', () => {
  test('is refused with the reason; the patron stays the same', async () => {
    const { patronId, card } = await aPatron(table, {});
    const body = { branchId: 'riverton.main', card: '6001', reason: 'stolen' };
    expect((await call(replace, { actor: main, path: { patronId }, body })).status).toBe(200);
    const old = await seenAt('lakeshore.main', card);
    expect(old).toMatchObject({
      status: 410,
      body: { code: 'card-replaced', detail: expect.stringContaining('stolen') },
    });
    expect(JSON.stringify(old.body)).not.toMatch(/6001|pat_/);
    expect((await seenAt('riverton.main', '6001')).body).toMatchObject({ patronId, card: '6001' });
    const again = await call(register, { actor: main, body: wanted({ card }) });
    expect(again).toMatchObject({ status: 409, body: { code: 'card-taken' } });
  });

  test('by two numbers at once works with one of them only', async () => {
    const { patronId } = await aPatron(table, {});
    const to = (card: string) =>
      call(replace, { actor: main, path: { patronId }, body: { branchId: 'riverton.main', card, reason: 'lost' } });
    const answers = await Promise.all([to('6101'), to('6102')]);
    const done = answers.filter(({ status }) => status === 200).length;
    const held = await Promise.all([cardStore(table).get('6101'), cardStore(table).get('6102')]);
    expect(held.filter((card) => card?.state === 'active')).toHaveLength(1);
    // One that lost the race claimed nothing; one that came completely after the other replaced its card in turn.
    expect(held.filter((card) => card !== undefined)).toHaveLength(done);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual(done === 1 ? [409] : []);
  });

  test('finding S9: is not replaced by its own number', async () => {
    const { patronId, card } = await aPatron(table, {});
    const replacedBy = (number: string) =>
      call(replace, {
        actor: main,
        path: { patronId },
        body: { branchId: 'riverton.main', card: number, reason: 'lost' },
      });
    const refused = { status: 409, body: { code: 'same-card', errors: [{ pointer: '/body/card' }] } };
    expect(await replacedBy(card)).toMatchObject(refused);
    // As a Codabar reader sends it.
    expect(await replacedBy(`A${card}B`)).toMatchObject(refused);
    expect((await seenAt('riverton.main', card)).body).toMatchObject({ patronId });
  });

  test('is replaced at home only', async () => {
    const { patronId } = await aPatron(table, {});
    const body = { branchId: 'lakeshore.main', card: '6201', reason: 'lost' };
    const away = await call(replace, { actor: elsewhere, path: { patronId }, body });
    expect(away).toMatchObject({ status: 403, body: { code: 'not-home' } });
  });
});

describe('a PIN', () => {
  const fits = async (patronId: string, pin: string) => pinFits(pin, (await patronStore(table).pin(patronId))?.pinHash);

  test('is changed by a user who knows the present one', async () => {
    const { patronId } = await aPatron(table, { pin: '482615' });
    const change = (currentPin: string, pin: string) =>
      call(setMyPin, { actor: patron(patronId), body: { currentPin, pin } });
    expect(await change('111222', '739164')).toMatchObject({ status: 422, body: { code: 'pin-wrong' } });
    expect(await change('482615', '444444')).toMatchObject({ status: 422, body: { code: 'pin-one-digit' } });
    expect((await change('482615', '739164')).status).toBe(200);
    expect([await fits(patronId, '482615'), await fits(patronId, '739164')]).toEqual([false, true]);
  });

  test('is reset at home, which lifts a lock', async () => {
    const { patronId, card } = await aPatron(table, { pin: '482615' });
    const tries = () => attemptStore(table).open(pinAttempt(card, '192.0.2.1'), Date.now());
    for (let i = 0; i < 5; i += 1) await tries();
    expect(await tries()).toMatchObject({ refused: 'locked' });
    const reset = (actor: typeof main, branchId: string) =>
      call(resetPin, { actor, path: { patronId }, body: { branchId, pin: '739164' } });
    expect(await reset(elsewhere, 'lakeshore.main')).toMatchObject({ status: 403, body: { code: 'not-home' } });
    expect((await reset(main, 'riverton.main')).status).toBe(200);
    expect(await fits(patronId, '739164')).toBe(true);
    expect(await tries()).not.toHaveProperty('refused');
  });
});

describe('a block', () => {
  const set = (handler: typeof block | typeof unblock, actor: typeof main, patronId: string, body: object) =>
    call(handler, { actor, path: { patronId }, body: { code: 'conduct', ...body } });

  test('of one member applies there only; one of the home library everywhere', async () => {
    const { patronId, card } = await aPatron(table, {});
    const away = { branchId: 'lakeshore.main' };
    expect((await set(block, supervisorElsewhere, patronId, away)).status).toBe(200);
    const may = async (branch: string) => ((await seenAt(branch, card)).body as { mayBorrow: boolean }).mayBorrow;
    expect([await may('lakeshore.main'), await may('riverton.main')]).toEqual([false, true]);
    const everywhere = { branchId: 'lakeshore.main', everywhere: true };
    expect(await set(block, supervisorElsewhere, patronId, everywhere)).toMatchObject({ body: { code: 'not-home' } });
    expect((await set(unblock, supervisorElsewhere, patronId, away)).status).toBe(200);
    const home = { branchId: 'riverton.main', everywhere: true };
    expect((await set(block, supervisor, patronId, home)).status).toBe(200);
    expect(await set(block, supervisor, patronId, home)).toMatchObject({
      status: 409,
      body: { code: 'blocked-already' },
    });
    expect([await may('lakeshore.main'), await may('riverton.main')]).toEqual([false, false]);
    expect((await call(myProfile, { actor: patron(patronId) })).body).toMatchObject({
      blocks: [{ code: 'conduct', scope: 'consortium', since: expect.any(String) }],
    });
    expect((await set(unblock, supervisor, patronId, home)).status).toBe(200);
    expect(await set(unblock, supervisor, patronId, home)).toMatchObject({
      status: 409,
      body: { code: 'not-blocked' },
    });
  });

  test('has a reason that only the library that set it and the home library read', async () => {
    const { patronId, card } = await aPatron(table, {});
    const note = 'Said so at the desk.';
    await set(block, supervisor, patronId, { branchId: 'riverton.main', everywhere: true, note });
    const notes = async (branch: string) => ((await seenAt(branch, card)).body as { notes: { text: string }[] }).notes;
    expect(await notes('riverton.main')).toMatchObject([{ text: note, readers: 'own-library' }]);
    expect(await notes('lakeshore.main')).toEqual([]);
    await set(block, supervisorElsewhere, patronId, { branchId: 'lakeshore.main', note: 'Seen there.' });
    expect((await notes('lakeshore.main')).map(({ text }) => text)).toEqual(['Seen there.']);
    expect((await notes('riverton.main')).map(({ text }) => text).toSorted()).toEqual([note, 'Seen there.']);
  });

  test('has its last day by the calendar of the branch, not by UTC', async () => {
    const { patronId } = await aPatron(table, {});
    // In New York it is still the evening of the day before.
    const evening = at('2026-03-03T02:00:00.000Z');
    const asked = { branchId: 'riverton.main', code: 'conduct', until: '2026-03-02' };
    const blocked = await call(block.using(evening), { actor: supervisor, path: { patronId }, body: asked });
    expect(blocked.status).toBe(200);
    const profile = (when: string) => call(myProfile.using(at(when)), { actor: patron(patronId) });
    expect((await profile('2026-03-03T02:00:00.000Z')).body).toMatchObject({ blocks: [{ until: '2026-03-02' }] });
    expect((await profile('2026-03-03T06:00:00.000Z')).body).toMatchObject({ blocks: [] });
  });

  test('set by two at once is never lost', async () => {
    const { patronId } = await aPatron(table, {});
    const codes = ['conduct', 'card-misuse', 'address-unknown', 'unreturned-items'];
    const answers = await Promise.all(
      codes.map((code) => set(block, supervisor, patronId, { branchId: 'riverton.main', code })),
    );
    const stored = (await patronStore(table).status(patronId))?.blocks.length;
    expect(stored).toBe(answers.filter(({ status }) => status === 200).length);
  });
});

test('patrons are found by the beginning of their names, without accents, at the own member only', async () => {
  await aPatron(table, { family: 'Åkesson' });
  await aPatron(table, { family: 'Akerman' });
  await aPatron(table, { family: 'Akers', homeBranch: 'lakeshore.main' });
  const found = await call(search, { actor: main, body: { branchId: 'riverton.main', name: 'ÅKE' } });
  const names = (found.body as { patrons: { name: { family: string } }[] }).patrons.map(({ name }) => name.family);
  expect(names).toEqual(['Akerman', 'Åkesson']);
});

test('no operation has personal data in an address: names, cards and the like are in bodies only', () => {
  const personal = /name|card|email|phone|address|birth|pin/i;
  const asked = operations.flatMap(({ id, path, query }) => {
    const fields = Object.keys((query as { shape?: object } | undefined)?.shape ?? {});
    return id.startsWith('patrons-') ? [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).concat(fields) : [];
  });
  expect(asked.filter((field) => personal.test(String(field)))).toEqual([]);
});
