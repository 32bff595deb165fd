import { deviceOf, deviceSchema } from './device.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/131.0.0.0 Safari/537.36`, 'computer', 'chrome'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/131.0.0.0 Safari/537.36 Edg/131.0`, 'computer', 'edge'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/131.0.0.0 Safari/537.36 OPR/117.0`, 'computer', 'opera'],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'computer', 'firefox'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/131.0.0.0 Safari/537.36`, 'computer', 'chrome'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.1 Safari/605.1.15`, 'computer', 'safari'],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${apple} Version/18.1 Mobile/15E148 Safari/604.1`,
    'phone',
    'safari',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${apple} CriOS/131.0 Mobile/15E148 Safari/604.1`,
    'phone',
    'chrome',
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) ${apple} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`,
    'tablet',
    'firefox',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/131.0.0.0 Mobile Safari/537.36`, 'phone', 'chrome'],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${webKit} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
    'phone',
    'samsung',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/131.0.0.0 Safari/537.36`, 'tablet', 'chrome'],
  ['Mozilla/5.0 (Android 14; Tablet; rv:133.0) Gecko/133.0 Firefox/133.0', 'tablet', 'firefox'],
  ['curl/8.11.0', 'other', 'other'],
  ['', 'other', 'other'],
  [undefined, 'other', 'other'],
])('a user agent gives the kind of device and the browser: %s', (userAgent, kind, browser) => {
  expect(deviceOf(userAgent)).toEqual({ kind, browser });
});

test('nothing of the text of a user agent is stored, and a long one is read at its beginning only', () => {
  const hostile = `<script>Firefox/1.0 ${'x'.repeat(100_000)} iPhone`;
  expect(deviceOf(hostile)).toEqual({ kind: 'other', browser: 'firefox' });
  expect(deviceSchema.parse(deviceOf(hostile))).toEqual(deviceOf(hostile));
});
