import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as explain } from '../../../functions/circulation/operations/explain-check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { handler as showDependant } from '../../../functions/circulation/operations/show-dependant/handler.ts';
import { handler as showPatron } from '../../../functions/circulation/operations/show-patron/handler.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as dependants } from '../../../functions/patrons/operations/list-my-dependants/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as optIn } from '../../../functions/patrons/operations/note-opt-in/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as consent } from '../../../functions/patrons/operations/set-my-consent/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const optInFrom = '2027-01-01T00:00:00.000Z';
const later = '2027-03-01T11:00:00.000Z';
const elm = staffAt('elm.main', 'desk');
const cedar = staffAt('cedar.main', 'desk');
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  await aPatronsPolicy(table, { sharing: { optIn: true, restricted: ['birch'] } }, optInFrom);
});

const says = (patronId: string, body: object) => call(consent, { actor: patron(patronId, 'cedar'), body });

describe('C77 staff elsewhere', () => {
  test('see no title of a loan made elsewhere, unless the patron consented, and only for that time', async () => {
    const { patronId, card } = await aBorrower(table);
    const copy = await aCopy(table, { branchId: 'ash.main' });
    const lent = { branchId: 'cedar.main', item: copy.barcode, patron: card };
    expect((await call(checkOut.using(at(monday)), { actor: cedar, body: lent })).status).toBe(201);
    const view = async () => {
      const asked = { actor: elm, path: { patronId }, body: { branchId: 'elm.main' } };
      return (await call(showPatron.using(at(monday)), asked)).body as { loans: { recordId?: string; due: string }[] };
    };
    const record = async () => (await view()).loans.map(({ recordId }) => recordId);
    expect(await record()).toEqual([undefined]);
    expect((await says(patronId, { memberId: 'birch', open: true, titles: true })).status).toBe(200);
    expect(await record()).toEqual([undefined]);
    await says(patronId, { memberId: 'elm', open: true, titles: true });
    expect(await record()).toEqual([copy.recordId]);
    expect((await says(patronId, { memberId: 'elm', open: false, titles: false })).body).toEqual({
      consents: [{ memberId: 'birch', open: true, titles: true }],
    });
    expect(await record()).toEqual([undefined]);
  });

  test('cannot consent for the patron, nor can the patron for an unknown member', async () => {
    const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
    const body = { memberId: 'elm', open: true, titles: true };
    expect(await call(consent, { actor: cedar, body })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect(await says(patronId, { ...body, memberId: 'No Member' })).toMatchObject({ status: 400 });
    expect(await says('pat_nobody', body)).toMatchObject({ status: 410, body: { code: 'gone' } });
  });
});

describe('C76 the opt-in boundary', () => {
  const seen = (card: string, when = later) =>
    call(lookUp.using(at(when)), { actor: elm, body: { branchId: 'elm.main', card } });

  test('a patron is opened elsewhere after the opt-in, recorded at that desk with the card', async () => {
    const { patronId, card } = await aPatron(table, { homeBranch: 'cedar.main' });
    expect(await seen(card, monday)).toMatchObject({ status: 200, body: { at: 'elsewhere' } });
    const closed = await seen(card);
    expect(closed).toMatchObject({ status: 403, body: { code: 'not-opted-in' } });
    expect(JSON.stringify(closed.body)).not.toMatch(/Okafor|pat_/);
    const asked = { actor: elm, path: { patronId }, body: { branchId: 'elm.main' } };
    expect(await call(showPatron.using(at(later)), asked)).toMatchObject({ body: { code: 'not-opted-in' } });
    const noted = await call(optIn.using(at(later)), { actor: elm, body: { branchId: 'elm.main', card } });
    expect(noted).toMatchObject({ status: 200, body: { patronId } });
    expect(await seen(card)).toMatchObject({ status: 200, body: { at: 'elsewhere', patronId } });
    // Access ends again when the patron withdraws consent.
    await says(patronId, { memberId: 'elm', open: false, titles: false });
    expect(await seen(card)).toMatchObject({ status: 403 });
  });

  test('a patron of a restricted library is opened at home only, even after an opt-in', async () => {
    const { card } = await aPatron(table, { homeBranch: 'birch.east' });
    expect(await seen(card)).toMatchObject({ status: 403, body: { code: 'restricted' } });
    const noted = await call(optIn.using(at(later)), { actor: elm, body: { branchId: 'elm.main', card } });
    expect(noted).toMatchObject({ status: 403, body: { code: 'restricted' } });
    const birch = staffAt('birch.east', 'desk');
    const home = await call(lookUp.using(at(later)), { actor: birch, body: { branchId: 'birch.east', card } });
    expect(home).toMatchObject({ status: 200, body: { at: 'home' } });
  });

  test('a patron without an opt-in, or of a restricted library, is lent nothing elsewhere, and no more is revealed', async () => {
    const copy = await aCopy(table, { branchId: 'elm.main' });
    const { patronId, card } = await aBorrower(table, { blocks: [] });
    const lent = (branchId: string, actor = staffAt(branchId, 'desk')) =>
      call(checkOut.using(at(later)), { actor, body: { branchId, item: copy.barcode, patron: card } });
    const asked = { actor: elm, body: { branchId: 'elm.main', item: copy.barcode, patron: card } };
    const held = {
      ...asked,
      body: { branchId: 'elm.main', recordId: copy.recordId, pickupBranch: 'elm.main', patron: card },
    };
    for (const closed of [
      await lent('elm.main'),
      await lent('elm.main', selfCheckAt('elm.main')),
      await call(explain.using(at(later)), asked),
      await call(placeHold.using(at(later)), held),
    ]) {
      expect(closed).toMatchObject({ status: 403, body: { code: 'not-opted-in' } });
      expect(JSON.stringify(closed.body)).not.toContain(patronId);
    }
    // What patrons do for themselves needs no consent.
    const own = { actor: patron(patronId, 'cedar'), body: { recordId: copy.recordId, pickupBranch: 'elm.main' } };
    expect((await call(placeHold.using(at(later)), own)).status).toBe(201);
    await call(optIn.using(at(later)), { actor: elm, body: { branchId: 'elm.main', card } });
    expect((await lent('elm.main')).status).toBe(201);
    const other = await aCopy(table, { branchId: 'elm.main' });
    const restricted = await aBorrower(table, { homeMember: 'birch', homeBranch: 'birch.east' });
    const body = { branchId: 'elm.main', item: other.barcode, patron: restricted.card };
    expect(await call(checkOut.using(at(later)), { actor: elm, body })).toMatchObject({
      status: 403,
      body: { code: 'restricted' },
    });
  });

  test('an opt-in with an unknown card is refused', async () => {
    const noted = await call(optIn, { actor: elm, body: { branchId: 'elm.main', card: '404' } });
    expect(noted).toMatchObject({ status: 404, body: { code: 'card-unknown' } });
  });
});

describe('a guardian', () => {
  const child = async (guarantorId: string, birthDate = '2020-09-09') => {
    const card = String(Math.random()).slice(2);
    const person = { name: { family: 'Castellano', given: 'Mateo' }, birthDate };
    const body = { branchId: 'cedar.main', card, category: 'child', expiresOn: '2099-12-31', person, guarantorId };
    const { patronId } = (await call(register, { actor: cedar, body })).body as { patronId: string };
    return { patronId, card };
  };
  const sight = (guardian: string, patronId: string, when = monday) =>
    call(showDependant.using(at(when)), { actor: patron(guardian, 'cedar'), path: { patronId } });

  test('sees due dates and amounts of a minor, not titles', async () => {
    const mother = await aPatron(table, { homeBranch: 'cedar.main' });
    const { patronId, card } = await child(mother.patronId);
    const copy = await aCopy(table, { branchId: 'cedar.main' });
    const lent = { branchId: 'cedar.main', item: copy.barcode, patron: card };
    expect((await call(checkOut.using(at(monday)), { actor: cedar, body: lent })).status).toBe(201);
    const list = await call(dependants.using(at(monday)), { actor: patron(mother.patronId, 'cedar') });
    expect(list.body).toEqual({ dependants: [{ patronId, name: { family: 'Castellano', given: 'Mateo' }, owed: 0 }] });
    const seen = await sight(mother.patronId, patronId);
    expect(seen).toMatchObject({ status: 200, body: { sight: 'amounts-and-dates', bills: [] } });
    expect(seen.body).toEqual({
      ...{ patronId, sight: 'amounts-and-dates', bills: [] },
      loans: [{ due: expect.any(String), checkoutBranch: 'cedar.main' }],
    });
    expect(JSON.stringify(seen.body)).not.toContain(copy.recordId);
  });

  test.each([
    ['a patron who is no guarantor', 'neighbour', monday],
    ['the guarantor of one who came of age', 'mother', '2038-09-09T11:00:00.000Z'],
  ])('is not %s: even the patron’s existence is not revealed', async (_who, who, when) => {
    const people = {
      mother: await aPatron(table, { homeBranch: 'cedar.main' }),
      neighbour: await aPatron(table, { homeBranch: 'cedar.main' }),
    };
    const { patronId } = await child(people.mother.patronId);
    const asks = people[who as 'mother' | 'neighbour'].patronId;
    const [seen, nobody] = [await sight(asks, patronId, when), await sight(asks, 'pat_nobody', when)];
    const refusal = ({ status, body }: typeof seen) => ({ status, code: (body as { code: string }).code });
    expect([refusal(seen), refusal(nobody)]).toEqual([refusal(nobody), { status: 404, code: 'dependant-unknown' }]);
    const list = await call(dependants.using(at(when)), { actor: patron(asks, 'cedar') });
    expect(list.body).toEqual({ dependants: [] });
  });

  test('of a child with a corrected birth date sees nothing more after the coming of age', async () => {
    const mother = await aPatron(table, { homeBranch: 'cedar.main' });
    const { patronId } = await child(mother.patronId);
    const person = { name: { family: 'Castellano', given: 'Mateo' }, birthDate: '1990-01-01' };
    const body = { branchId: 'cedar.main', version: 1, person };
    expect((await call(edit, { actor: cedar, path: { patronId }, body })).status).toBe(200);
    expect(await sight(mother.patronId, patronId)).toMatchObject({ status: 404 });
  });
});
