import { emailPage } from './emails.ts';

test('the content of an e-mail is text on the page, never markup', () => {
  const nasty = '<script>alert("x")</script>&\'';
  const page = emailPage([{ id: 'm', from: 'a@example.org', to: [nasty], subject: nasty, text: nasty, at: nasty }]);
  expect(page).not.toContain('<script>');
  expect(page.match(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt;&amp;&#39;/g)).toHaveLength(4);
  expect(emailPage([])).toContain('None yet.');
});
