import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'patron' });

test('a patron lets somebody collect holds, named by card and family name until a day, and reads which desks looked at the record', async () => {
  const page = await at('/account', { width: 390 });
  const family = page.getByRole('region', { name: 'Family and proxies' });
  await family.getByText('Let somebody borrow or collect for you').click();
  const allow = family.getByRole('button', { name: 'Allow it' });
  await family.getByLabel('collect holds').uncheck();
  expect(await allow.isDisabled()).toBe(true);
  await family.getByLabel('collect holds').check();
  await family.getByLabel('Their card number').fill('21234500000042');
  await family.getByLabel('Their family name').fill('Okafor');
  await family.getByLabel('Until').fill('2126-05-04');
  await allow.click();
  await eventually(() =>
    expect(requestsTo('patrons-give-proxy').map(({ body }) => body)).toEqual([
      { card: '21234500000042', familyName: 'Okafor', until: '2126-05-04', may: ['collect'] },
    ]),
  );
  await eventually(async () => expect(await family.getByLabel('Their card number').inputValue()).toBe(''));
  const looks = page.getByRole('region', { name: 'Who looked at my record' });
  expect(await looks.getByRole('listitem').count()).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
