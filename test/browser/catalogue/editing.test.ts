import type { Page, Route } from 'playwright-core';
import { contract as getSource } from '../../../functions/catalogue/operations/get-source-record/contract.ts';
import { exampleRecord } from '../../../functions/catalogue/schemas/record-example.ts';
import { overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const address = '**/v1/catalogue/source-records/riverton*b1000';
const path = '/edit/riverton:b1000';

type Field = { tag: string; ind1: string; ind2: string; subfields: { code: string; value: string }[] };
type Sent = { version: string; reason: string; record: { data: Field[] } };
const field = (tag: string, value: string): Field => ({ tag, ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value }] });

/** Returns the record as a colleague changed it meanwhile, with its own version. */
const colleagues = (version: string, ...more: Field[]) => ({
  ...getSource.example.output,
  ...{ version, record: { ...exampleRecord, data: [...exampleRecord.data, ...more] } },
});
const json = (route: Route, status: number, body: object) =>
  route.fulfill({ status, contentType: status < 300 ? 'application/json' : 'application/problem+json', json: body });
const changedSince = {
  ...{
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'changed-since',
    detail: 'Changed.',
    requestId: 'r1',
  },
  errors: [
    {
      ...{ code: 'changed-since', detail: 'Changed.', pointer: '' },
      params: { by: 'Ines Keller', at: '2026-11-27T10:00:00.000Z' },
    },
  ],
};

/** Mocks the record from now on: its reading, and each save in turn; further saves go to the fixture. Returns the saves and readings. */
const answering = async (page: Page, read: object, saves: ((route: Route) => Promise<void>)[] = []) => {
  const sent: { key: string; body: Sent }[] = [];
  const reads: string[] = [];
  await page.unroute(address);
  await page.route(address, (route) => {
    const request = route.request();
    if (request.method() === 'GET') {
      reads.push(request.url());
      return json(route, 200, read);
    }
    sent.push({ key: request.headers()['idempotency-key'] ?? '', body: request.postDataJSON() });
    return (saves[sent.length - 1] ?? ((one) => one.continue()))(route);
  });
  return { sent, reads };
};
/** Writes a note below the title, and the reason. */
const writeNote = async (page: Page, note: string) => {
  await page.getByLabel('Text of 245').press('Enter');
  await page.keyboard.type('500');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type(note);
  await page.getByLabel('Why').fill('The title page has more.');
};
const save = async (page: Page) => {
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
};
const notesIn = ({ record }: Sent) =>
  record.data.filter(({ tag }) => tag === '500').map(({ subfields }) => subfields[0]?.value);

test('a reopened record is edited in its current version, lines and version together', async () => {
  const page = await at(path);
  await page.getByRole('main').getByRole('link', { name: 'Protected fields' }).click();
  await page.getByRole('heading', { name: 'Protected fields' }).waitFor();
  const { sent } = await answering(page, colleagues('c41d', field('504', 'An index.')));
  await page.goBack();
  await page.getByLabel('Text of 504').waitFor();
  await writeNote(page, 'Signed.');
  await save(page);
  await page.getByText('Saved: the record is matched anew.').waitFor();
  expect(sent.map(({ body }) => [body.version, body.record.data.map(({ tag }) => tag)])).toEqual([
    ['c41d', ['245', '500', '504']],
  ]);
  await page.context().close();
});

test('a connection lost while typing changes neither the base of the edit nor the typed text', async () => {
  const page = await at(path);
  await writeNote(page, 'Signed.');
  await page.getByText('No fault,').waitFor();
  const { sent, reads } = await answering(page, colleagues('c41d', field('504', 'An index.')));
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save' }).click();
  const failed = page.getByRole('alert');
  await failed.getByRole('button', { name: 'Try again' }).waitFor();
  await page.context().setOffline(false);
  expect(await page.getByLabel('Text of 500').inputValue()).toBe('$aSigned.');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
  // The failed save and the successful one are the same.
  expect(sent.map(({ body }) => [body.version, notesIn(body)])).toEqual(sent.map(() => ['9f2c', ['Signed.']]));
  expect(reads).toEqual([]);
  await page.context().close();
});

test('a failed save is retried with the same content and the same key', async () => {
  const page = await at(path);
  await writeNote(page, 'Signed.');
  const away = { type: 'about:blank', title: 'Away', status: 503, code: 'try-again', detail: 'Away.', errors: [] };
  const { sent } = await answering(page, getSource.example.output, [(route) => json(route, 503, away)]);
  await save(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
  // After a save, leaving the page asks no question.
  await page.getByRole('heading', { name: 'Records of the members' }).waitFor();
  const [first, second] = sent;
  expect(second).toEqual(first);
  expect(first?.body.reason).toBe('The title page has more.');
  await page.context().close();
});

const overtaken = async (page: Page, saves = 1) => {
  const theirs = colleagues('c41d', field('500', 'With maps.'), field('504', 'An index.'));
  const refusals = Array.from({ length: saves }, () => (route: Route) => json(route, 409, changedSince));
  await writeNote(page, 'Signed.');
  const { sent } = await answering(page, theirs, refusals);
  await save(page);
  await page.getByRole('heading', { name: 'What differs' }).waitFor();
  return sent;
};

test('after a concurrent change a user sees the current record beside the typed one, and adopts lines field by field', async () => {
  const page = await at(path);
  const sent = await overtaken(page);
  await page
    .getByText(/^Changed since you opened it, by Ines Keller/)
    .first()
    .waitFor();
  const notes = page.getByRole('group', { name: /^Field 500 .*changed by both/ });
  expect(await notes.getByLabel(/^Current version/).evaluate((one) => one.closest('label')?.textContent)).toContain(
    'With maps.',
  );
  const resume = page.getByRole('button', { name: 'Go on with these lines' });
  expect(await resume.isDisabled()).toBe(true);
  expect(
    await page
      .getByRole('group', { name: /^Field 504 .*changed meanwhile/ })
      .getByLabel(/^Current version/)
      .isChecked(),
  ).toBe(true);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await notes.getByLabel(/^Both: .*With maps.*Signed/).check();
  await resume.click();
  // Nothing continues automatically: the lines can be checked first.
  expect(await page.getByLabel('Text of 504').inputValue()).toBe('$aAn index.');
  await page.getByLabel('Text of 500').first().fill('$aWith two maps.');
  await save(page);
  await page.getByText('Saved: the record is matched anew.').waitFor();
  expect(sent.map(({ body }) => [body.version, notesIn(body), body.reason])).toEqual([
    ['9f2c', ['Signed.'], 'The title page has more.'],
    ['c41d', ['With two maps.', 'Signed.'], 'The title page has more.'],
  ]);
  await page.context().close();
});

test('typed text can be discarded after confirmation, for the current record', async () => {
  const page = await at(path);
  await overtaken(page);
  await page.getByRole('button', { name: 'Drop what I wrote' }).click();
  expect(await page.getByLabel('Text of 500').inputValue()).toBe('$aSigned.');
  await page.getByRole('alert').getByRole('button', { name: 'Drop what I wrote' }).press('Enter');
  await page.getByRole('heading', { name: 'What differs' }).waitFor({ state: 'detached' });
  expect(await page.getByLabel('Text of 500').inputValue()).toBe('$aWith maps.');
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.context().close();
});

test('a page with unsaved edits asks before it is left; one without does not', async () => {
  const page = await at(path);
  const asked: string[] = [];
  let answer: 'accept' | 'dismiss' = 'dismiss';
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    return dialog[answer]();
  });
  const away = page.getByRole('main').getByRole('link', { name: 'Protected fields' });
  await away.click();
  await page.getByRole('heading', { name: 'Protected fields' }).waitFor();
  await page.goBack();
  await writeNote(page, 'Signed.');
  await away.click();
  expect(await page.getByLabel('Text of 500').inputValue()).toBe('$aSigned.');
  answer = 'accept';
  await away.click();
  await page.getByRole('heading', { name: 'Protected fields' }).waitFor();
  expect(asked).toEqual(Array(2).fill('What you wrote is not saved. Leave, and lose it?'));
  await eventually(() => expect(requestsTo('catalogue-edit-source-record')).toEqual([]));
  await page.context().close();
});
