import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ who: 'admin' });
const steps = () => requestsTo('governance-step-meeting').map(({ body }) => body);

test('the secretary writes an agenda from what belongs on it, opens the pack, and sees why a call is refused', async () => {
  const page = await at('/bodies/bdy_1/mtg_planned1', { width: 390 });
  await page.getByRole('button', { name: 'Add: Approve the minutes of 2026-11-09' }).click();
  await page.getByRole('heading', { name: 'Approve the minutes of 2026-11-09' }).waitFor();
  await page.getByRole('button', { name: 'Call the meeting' }).click();
  await page.getByText('There are too few clear days until the meeting. Choose a later day.').waitFor();
  const tab = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Meeting pack (PDF)' }).click();
  await tab;
  expect(requestsTo('governance-print-meeting').at(-1)?.body).toEqual({ paper: 'A4', language: 'eng' });
  expect(steps()).toMatchObject([
    {
      meetingId: 'mtg_planned1',
      step: { do: 'change', agenda: [{ kind: 'text' }, { kind: 'minutes', of: 'mtg_held', title: '2026-11-09' }] },
    },
    { step: { do: 'call' } },
  ]);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    ...{ violations: [], overflow: 0 },
  });
  await closePage(page);
});

test('the secretary records who was present, writes minutes from the draft, records their approval, and adds a correction', async () => {
  const page = await at('/bodies/bdy_1/mtg_held1');
  const present = page.getByRole('form', { name: 'Attendance' });
  await present.getByLabel('Who is present for Lakeshore').selectOption('alternate');
  await present.getByRole('button', { name: 'Save the attendance' }).click();
  const minutes = page.getByRole('form', { name: 'Write the minutes' });
  await minutes.getByRole('button', { name: 'Save the minutes' }).click();
  const approval = page.getByRole('form', { name: 'Record the approval' });
  await approval.getByRole('button', { name: 'Record the approval' }).click();
  await page.getByText(/^Approved on /).waitFor();
  await page.getByText('Draft: three routes carried').waitFor();
  await page.getByRole('textbox', { name: /^Correction/ }).fill('Carmen Vidal was present.');
  await page.getByLabel('Why').fill('Left out of the list');
  await page.getByRole('button', { name: 'Add a correction' }).click();
  await page.getByText(/Carmen Vidal was present\. \(Left out of the list\)/).waitFor();
  expect(steps().slice(-4)).toMatchObject([
    { step: { do: 'attend', attendance: [{ seatId: 'seat-2', isAlternate: true }] } },
    { step: { do: 'minutes', text: 'Draft: three routes carried' } },
    { step: { do: 'approve', in: 'mtg_next' } },
    { step: { do: 'correct', text: 'Carmen Vidal was present.', reason: 'Left out of the list' } },
  ]);
  await closePage(page);
});

test('the secretary founds a body, fills a seat, and plans a meeting', async () => {
  const page = await at('/bodies');
  const found = page.getByRole('form', { name: 'Found a body' });
  await found.getByLabel('Name').fill('Committee on cataloguing');
  await found.getByLabel('Founded by this decision').fill('Council, item 4');
  await found.getByRole('button', { name: 'Found a body' }).click();
  await page.getByRole('link', { name: 'Council of directors' }).click();
  const seat = page.getByRole('form', { name: 'Change a seat' });
  await seat.getByLabel('What changes').selectOption('end-term');
  await seat.getByLabel('Reason').fill('Resigned');
  await seat.getByRole('button', { name: 'Save the seat' }).click();
  const plan = page.getByRole('form', { name: 'Plan a meeting' });
  await plan.getByLabel('Day').fill('2099-12-14');
  await plan.getByLabel('Place').fill('Room 2');
  await plan.getByRole('button', { name: 'Plan a meeting' }).click();
  await page.getByRole('button', { name: 'Call the meeting' }).waitFor();
  expect(requestsTo('governance-write-body').map(({ body }) => body)).toMatchObject([
    { changes: [{ do: 'found', name: 'Committee on cataloguing', decision: 'Council, item 4' }] },
    { bodyId: 'bdy_1', changes: [{ do: 'end-term', seatId: 'seat-1', reason: 'Resigned' }] },
  ]);
  expect(steps().at(-1)).toMatchObject({ step: { do: 'plan', place: 'Room 2', agenda: [] } });
  await closePage(page);
});

test('agendas, decisions and approved minutes of public bodies are on one page for everybody', async () => {
  const page = await at('/decisions', { width: 390 });
  await page.getByText(/Three routes instead of two · Carried · 2 in favour, 0 against, 0 abstained/).waitFor();
  await page.getByText('Lend films for two weeks').waitFor();
  await page.getByRole('button', { name: 'Minutes' }).click();
  await page.getByText('Present: Judith Klein').waitFor();
  expect(await overflow(page)).toBe(0);
  await closePage(page);
});
