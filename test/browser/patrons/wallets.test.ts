import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });
const pem = (what: string, base64: string): string => `-----BEGIN ${what}-----\n${base64}\n-----END ${what}-----`;

test('an administrator sets up a wallet, sees why a certificate is refused, and withdraws the wallet after a question', async () => {
  const page = await at('/patron-rules');
  const apple = page.getByRole('region', { name: 'Apple Wallet' });
  await apple.getByText(/^Offered until .*2027: pass\.org\.example\.card$/).waitFor();
  await apple.getByRole('button', { name: 'Set up Apple Wallet' }).click();
  const form = page.getByRole('form', { name: 'Set up Apple Wallet' });
  await form.getByLabel(/^Certificate of the pass type/).fill(pem('CERTIFICATE', 'T1RIRVI='));
  await form.getByLabel(/^Private key/).fill(pem('PRIVATE KEY', 'S0VZ'));
  await form.getByLabel(/^Certificate of the authority/).fill(pem('CERTIFICATE', 'V1dEUg=='));
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('The certificate names no pass type and team of Apple Wallet.').waitFor();
  await form.getByRole('button', { name: 'Cancel' }).click();
  const google = page.getByRole('region', { name: 'Google Wallet' });
  await google.getByText('Not set up').waitFor();
  await google.getByRole('button', { name: 'Set up Google Wallet' }).click();
  await google.getByLabel('Number of the issuer').fill('3388000000012345678');
  await google.getByLabel('Service account').fill('cards@library.iam.gserviceaccount.com');
  await google.getByLabel(/^Private key/).fill(`Key Attributes: <No Attributes>\n${pem('PRIVATE KEY', 'S0VZ')}\n`);
  expect(await violations(page)).toEqual([]);
  await google.getByRole('button', { name: 'Save' }).click();
  await google.getByText('Offered: 3388000000012345678').waitFor();
  expect(requestsTo('patrons-set-wallet').at(-1)?.body).toEqual({
    ...{ wallet: 'google', issuerId: '3388000000012345678', key: pem('PRIVATE KEY', 'S0VZ'), v: 1 },
    serviceAccount: 'cards@library.iam.gserviceaccount.com',
  });
  await google.getByRole('button', { name: 'Withdraw Google Wallet' }).click();
  await google.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await google.getByText('Not set up').waitFor();
  await closePage(page);
});

test('a patron adds the card to the wallet that the consortium offers, and to no other one', async () => {
  const page = await at('/card', { who: 'patron' });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to Apple Wallet' }).click();
  expect((await saved).suggestedFilename()).toBe('library-card.pkpass');
  expect(requestsTo('patrons-make-my-wallet-pass').map(({ body }) => body)).toEqual([
    { wallet: 'apple', language: 'en' },
  ]);
  expect(await page.getByRole('button', { name: 'Add to Google Wallet' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
