import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page, Request } from 'playwright-core';

/** The minified program is half as long, and every page parses it. */
const axeProgram = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The rules of axe for WCAG 2.2, levels A and AA, by tag. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** How a page is opened. `who` signs in at the fixture, where the token is the name itself. */
export type Opening = {
  who?: 'patron' | 'staff' | 'approver' | 'preparer' | 'admin' | 'buyer' | 'manager' | 'solo' | 'auditor';
  dark?: boolean;
  width?: number;
  language?: string;
  timeZone?: string;
};

/** A page in its own context with its errors, and its requests to other origins. */
export type Opened = { page: Page; wrong: string[] };

/** The pending requests of the page. */
const onTheirWay = (page: Page): ReadonlySet<Request> => {
  const some = new Set<Request>();
  page.on('request', (request) => some.add(request));
  page.on('requestfinished', (request) => some.delete(request));
  page.on('requestfailed', (request) => some.delete(request));
  return some;
};

/** Waits until the page is idle twice in a row with a heading, because rendering an answer may trigger another request. */
const untilAtRest = async (page: Page, waiting: ReadonlySet<Request>): Promise<void> => {
  for (let rests = 0, end = Date.now() + 30_000; rests < 2 && Date.now() < end; ) {
    const isShown = await page.evaluate(
      () =>
        new Promise<boolean>((done) =>
          requestAnimationFrame(() =>
            requestIdleCallback(() =>
              setTimeout(() => {
                // The content of a page of the server is there before the app.
                const isOfApp = document.getElementById('first-view') === null;
                done(isOfApp && document.querySelector('h1, [role="alert"]') !== null);
              }, 20),
            ),
          ),
        ),
    );
    rests = waiting.size === 0 && isShown ? rests + 1 : 0;
  }
};

/** Pages that tests of a file have closed, by browser and by the options of their context. */
const idlePages = new WeakMap<Browser, Map<string, Page[]>>();
const keyOf = new WeakMap<Page, string>();

const idlePagesOf = (browser: Browser, key: string): Page[] => {
  const byKey = idlePages.get(browser) ?? new Map<string, Page[]>();
  idlePages.set(browser, byKey);
  const some = byKey.get(key) ?? [];
  byKey.set(key, some);
  return some;
};

type Context = Required<Pick<Opening, 'dark' | 'width' | 'language'>> &
  Pick<Opening, 'timeZone'> & { who: Opening['who'] | undefined };

const newPage = async (browser: Browser, { who, dark, width, language, timeZone }: Context): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    ...(timeZone && { timezoneId: timeZone }),
    // Nothing is waited for while it moves, and no frame between is drawn.
    reducedMotion: 'reduce',
  });
  const session = JSON.stringify({
    kind: who === 'patron' ? who : 'staff',
    token: who,
    expiresAt: Date.now() + 800_000,
  });
  if (who) await context.addInitScript(`sessionStorage.setItem('concord.session', ${JSON.stringify(session)})`);
  await context.addInitScript("localStorage.setItem('concord.sound', 'off')");
  return context.newPage();
};

/**
 * Closes a page. The next page with the same options continues in it, without its storage: a new renderer and its compilation of the app
 * take four times as long. A test that changes the clock or the connection closes the context instead.
 */
export const closePage = async (page: Page): Promise<void> => {
  const browser = page.context().browser();
  const key = keyOf.get(page);
  if (!browser || key === undefined || page.context().pages().length > 1) return page.context().close();
  page.removeAllListeners();
  await page.unrouteAll();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(new URL('/mark.svg', page.url()).href);
  await page.context().clearCookies();
  idlePagesOf(browser, key).push(page);
};

/** Returns a page that no test uses, with the window and the media of its options. */
const freePage = async (browser: Browser, context: Context): Promise<Page> => {
  const key = JSON.stringify(context);
  const idle = idlePagesOf(browser, key).pop();
  const page = idle ?? (await newPage(browser, context));
  keyOf.set(page, key);
  if (idle) {
    await page.setViewportSize({ width: context.width, height: 800 });
    await page.emulateMedia({ media: null, colorScheme: context.dark ? 'dark' : 'light' });
  }
  return page;
};

/** Opens a page of the web app and waits until it is idle. `hear` is called for each error on its console. */
export const openPage = async (
  browser: Browser,
  url: string,
  how: Opening = {},
  onConsole: (text: string) => void = () => undefined,
): Promise<Opened> => {
  const { who, dark = false, width = 1280, language = 'en', timeZone } = how;
  const page = await freePage(browser, { who, dark, width, language, ...(timeZone && { timeZone }) });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') onConsole(message.text());
    // An unsuccessful answer of the API is also logged on the console; tests of the page check how it is displayed.
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

/** Returns the WCAG 2.2 AA violations that axe finds, one line each; none for a conforming page. */
export const violations = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeProgram);
  // Only the violations leave the page: axe's whole result is a megabyte, and took longer to transfer than the page to test.
  return page.evaluate(
    async (values) => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      const found = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    },
    [...wcag],
  );
};

/** Returns the number of pixels by which the page is wider than its window: zero by WCAG 1.4.10. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Types like a scanner: all digits at once, then Enter. */
export const scan = async (page: Page, number: string): Promise<void> => {
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
};

/** Returns the response to the next request whose address contains a text: call it before the click, await it afterwards. */
export const answerTo = (page: Page, path: string): Promise<unknown> =>
  page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes(path));
