import { readFileSync } from 'node:fs';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { fileOf } from '../../builders/loads.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);
const one = (id: string): string => `/loads/${id}?member=riverton`;

const buffer = Buffer.from(fileOf([{ id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] }]));
const march = { name: 'march-2.mrc', mimeType: 'application/marc', buffer };

test('from the header to a load: a file is chosen, recognised, sent, and followed to its result', async () => {
  const page = await at('/');
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('link', { name: 'Cataloguing' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Loads' }).click();
  await page.getByText('has not saved a mapping of its copies yet').waitFor();
  const send = page.getByRole('button', { name: 'Send and load' });
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('File', { exact: true }).setInputFiles(march);
  await page.getByText(/^Recognised: MARC in ISO 2709, .*\sB\.$/).waitFor();
  await send.click();
  await page.getByRole('heading', { name: 'A load', exact: true }).waitFor();
  expect(bodies('catalogue-start-import')).toEqual([
    { fileName: 'march-2.mrc', bytes: buffer.length, kind: 'records' },
  ]);
  expect(bodies('upload')).toEqual([{ bytes: buffer.length }]);
  await page.getByText('Its file was sent: the load begins in a moment.').waitFor();
  await page.getByRole('progressbar', { name: 'Loading march-2.mrc' }).waitFor();
  await page.getByText('1,000 records read, 1 of 3 parts done.').waitFor();
  await page.getByRole('heading', { name: 'What to do next' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'State of the load: done' }).waitFor({ state: 'attached' });
  await page.context().close();
});

test('a file that is not MARC or is too large is reported before it is sent, with advice', async () => {
  const page = await at('/loads');
  const file = page.getByLabel('File', { exact: true });
  await file.setInputFiles({ name: 'a.zip', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 and more') });
  await page.getByText('unpack it, and send the MARC file in it').waitFor();
  await file.setInputFiles({ name: 'letter.txt', mimeType: '', buffer: Buffer.from('Dear cataloguer,') });
  await page.getByText('This is not MARC 21 in ISO 2709').waitFor();
  expect(await page.getByRole('button', { name: 'Send and load' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Authority records' }).click();
  await file.setInputFiles({ name: 'x.xml', mimeType: '', buffer: Buffer.from('<?xml version="1.0"?><collection>') });
  await page.getByText('Recognised: MARCXML').waitFor();
  await page.getByRole('button', { name: 'Send and load' }).click();
  await page.getByRole('heading', { name: 'A load', exact: true }).waitFor();
  expect(bodies('catalogue-start-import')).toMatchObject([{ fileName: 'x.xml', kind: 'authorities' }]);
  await page.context().close();
});

test('an interrupted upload is restarted, for the same load', async () => {
  const page = await at('/loads');
  await page.route('**/bucket/**', (route) => route.abort());
  await page.getByLabel('File', { exact: true }).setInputFiles(march);
  await page.getByRole('button', { name: 'Send and load' }).click();
  await page.getByText('Sending was broken off').waitFor();
  await page.getByText('Nothing of it was loaded.').waitFor();
  await page.unroute('**/bucket/**');
  // A URL that refuses is not called twice.
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('heading', { name: 'A load', exact: true }).waitFor();
  await eventually(() => expect(requestsTo('catalogue-start-import')).toHaveLength(1));
  await page.goBack();
  await page.route('**/bucket/**', (route) =>
    route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' } }),
  );
  await page.getByLabel('File', { exact: true }).setInputFiles(march);
  await page.getByRole('button', { name: 'Send and load' }).click();
  await page.getByText('The file was not taken at its address').waitFor();
  await page.unroute('**/bucket/**');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByRole('heading', { name: 'A load', exact: true }).waitFor();
  await eventually(() => expect(requestsTo('catalogue-start-import')).toHaveLength(3));
  await page.context().close();
});

test('an upload can be stopped; leaving the page during it requires confirmation', async () => {
  const page = await at('/loads');
  let free = (): void => {};
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  await page.route('**/bucket/**', async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  await page.getByLabel('File', { exact: true }).setInputFiles(march);
  await page.getByRole('button', { name: 'Send and load' }).click();
  await page.getByRole('progressbar', { name: 'Sending march-2.mrc' }).waitFor();
  const asked = page.waitForEvent('dialog');
  const left = page.getByRole('link', { name: 'Cataloguing' }).first().click();
  const dialog = await asked;
  expect(dialog.message()).toContain('still being sent');
  await dialog.dismiss();
  await left;
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByText('Sending was stopped.').waitFor();
  free();
  await page.context().close();
});

test('a load’s totals sum; each reject has its reason, its byte and a link to its record, and all go into a file', async () => {
  const page = await at('/loads');
  const row = page.getByRole('listitem').filter({ hasText: 'march.mrc' });
  await row.getByText('2,304 records read: 2,301 accepted, 3 rejected.').waitFor();
  await row.getByText('MARC in ISO 2709').waitFor();
  await row.getByText(/Ines Keller, /).waitFor();
  await row.getByRole('link', { name: 'march.mrc' }).click();
  const sums = page.getByRole('region', { name: 'Records' });
  await sums.getByRole('cell').first().waitFor();
  const cells = await sums.getByRole('cell').allTextContents();
  const [created, changed, unchanged, withdrawn, accepted, rejected, read] = cells.map((text) =>
    Number(text.replace(',', '')),
  );
  expect(Number(created) + Number(changed) + Number(unchanged) + Number(withdrawn)).toBe(accepted);
  expect(Number(accepted) + Number(rejected)).toBe(read);
  const rejects = page.getByRole('region', { name: 'What was not taken' });
  await rejects.getByText('The record breaks off before its end: export the file again').waitFor();
  const refused = rejects.getByRole('row').filter({ hasText: 'Your library has no branch “EAST”' });
  expect(await refused.getByRole('cell').last().textContent()).toBe('70,118');
  expect(await refused.getByRole('link', { name: 'b1000' }).getAttribute('href')).toBe('/edit/riverton%3Ab1000');
  expect(await rejects.getByRole('link', { name: 'b1007' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show more' }).click();
  await rejects.getByText('one of Lakeshore County Library bears its barcode too').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('march-rejects.csv');
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toBe(
    'Record rejected,,,52344,"The record breaks off before its end: export the file again, and send it in binary mode.",,truncated-record',
  );
  expect(lines[5]).toBe(`Record rejected,b1008,,1300000,"'=1+1 is no record, ""really"".",,of-tomorrow`);
  await page.context().close();
});

test('a load of authorities lists the headings that it changed, and a batch gives the new ones to the records', async () => {
  const page = await at(one('imp_names'));
  const table = page.getByRole('region', { name: 'Headings changed by this load' });
  await table.getByRole('row', { name: /Cookery Cooking 38/ }).waitFor();
  await table.getByRole('button', { name: 'Change records with Cookery' }).click();
  await page.waitForURL(/\/record-changes\/ibt_/);
  expect(bodies('catalogue-preview-item-changes')).toMatchObject([
    {
      records: { all: true },
      steps: [{ do: 'change-heading', heading: 'Cookery', number: '(DLC)sh85031793' }],
      reason: 'Headings changed by the load names.mrc',
    },
  ]);
  await closePage(page);
});

test('a stopped load is run again; a load without its file reports that when it is started', async () => {
  const page = await at(one('imp_failed'));
  await page.getByText('nothing is done twice').waitFor();
  await page.getByRole('button', { name: 'Run it again' }).click();
  await page.getByRole('progressbar').waitFor();
  await eventually(() => expect(requestsTo('catalogue-run-import')).toHaveLength(1));
  await page.goto(page.url().replace('imp_failed', 'imp_awaits'));
  await page.getByRole('button', { name: 'Start it' }).click();
  await page.getByText('The file has not arrived.').waitFor();
  await page.goto(page.url().replace('imp_awaits', 'imp_pdf'));
  await page.getByText('This is a PDF, not MARC').waitFor();
  await page.getByRole('link', { name: 'Choose a file for a new load' }).click();
  await page.getByRole('heading', { name: 'A new load' }).waitFor();
  await page.getByText('file never came').waitFor();
  await page.context().close();
});

test.each(['/loads', one('imp_done'), one('imp_failed'), one('imp_names')])(
  '%s in Spanish, 320 px wide, meets WCAG 2.2 AA and fits',
  async (path) => {
    const page = await at(path, { width: 320, language: 'es' });
    expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
      violations: [],
      overflow: 0,
    });
    await page.context().close();
  },
);
