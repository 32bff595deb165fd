import { emailPage } from './emails.ts';

test('the content of an e-mail or text message is text on the page, never markup', () => {
  const nasty = '<script>alert("x")</script>&\'';
  const page = emailPage(
    [{ id: 'm', from: 'a@example.org', to: [nasty], subject: nasty, text: nasty, at: nasty }],
    [{ id: 't', to: nasty, text: nasty }],
  );
  expect(page).not.toContain('<script>');
  expect(page.match(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt;&amp;&#39;/g)).toHaveLength(6);
  const withLink = emailPage(
    [],
    [{ id: 't', to: '+1', text: 'Your account: http://localhost:4000/account?a=1&b="\nRiverton' }],
  );
  expect(withLink).toContain(
    '<a href="http://localhost:4000/account?a=1&amp;b=&quot;">http://localhost:4000/account?a=1&amp;b=&quot;</a>\nRiverton',
  );
  expect(emailPage([], [])).toContain('None yet.');
});
