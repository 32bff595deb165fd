import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** How a page is opened. `who` signs in at the fixture, whose tokens are the words themselves. */
export type Opening = {
  who?: 'patron' | 'staff' | 'approver' | 'preparer' | 'admin';
  dark?: boolean;
  width?: number;
  language?: string;
};

/** A page of its own context with what went wrong on it: errors in the page, and requests that left the origin. */
export type Opened = { page: Page; wrong: string[] };

/** What of a page is still on its way. */
const onTheirWay = (page: Page): ReadonlySet<Request> => {
  const some = new Set<Request>();
  page.on('request', (request) => some.add(request));
  page.on('requestfinished', (request) => some.delete(request));
  page.on('requestfailed', (request) => some.delete(request));
  return some;
};

/** Waits until the page has nothing on its way and nothing to do, twice in a row: an answer that is shown may lead to another question. */
const untilAtRest = async (page: Page, waiting: ReadonlySet<Request>): Promise<void> => {
  for (let rests = 0, end = Date.now() + 30_000; rests < 2 && Date.now() < end; ) {
    await page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done, 20)))),
    );
    rests = waiting.size === 0 ? rests + 1 : 0;
  }
};

/** Opens a page at an address of the web app, and waits until it is at rest; `hear` is told each error on its console. */
export const openPage = async (
  browser: Browser,
  url: string,
  how: Opening = {},
  onConsole: (text: string) => void = () => undefined,
): Promise<Opened> => {
  const { who, dark = false, width = 1280, language = 'en' } = how;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
  });
  const session = JSON.stringify({
    kind: who === 'patron' ? who : 'staff',
    token: who,
    expiresAt: Date.now() + 800_000,
  });
  if (who) await context.addInitScript(`sessionStorage.setItem('concord.session', ${JSON.stringify(session)})`);
  await context.addInitScript("localStorage.setItem('concord.sound', 'off')");
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') onConsole(message.text());
    // An answer of the API that is no success is told there too; whether the page says it well is tested by its words.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) wrong.push(message.text());
  });
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) wrong.push(`left the origin: ${request.url()}`);
  });
  const waiting = onTheirWay(page);
  await page.goto(url);
  await untilAtRest(page, waiting);
  return { page, wrong };
};

/** What axe finds against WCAG 2.2 AA, one line each; none when all is well. */
export const violations = async (page: Page): Promise<string[]> => {
  // No page of ours has a frame: without them axe needs no second page for its sum.
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(wcag).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
};

/** How many pixels the page is wider than its window: none, by WCAG 1.4.10. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Types like a scanner: the digits at once, then Enter. */
export const scan = async (page: Page, number: string): Promise<void> => {
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
};

/** The answer to what a page is about to send to an address that has this in it: asked for before the click, awaited after it. */
export const answerTo = (page: Page, path: string): Promise<unknown> =>
  page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes(path));
