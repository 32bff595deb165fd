import { firstViews } from '../../web/build/first-views.ts';
import { messagesOf } from '../../web/build/message-files.ts';

const textsOf = (language: string) => (file: string) => messagesOf('web/src/i18n', language, file);

test.each([
  ['en', 'My account'],
  ['es', 'Mi cuenta'],
  ['fr', 'Mon compte'],
] as const)('the index page has the headings of the first pages in %s', async (language, account) => {
  const views = await firstViews(language, textsOf(language));
  expect([...views.matchAll(/data-path="([^"]+)"/g)].map(([, path]) => path)).toEqual([
    '/',
    '/libraries',
    '/account',
    '/welcome',
  ]);
  expect(views).toContain(`<h1>${account}</h1>`);
});

test('a message with signs of HTML is shown as it is written', async () => {
  const views = await firstViews('en', async (file) => ({ ...(await textsOf('en')(file)), 'hours.title': '<b>&' }));
  expect(views).toContain('<h1>&#60;b&#62;&#38;</h1>');
});

test('a first view without its message is refused', async () => {
  await expect(firstViews('en', async () => ({}))).rejects.toThrow('home.title');
});
