import { handler as addNote } from '../../../functions/patrons/operations/add-note/handler.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { handler as clearAlert } from '../../../functions/patrons/operations/clear-alert/handler.ts';
import { handler as edit } from '../../../functions/patrons/operations/edit-patron/handler.ts';
import { handler as changes } from '../../../functions/patrons/operations/list-changes/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as removeNote } from '../../../functions/patrons/operations/remove-note/handler.ts';
import { handler as renew } from '../../../functions/patrons/operations/renew-card/handler.ts';
import { handler as search } from '../../../functions/patrons/operations/search-patrons/handler.ts';
import { handler as setContact } from '../../../functions/patrons/operations/set-my-contact/handler.ts';
import { handler as unblock } from '../../../functions/patrons/operations/unblock-patron/handler.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { aPatron, patron, staffAt, withBranch } from '../../builders/people.ts';

const main = staffAt('riverton.main', 'desk');
const supervisor = staffAt('riverton.main', 'desk-supervisor');
const away = staffAt('lakeshore.main', 'desk', 'desk-supervisor');
let table: Table;

const home = { branchId: 'riverton.main' };
const edited = (patronId: string, body: object, actor = main) =>
  call(edit, { actor, path: { patronId }, body: { ...home, version: 1, ...body } });
const seen = async (patronId: string) => (await call(lookUp, { actor: main, body: { ...home, patronId } })).body;
const logged = async (patronId: string) =>
  ((await call(changes, { actor: supervisor, path: { patronId }, query: home })).body as { changes: unknown[] })
    .changes;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const branch of ['riverton.main', 'riverton.eastside', 'lakeshore.main']) await withBranch(table, branch);
});

describe('an edit', () => {
  test('changes contact, category, home branch and classes; the patron is found by the new name', async () => {
    const { patronId } = await aPatron(table, { family: 'Quimby' });
    const person = { name: { family: 'Quillfeather', given: 'Amara' }, email: 'q@example.org' };
    const body = { person, category: 'senior', homeBranch: 'riverton.eastside', classes: { district: 'north' } };
    expect(await edited(patronId, { ...body, note: 'Moved house.' })).toMatchObject({
      status: 200,
      body: { patronId, version: 2, changed: ['name', 'email', 'category', 'homeBranch', 'classes'] },
    });
    expect(await seen(patronId)).toMatchObject({ ...body, version: 2 });
    const found = (name: string) => call(search, { actor: main, body: { ...home, name } });
    expect((await found('quill')).body).toMatchObject({ patrons: [{ patronId }] });
    expect((await found('quimby')).body).toEqual({ patrons: [] });
    // The audit names the changed fields only: the old and new values stay in the one erasable item.
    const [line] = await logged(patronId);
    expect(line).toMatchObject({ did: 'edited', by: 'staff:stf_of-riverton.main', note: 'Moved house.' });
    expect(JSON.stringify(line)).not.toMatch(/Quillfeather|example\.org/);
  });

  test('leaves other fields unchanged, including loans', async () => {
    const { patronId } = await aPatron(table, {});
    const before = await seen(patronId);
    expect((await edited(patronId, { classes: { district: 'south' } })).status).toBe(200);
    expect(await seen(patronId)).toEqual({ ...(before as object), classes: { district: 'south' }, version: 2 });
  });

  test('sets, changes and removes the guardian, who finds the child; nobody answers for who answers for them', async () => {
    const [child, mother, father] = [await aPatron(table, {}), await aPatron(table, {}), await aPatron(table, {})];
    const { dependants } = patronStore(table);
    const set = (guarantorId: string | null, version: number) => edited(child.patronId, { guarantorId, version });
    expect(await set(mother.patronId, 1)).toMatchObject({ status: 200, body: { changed: ['guarantorId'] } });
    expect(await dependants(mother.patronId)).toEqual([child.patronId]);
    expect(await edited(mother.patronId, { guarantorId: child.patronId })).toMatchObject({
      body: { code: 'answers-for' },
    });
    expect((await set(father.patronId, 2)).status).toBe(200);
    expect([await dependants(mother.patronId), await dependants(father.patronId)]).toEqual([[], [child.patronId]]);
    expect(await set('pat_nobody', 3)).toMatchObject({ status: 422, body: { code: 'guarantor-unknown' } });
    expect(await set(null, 3)).toMatchObject({ body: { version: 4, changed: ['guarantorId'] } });
    expect([
      await dependants(father.patronId),
      (await patronStore(table).get(child.patronId))?.status.guarantorId,
    ]).toEqual([[], undefined]);
  });

  test('without changes writes nothing', async () => {
    const { patronId } = await aPatron(table, {});
    expect((await edited(patronId, { category: 'adult' })).body).toMatchObject({ version: 1, changed: [] });
    expect(await logged(patronId)).toEqual([]);
  });

  test.each<[string, object, number, string, string]>([
    ['a branch that does not exist', { homeBranch: 'riverton.nowhere' }, 404, 'branch-unknown', '/body/homeBranch'],
    ['another member’s branch', { homeBranch: 'lakeshore.main' }, 422, 'home-elsewhere', '/body/homeBranch'],
    ['an old version', { version: 7, category: 'senior' }, 409, 'changed-meanwhile', '/body/version'],
    ['a category that is none', { category: 'Not One' }, 400, 'bad-input', '/body/category'],
    ['a class in words', { classes: { district: 'North of the river' } }, 400, 'bad-input', '/body/classes/district'],
    ['a person without a name', { person: { email: 'a@example.org' } }, 400, 'bad-input', '/body/person/name'],
  ])('to %s is refused, and nothing is written', async (_what, more, status, code, pointer) => {
    const { patronId } = await aPatron(table, {});
    const before = await seen(patronId);
    expect(await edited(patronId, more)).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect(await seen(patronId)).toEqual(before);
  });

  test('is made at home only, by a desk, for an existing patron', async () => {
    const { patronId } = await aPatron(table, {});
    const elsewhere = { branchId: 'lakeshore.main', category: 'senior' };
    expect(await edited(patronId, elsewhere, away)).toMatchObject({ status: 403, body: { code: 'not-home' } });
    const cataloguer = staffAt('riverton.main', 'cataloguer');
    expect(await edited(patronId, {}, cataloguer)).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect(await edited('pat_nobody', {})).toMatchObject({ status: 404, body: { code: 'patron-unknown' } });
  });

  test('at two desks at once: one reads again, and no field of the other is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { patronId } = await aPatron(table, {});
      const answers = await Promise.all([
        edited(patronId, { category: 'senior' }),
        edited(patronId, { classes: { district: 'north' } }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const view = (await seen(patronId)) as { category: string; classes: object };
      const senior = answers[0]?.status === 200;
      expect([view.category, view.classes]).toEqual(senior ? ['senior', {}] : ['adult', { district: 'north' }]);
      expect(await logged(patronId)).toHaveLength(1);
    }
  });
});

describe('contact data', () => {
  const registered = '2026-03-02T10:00:00.000Z';
  const address = { lines: ['12 Mill Street'], locality: 'Riverton', region: 'NY', postalCode: '12345' };
  const phones = [
    { number: '+1 555 010 1234', label: 'mobile' },
    { number: '+1 555 010 9999', label: 'work' },
  ];
  const registers = (more: object, when = registered) => {
    const person = { name: { family: 'Zimmer', given: 'Robert' }, usedName: { family: 'Zimmer', given: 'Roberta' } };
    const card = String(Math.random()).slice(2, 16);
    const body = { ...home, card, category: 'adult', person: { ...person, address, phones }, ...more };
    return call(register.using(at(when)), { actor: main, body });
  };
  beforeAll(() => aPatronsPolicy(table, { residences: { riverton: 'City of Riverton' } }, '2026-03-01T00:00:00.000Z'));

  test('is registered in parts with residence and consents, and the patron is called by the used name', async () => {
    const done = await registers({ residence: 'riverton', contactConsents: { email: true, phone: false } });
    const { patronId } = done.body as { patronId: string };
    const consents = { email: { given: true, at: registered }, phone: { given: false, at: registered } };
    expect(await seen(patronId)).toMatchObject({
      ...{ name: { given: 'Roberta' }, residence: 'riverton', contactConsents: consents },
      person: { name: { given: 'Robert' }, address, phones },
    });
    const found = await call(search, { actor: main, body: { ...home, name: 'zimmer, r' } });
    expect((found.body as { patrons: unknown[] }).patrons).toMatchObject([
      { patronId, name: { given: 'Roberta' }, legalName: { given: 'Robert' } },
    ]);
    const byUsed = await call(search, { actor: main, body: { ...home, name: 'zimmer, roberta' } });
    expect(byUsed.body).toMatchObject({ patrons: [{ patronId }] });
  });

  test('with a place of residence that the list does not have is refused, at registration and in an edit', async () => {
    const refused = { status: 422, body: { code: 'residence-unknown', errors: [{ pointer: '/body/residence' }] } };
    expect(await registers({ residence: 'atlantis' })).toMatchObject(refused);
    const { patronId } = await aPatron(table, {});
    const sets = (body: object) => {
      const asked = { actor: main, path: { patronId }, body: { ...home, version: 1, ...body } };
      return call(edit.using(at(registered)), asked);
    };
    expect(await sets({ residence: 'atlantis' })).toMatchObject(refused);
    expect(await sets({ residence: 'riverton' })).toMatchObject({ body: { changed: ['residence'] } });
    expect((await sets({ version: 2, residence: null })).status).toBe(200);
    expect(await seen(patronId)).not.toHaveProperty('residence');
  });

  test('is changed by the patron as far as no proof is needed; an old consent keeps its time', async () => {
    const { patronId } = await aPatron(table, {});
    const sets = (body: object, when: string) =>
      call(setContact.using(at(when)), { actor: patron(patronId, 'riverton'), body });
    const first = { usedName: { family: 'Okafor', given: 'Amy' }, phones, contactConsents: { sms: true } };
    const changed = ['usedName', 'phones', 'contactConsents'];
    expect((await sets(first, registered)).body).toEqual({ changed });
    const later = '2026-04-01T10:00:00.000Z';
    const body = { usedName: null, phones: [], contactConsents: { sms: true, post: false } };
    expect((await sets(body, later)).body).toEqual({ changed });
    expect(await seen(patronId)).toMatchObject({
      name: { given: 'Amara' },
      contactConsents: { sms: { given: true, at: registered }, post: { given: false, at: later } },
    });
    expect(await logged(patronId)).toMatchObject([{ by: `patron:${patronId}` }, { by: `patron:${patronId}` }]);
    expect(JSON.stringify(await logged(patronId))).not.toMatch(/Amy|555/);
    expect(await sets({ phones: [...phones, ...phones] }, later)).toMatchObject({ status: 400 });
    expect(await sets({ address }, later)).toMatchObject({ status: 400 });
  });
});

describe('a card', () => {
  const renewed = (patronId: string, body = {}, actor = main, when = '2026-03-10T15:00:00.000Z') =>
    call(renew.using(at(when)), { actor, path: { patronId }, body: { ...home, ...body } });

  test('is renewed for its term, once, and recorded in the patron’s log', async () => {
    const { patronId } = await aPatron(table, { expiresOn: '2026-03-31' });
    expect(await renewed(patronId)).toMatchObject({ status: 200, body: { expiresOn: '2029-03-31' } });
    expect(await renewed(patronId)).toMatchObject({ status: 409, body: { code: 'card-not-due' } });
    expect(await logged(patronId)).toMatchObject([
      { did: 'card-renewed', detail: { from: '2026-03-31', to: '2029-03-31' } },
    ]);
  });

  test('renewed at two desks at once is renewed once', async () => {
    const { patronId } = await aPatron(table, { expiresOn: '2026-03-31' });
    const answers = await Promise.all([renewed(patronId), renewed(patronId), renewed(patronId)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await seen(patronId)).toMatchObject({ expiresOn: '2029-03-31' });
  });

  test('is renewed at home only, at an existing branch, within its term', async () => {
    const { patronId } = await aPatron(table, { expiresOn: '2026-03-31' });
    const elsewhere = await renewed(patronId, { branchId: 'lakeshore.main' }, away);
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'not-home' } });
    expect(await renewed(patronId, { expiresOn: '2040-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'beyond-term', errors: [{ pointer: '/body/expiresOn' }] },
    });
    const nowhere = await renewed(patronId, { branchId: 'riverton.nowhere' }, staffAt('riverton', 'desk'));
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'branch-unknown' } });
  });
});

describe('a block', () => {
  const set = (handler: typeof block | typeof unblock, patronId: string, body: object) =>
    call(handler, { actor: supervisor, path: { patronId }, body: { ...home, code: 'conduct', ...body } });

  test('is set and lifted with person, time and reason; the reason is in the patron’s log only', async () => {
    const { patronId } = await aPatron(table, {});
    await set(block, patronId, { everywhere: true, note: 'Shouted at staff.' });
    await set(unblock, patronId, { everywhere: true, note: 'Apologised.' });
    const scope = { code: 'conduct', scope: 'consortium' };
    expect(await logged(patronId)).toMatchObject([
      { did: 'unblocked', detail: scope, note: 'Apologised.', by: 'staff:stf_of-riverton.main' },
      { did: 'blocked', detail: scope, note: 'Shouted at staff.', branchId: 'riverton.main' },
    ]);
    const status = await table.get({ pk: `PATRON#${patronId}`, sk: 'STATUS' });
    expect(JSON.stringify(status)).not.toContain('Shouted');
  });

  test('C67 that spares the home library blocks the patron elsewhere only', async () => {
    const { patronId } = await aPatron(table, {});
    await set(block, patronId, { everywhere: true, exceptAtHome: true });
    expect(await seen(patronId)).toMatchObject({ mayBorrow: true, blocks: [{ exceptAtHome: true }] });
    const elsewhere = await call(lookUp, { actor: away, body: { branchId: 'lakeshore.main', patronId } });
    expect(elsewhere.body).toMatchObject({ at: 'elsewhere', mayBorrow: false });
  });

  test('ends by itself, says why at the desk, and can be set again once it is over', async () => {
    const { patronId } = await aPatron(table, {});
    const on = (day: string) => at(`${day}T15:00:00.000Z`);
    const blocks = (day: string, body: object) => {
      const asked = { actor: supervisor, path: { patronId }, body: { ...home, code: 'conduct', ...body } };
      return call(block.using(on(day)), asked);
    };
    const shown = async (day: string) =>
      (await call(lookUp.using(on(day)), { actor: main, body: { ...home, patronId } })).body;
    expect(await blocks('2026-03-02', { until: '2026-03-01' })).toMatchObject({ body: { code: 'until-past' } });
    const body = { until: '2026-03-09', stops: ['renewal', 'checkout', 'checkout'], note: 'Shouted at staff.' };
    expect((await blocks('2026-03-02', body)).status).toBe(200);
    expect(await blocks('2026-03-09', {})).toMatchObject({ status: 409, body: { code: 'blocked-already' } });
    expect(await shown('2026-03-09')).toMatchObject({
      mayBorrow: false,
      blocks: [{ code: 'conduct', until: '2026-03-09', stops: ['checkout', 'renewal'] }],
      notes: [{ text: 'Shouted at staff.', block: { code: 'conduct', scope: 'riverton' } }],
    });
    expect(await shown('2026-03-10')).toMatchObject({ mayBorrow: true, blocks: [], notes: [] });
    expect((await blocks('2026-03-10', { stops: ['hold'] })).status).toBe(200);
    expect(await shown('2026-03-10')).toMatchObject({ mayBorrow: true, blocks: [{ stops: ['hold'] }], notes: [] });
    const status = await table.get({ pk: `PATRON#${patronId}`, sk: 'STATUS' });
    expect(status).toMatchObject({ blocks: [{ stops: ['hold'] }] });
    expect(JSON.stringify(status)).not.toContain('Shouted');
  });

  test('and its log are read at home only', async () => {
    const { patronId } = await aPatron(table, {});
    const asked = { path: { patronId }, query: { branchId: 'lakeshore.main' } };
    expect(await call(changes, { actor: away, ...asked })).toMatchObject({ status: 403, body: { code: 'not-home' } });
    const query = { ...home, after: 'bm9uc2Vuc2U' };
    expect(await call(changes, { actor: supervisor, path: { patronId }, query })).toMatchObject({
      status: 400,
      body: { code: 'bad-cursor' },
    });
  });
});

describe('a note', () => {
  const then = () => at('2026-03-02T10:00:00.000Z');
  const adds = (patronId: string, body: object, actor = main, branchId = 'riverton.main') =>
    call(addNote.using(then()), { actor, path: { patronId }, body: { branchId, text: 'Left an umbrella.', ...body } });
  const texts = async (patronId: string, actor = main, branchId = 'riverton.main') => {
    const { body } = await call(lookUp.using(then()), { actor, body: { branchId, patronId } });
    return (body as { notes: { text: string; alert?: true }[] }).notes.map(({ text, alert }) => [text, alert === true]);
  };
  const ends = (
    handler: typeof clearAlert | typeof removeNote,
    path: Record<string, string>,
    actor = main,
    branchId = 'riverton.main',
  ) => call(handler.using(then()), { actor, path, body: { branchId } });

  test('as an alert is shown at every scan of the card, at the desks that read it, until it is cleared', async () => {
    const { patronId, card } = await aPatron(table, {});
    const { body: added } = await adds(patronId, { readers: 'all', alert: true });
    const { noteId } = added as { noteId: string };
    expect((await adds(patronId, { text: 'For us only.' })).status).toBe(201);
    const scan = async (actor: typeof main, branchId: string) =>
      (await call(lookUp.using(then()), { actor, body: { branchId, card } })).body as { notes: object[] };
    expect((await scan(away, 'lakeshore.main')).notes).toMatchObject([{ noteId, alert: true, by: expect.any(String) }]);
    expect((await scan(main, 'riverton.main')).notes).toHaveLength(2);
    expect((await ends(clearAlert, { patronId, noteId })).status).toBe(200);
    expect(await texts(patronId, away, 'lakeshore.main')).toEqual([['Left an umbrella.', false]]);
    const log = (await logged(patronId)) as { did: string; detail: object }[];
    expect(log.map(({ did }) => did).toSorted()).toEqual(['alert-cleared', 'note-added', 'note-added']);
    expect(log.find(({ did }) => did === 'alert-cleared')).toMatchObject({ detail: { noteId } });
    expect(JSON.stringify(await logged(patronId))).not.toMatch(/umbrella|For us/);
  });

  test('is removed by the library that wrote it or at home; the reason of a block only with the block', async () => {
    const { patronId } = await aPatron(table, {});
    const { body: added } = await adds(patronId, { readers: 'all' }, away, 'lakeshore.main');
    const { noteId } = added as { noteId: string };
    const other = staffAt('riverton.eastside', 'desk');
    const unknown = { status: 404, body: { code: 'note-unknown' } };
    expect(await ends(removeNote, { patronId, noteId: 'nte_none' })).toMatchObject(unknown);
    expect((await ends(removeNote, { patronId, noteId }, other, 'riverton.eastside')).status).toBe(200);
    expect(await ends(clearAlert, { patronId, noteId })).toMatchObject(unknown);
    const reason = { actor: supervisor, path: { patronId }, body: { ...home, code: 'conduct', note: 'Shouted.' } };
    expect((await call(block.using(then()), reason)).status).toBe(200);
    expect(await ends(removeNote, { patronId, noteId: 'block-conduct-riverton' })).toMatchObject(unknown);
    expect(await texts(patronId)).toEqual([['Shouted.', false]]);
    const lift = { actor: supervisor, path: { patronId }, body: { ...home, code: 'conduct' } };
    expect((await call(unblock.using(then()), lift)).status).toBe(200);
    expect(await texts(patronId)).toEqual([]);
  });

  test('is refused where there are a hundred, for nobody, and to staff who work at no desk', async () => {
    const { patronId } = await aPatron(table, {});
    await Promise.all(Array.from({ length: 100 }, () => adds(patronId, {})));
    expect(await adds(patronId, {})).toMatchObject({ status: 409, body: { code: 'too-many-notes' } });
    expect(await adds('pat_nobody', {})).toMatchObject({ status: 404, body: { code: 'patron-unknown' } });
    const cataloguer = staffAt('riverton.main', 'cataloguer');
    expect(await adds(patronId, {}, cataloguer)).toMatchObject({ status: 403 });
  });
});
