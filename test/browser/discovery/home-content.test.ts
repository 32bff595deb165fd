import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({});

test('staff recommend a title from its record and announce an event, and everybody reads both on the home page and at the branch', async () => {
  const page = await at('/record/rec_1', { who: 'manager' });
  await page.getByRole('link', { name: 'Recommend this title on the home page' }).click();
  const save = page.getByRole('button', { name: 'Save picks and events' });
  await page.getByLabel('Why you recommend Emma, in one sentence').fill('The funniest of them all.');
  await page.getByRole('button', { name: 'Add an event' }).click();
  const event = page.getByRole('group', { name: 'Event 3' });
  await event.getByLabel('Title').fill('Reading group');
  await event.getByLabel('Day').fill('2126-05-04');
  await event.getByLabel('Ends (optional)').fill('11:30');
  await page.getByLabel('Lead to the page for children').uncheck();
  await save.click();
  await page.getByText('The picks and events are saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('discovery-set-home').map(({ body }) => body)).toMatchObject([
      {
        v: 3,
        picks: [{ sentence: 'The funniest of them all.' }, { sentence: 'Read it for the conversations.' }],
        events: [
          { title: 'Story time' },
          { title: 'Chess evening' },
          { day: '2126-05-04', from: '10:00', until: '11:30' },
        ],
      },
    ]),
  );
  expect(requestsTo('discovery-set-home')[0]?.body).not.toHaveProperty('childrensPage');
  await closePage(page);
});

test('the home page shows staff picks, events with their branch and the most requested titles; a branch its own events', async () => {
  const home = await at('/');
  const picks = home.getByRole('region', { name: 'Staff picks' });
  await picks.getByText('Read it for the conversations.').waitFor();
  expect(await picks.getByRole('listitem').count()).toBe(2);
  const events = home.getByRole('region', { name: 'Events' });
  expect(await events.getByRole('link', { name: 'Eastside Branch' }).count()).toBe(1);
  await home.getByRole('region', { name: 'Most requested' }).getByText('9 holds wait').waitFor();
  await home.goto(new URL('/libraries/riverton/main', home.url()).href);
  const here = home.getByRole('region', { name: 'Events' });
  await here.getByText('Story time').waitFor();
  expect(await here.getByText('Chess evening').count()).toBe(0);
  await closePage(home);
});

test('where a library leads to it, children find titles for children by topic and word, on a page of its own that is easy to leave', async () => {
  const page = await at('/');
  const asked: URLSearchParams[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.startsWith('/v1/discovery/') && searchParams.has('audience')) asked.push(searchParams);
  });
  await page.getByRole('link', { name: 'For children' }).click();
  await page.getByRole('heading', { name: 'What would you like to read?' }).waitFor();
  await page.getByRole('heading', { name: 'New for children' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
  await page.getByRole('link', { name: 'English fiction' }).click();
  await page.getByRole('heading', { name: 'About “English fiction”' }).waitFor();
  await page.getByLabel('A word, a name or an animal').fill('emma');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('heading', { name: 'About “emma”' }).waitFor();
  const searches = asked.filter((query) => query.has('limit'));
  expect(searches.map((query) => [query.get('sort'), query.has('subject'), query.get('q')])).toEqual([
    ['arrived', false, null],
    ['arrived', true, null],
    [null, false, 'emma'],
  ]);
  // One more for the topics.
  expect(asked.map((query) => query.get('audience'))).toEqual(Array(4).fill('children'));
  await page.getByRole('link', { name: 'All books' }).click();
  await page.getByRole('heading', { name: 'Find it. Have it sent to your library.' }).waitFor();
  await closePage(page);
});
