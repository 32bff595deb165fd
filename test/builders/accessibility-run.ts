import { appendFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { overflow, wcag } from './browser-page.ts';

/** A stop of the Tab key that fails: without a visible focus, or entirely under another element. */
export type BadStop = { stop: string; why: 'no-visible-focus' | 'covered' };

/** The raw results of one page in one window: the rules of axe by outcome, and the checks by keyboard and by style sheet. */
export type PageRun = {
  page: string;
  path: string;
  window: string;
  axe: { version: string; passed: string[]; failed: string[]; unsure: Record<string, number>; absent: string[] };
  /** The numbers of stops of the Tab key, and the stops that fail; whether the key leaves the page at its end. */
  keyboard?: { stops: number; leaves: boolean; bad: BadStop[] };
  /** The pixels beyond the window with the text spacing of WCAG 1.4.12, and at 640 px, which is a zoom of 200 %. */
  spacingOverflow?: number;
  zoomOverflow?: number;
};

/** The file for the raw results of a run; absent in `npm test`. */
const file = process.env.CONCORD_ACCESSIBILITY_RUN;

const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

const axeOf = (page: Page): Promise<PageRun['axe']> =>
  page.evaluate(
    async (values) => {
      const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
      const found = await axe.run({ runOnly: { type: 'tag', values } });
      const ids = (results: { id: string }[]): string[] => results.map(({ id }) => id);
      return {
        version: found.testEngine.version,
        passed: ids(found.passes),
        failed: ids(found.violations),
        unsure: Object.fromEntries(found.incomplete.map(({ id, nodes }) => [id, nodes.length])),
        absent: ids(found.inapplicable),
      };
    },
    [...wcag],
  );

type Stop = { text: string; isVisible: boolean; isCovered: boolean } | undefined;

/** Returns the focused element, or nothing when the focus has left the page. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return undefined;
    const { left, top, width, height } = at.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y)),
    );
    // A control drawn by its label or its parent shows the focus there.
    const drawn = [at, at.parentElement, at.closest('label'), at.nextElementSibling];
    const isVisible = drawn.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return isOutlined || boxShadow !== 'none' || borderColor === 'Highlight';
    });
    const isCovered = width > 0 && points.every((one) => !one || !(at.contains(one) || one.contains(at)));
    const text = `${at.tagName.toLowerCase()} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40)}`;
    return { text, isVisible, isCovered };
  });

/** The number of stops after which a page counts as a trap: the longest page has about 300. */
const TRAP = 600;

/** Presses Tab until the focus leaves the page, and examines each stop. */
export const walkByKeyboard = async (page: Page): Promise<NonNullable<PageRun['keyboard']>> => {
  await page.evaluate(() => {
    document.querySelector<HTMLElement>(':focus')?.blur();
    window.scrollTo(0, 0);
  });
  const bad: BadStop[] = [];
  for (let stops = 0; stops < TRAP; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === undefined) return { stops, leaves: true, bad };
    if (!at.isVisible) bad.push({ stop: at.text, why: 'no-visible-focus' });
    if (at.isCovered) bad.push({ stop: at.text, why: 'covered' });
  }
  return { stops: TRAP, leaves: false, bad };
};

/**
 * Writes the raw results of an opened page, on which axe has run, as one line of JSON; does nothing in `npm test`. `whole` adds the walk
 * by keyboard, the text spacing and the zoom, after which the page is as before.
 */
export const noteAccessibility = async (
  page: Page,
  { name, path, window, whole = false }: { name: string; path: string; window: string; whole?: boolean },
): Promise<void> => {
  if (file === undefined) return;
  const run: PageRun = { page: name, path, window, axe: await axeOf(page) };
  if (whole) {
    run.keyboard = await walkByKeyboard(page);
    const style = await page.addStyleTag({ content: spacing });
    run.spacingOverflow = await overflow(page);
    await style.evaluate((element) => (element as Element).remove());
    await page.setViewportSize({ width: 640, height: 400 });
    run.zoomOverflow = await overflow(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  appendFileSync(file, `${JSON.stringify(run)}\n`);
};
