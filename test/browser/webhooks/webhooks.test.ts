import type { Page } from 'playwright-core';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(120_000);
const { at: openAt, requestsTo } = browserPages({});
let page: Page;
afterEach(() => closePage(page));

const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('an administrator creates a webhook whose secret is shown once, opens one, sends a test and a delivery again, and pauses it', async () => {
  page = await openAt('/webhooks', { who: 'admin' });
  await page
    .getByText('A webhook sends nothing, because the receiver failed for days or is gone: School portal.')
    .waitFor();
  await page.getByRole('textbox', { name: /Name/ }).fill('Street portal');
  await page.getByRole('textbox', { name: /Address/ }).fill('https://portal.example.org/hooks');
  const create = page.getByRole('button', { name: 'Create', exact: true });
  expect(await create.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Hold placed' }).check();
  await create.click();
  await page.getByText('whsec_', { exact: false }).waitFor();
  expect(sent('webhooks-create-webhook')).toEqual([
    { name: 'Street portal', url: 'https://portal.example.org/hooks', facts: ['hold-placed'] },
  ]);
  await page.getByRole('row', { name: /Discovery layer/ }).click();
  await page.getByRole('button', { name: /^Send again: / }).click();
  await page.getByText('It will be sent in a moment.').waitFor();
  await page.getByRole('button', { name: 'Send a test event' }).click();
  await page.getByRole('button', { name: 'Send all again' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Remove Discovery layer?', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove' }).waitFor();
  const sends = sent('webhooks-send-webhook');
  expect(sends.map((body) => (body as { send: string }).send)).toEqual(['delivery', 'test', 'since']);
  expect(sent('webhooks-edit-webhook')).toEqual([{ paused: true }]);
});
