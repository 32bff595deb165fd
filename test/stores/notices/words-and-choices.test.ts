import { handler as listTexts } from '../../../functions/notices/operations/list-texts/handler.ts';
import { handler as preview } from '../../../functions/notices/operations/preview-text/handler.ts';
import { handler as removeText } from '../../../functions/notices/operations/remove-text/handler.ts';
import { handler as setMine } from '../../../functions/notices/operations/set-my-choices/handler.ts';
import { handler as setFor } from '../../../functions/notices/operations/set-patron-choices/handler.ts';
import { handler as setText } from '../../../functions/notices/operations/set-text/handler.ts';
import { handler as showMine } from '../../../functions/notices/operations/show-my-choices/handler.ts';
import { handler as showFor } from '../../../functions/notices/operations/show-patron-choices/handler.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatron, consortiumStaff, patron, staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const admin = staffAt('cedar', 'member-admin');
const desk = staffAt('cedar.main', 'desk');
const recall = { owner: 'cedar', language: 'eng', channel: 'email', template: 'recall' };
const words = { subject: 'Bring back {title}', text: 'Due {due}.' };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const member = {
    memberId: 'cedar',
    name: 'Cedar Library',
    type: 'public',
    fiscalYearStartsIn: 7,
    lendsOnRequest: false,
  };
  const { memberStore } = await import('../../../functions/membership/public/member-store.ts');
  await memberStore(table).create(member as never, monday);
});

const set = (body: object, path: object = recall, actor = admin) =>
  call(setText.using(at(monday)), { actor, path: path as never, body });
type Listed = {
  texts: { template: string; channel: string; from: string; language?: string; version?: number; subject: string }[];
};
const recallEmail = async (owner: string, language: string) => {
  const actor = owner === 'cedar' ? admin : consortiumStaff('admin');
  const { body } = await call(listTexts.using(at(monday)), { actor, path: { owner }, query: { language } });
  return (body as Listed).texts.find(({ template, channel }) => template === 'recall' && channel === 'email');
};

test('a text is set for the version that was read, used by fall-through, and reset; of two concurrent changes one counts', async () => {
  expect(await recallEmail('cedar', 'eng')).toMatchObject({ from: 'built-in' });
  const both = await Promise.all([set(words), set({ ...words, subject: 'Other' })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await recallEmail('cedar', 'eng')).toMatchObject({ from: 'cedar', version: 1 });
  expect(await set({ ...words, version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await set({ ...words, version: 1 })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const all = { ...recall, owner: 'consortium', language: 'spa' };
  expect((await set(words, all)).status).toBe(403);
  expect((await set(words, all, consortiumStaff('admin'))).status).toBe(200);
  expect(await recallEmail('cedar', 'spa')).toMatchObject({ from: 'consortium', subject: words.subject });
  const query = { version: '2' };
  expect((await call(removeText.using(at(monday)), { actor: admin, path: recall as never, query })).status).toBe(200);
  expect(await recallEmail('cedar', 'eng')).toMatchObject({ from: 'built-in' });
  const audit = await table.queryAll({ partition: 'AUDIT#notice-texts:cedar' });
  expect(audit.map(({ did }) => did).toSorted()).toEqual(['remove-notice-text', 'set-notice-text', 'set-notice-text']);
});

test('finding C10: a library writes texts in any language, patrons choose it, and the policy says which is read in place of a missing one', async () => {
  const german = { ...recall, language: 'ger' };
  expect((await set({ subject: 'Rückruf: {title}', text: 'Bitte bis {due}.' }, german)).status).toBe(200);
  expect(await recallEmail('cedar', 'ger')).toMatchObject({ from: 'cedar', subject: 'Rückruf: {title}' });
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const actor = patron(patronId, 'cedar');
  expect((await call(showMine.using(at(monday)), { actor })).body).toMatchObject({ languages: ['eng', 'ger', 'spa'] });
  // No text in French: cedar reads German by the policy, all others Spanish, and English only where neither has one.
  const [effectiveFrom, then] = ['2027-01-01T00:00:00.000Z', '2027-02-01T11:00:00.000Z'];
  const body = noticesSchema.parse({ defaults: { language: 'spa' }, members: { cedar: { language: 'ger' } } });
  const adoption = { kind: 'notices' as const, effectiveFrom, decisionReference: 'D', adoptedBy: 'staff:root', body };
  await policyStore(table).adopt(adoption, () => ({
    ...{
      subject: 'policy:notices',
      at: effectiveFrom,
      auditId: 'aud_languages',
      by: 'test',
      did: 'adopted',
      detail: {},
    },
  }));
  const french = async (owner: string, template: string) => {
    const by = owner === 'cedar' ? admin : consortiumStaff('admin');
    const asked = { actor: by, path: { owner }, query: { language: 'fre' } };
    const { fallback, texts } = (await call(listTexts.using(at(then)), asked)).body as Listed & { fallback: string };
    const found = texts.find((one) => one.template === template && one.channel === 'email');
    return [fallback, found?.language, found?.from];
  };
  expect(await french('cedar', 'recall')).toEqual(['ger', 'ger', 'cedar']);
  expect(await french('cedar', 'due-soon')).toEqual(['ger', 'eng', 'built-in']);
  expect(await french('consortium', 'due-soon')).toEqual(['spa', 'spa', 'built-in']);
  const seen = { language: 'fre', channel: 'email', template: 'recall' };
  const shown = await call(preview.using(at(then)), { actor: admin, path: { owner: 'cedar' }, body: seen });
  expect(shown.body).toMatchObject({ subject: expect.stringMatching(/^Rückruf: /) });
  expect(
    (await call(removeText.using(at(monday)), { actor: admin, path: german as never, query: { version: '1' } })).status,
  ).toBe(200);
});

test('an unknown placeholder is refused with its field, in a preview too; a preview shows no personal data', async () => {
  const wrong = { subject: '{until}', text: '{titel}' };
  const errors = [{ pointer: '/body/subject' }, { pointer: '/body/text' }];
  expect(await set(wrong)).toMatchObject({ status: 422, body: { code: 'unknown-placeholder', errors } });
  const asked = { language: 'eng', channel: 'letter', template: 'due-soon' };
  const shown = (body: object) => call(preview.using(at(monday)), { actor: admin, path: { owner: 'cedar' }, body });
  expect((await shown({ ...asked, draft: wrong })).status).toBe(422);
  expect(await shown({ ...asked, draft: { subject: 'Soon', text: '{title} on {due}' } })).toMatchObject({
    body: {
      subject: 'Soon',
      text: expect.stringMatching(/^Dear Amara Okafor,\n\n“Emma” on .*2026\n\nYours sincerely\nCedar Library$/),
    },
  });
  expect((await set(words, { ...recall, owner: 'nobody' }, consortiumStaff('admin'))).status).toBe(404);
});

test('a patron opts out by kind and channel and chooses the language; opting out of mandatory kinds is refused by name', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const actor = patron(patronId, 'cedar');
  const optOuts = [{ kind: 'due-soon', channels: ['email'] }];
  const mine = (body: object) => call(setMine.using(at(monday)), { actor, body });
  expect(await mine({ optOuts, letters: true, language: 'spa' })).toMatchObject({
    status: 200,
    body: { optOuts, letters: true, language: 'spa', reach: { email: true, letter: false } },
  });
  expect(await mine({ optOuts: [...optOuts, { kind: 'recall', channels: ['email'] }], letters: false })).toMatchObject({
    ...{ status: 422, body: { code: 'mandatory', errors: [{ pointer: '/body/optOuts/1/kind' }] } },
  });
  expect(await mine({ optOuts: [...optOuts, ...optOuts], letters: false })).toMatchObject({ status: 400 });
  expect((await call(showMine.using(at(monday)), { actor })).body).toMatchObject({ optOuts, language: 'spa' });
  expect((await patronStore(table).get(patronId))?.person.person.language).toBe('spa');
});

test('the desk of the home library changes choices on request, and the patron’s log names the person', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const body = { branchId: 'cedar.main', optOuts: [], letters: true };
  expect((await call(setFor.using(at(monday)), { actor: desk, path: { patronId }, body })).status).toBe(200);
  const query = { branchId: 'cedar.main' };
  expect((await call(showFor, { actor: desk, path: { patronId }, query })).body).toMatchObject({ letters: true });
  const elm = staffAt('elm.main', 'desk');
  const elsewhere = { actor: elm, path: { patronId } };
  expect(await call(setFor, { ...elsewhere, body: { ...body, branchId: 'elm.main' } })).toMatchObject({ status: 403 });
  expect(await call(showFor, { ...elsewhere, query: { branchId: 'elm.main' } })).toMatchObject({ status: 403 });
  const log = (await table.queryAll({ partition: `PATRON#${patronId}`, begins: 'CHANGE#' })).map(({ did, by }) => [
    did,
    by,
  ]);
  expect(log).toEqual([['notices-chosen', `staff:${desk.kind === 'staff' ? desk.id : ''}`]]);
});
