import type { Locator, Page } from 'playwright-core';
import { scan as scanned } from './browser-page.ts';

/** More presses of Tab than any page needs; a control behind them counts as out of reach. */
const MOST_TABS = 300;

/** Works a page by the keyboard alone, and counts: scans and keys, and apart from them the presses of Tab that move the focus. */
export const keyboardOn = (page: Page) => {
  const count = { scans: 0, keys: 0, tabs: 0 };
  const press = async (key: string): Promise<void> => {
    count.keys += 1;
    await page.keyboard.press(key);
  };
  /** Moves the focus to a control, which must be reached and show its focus. */
  const reach = async (control: Locator): Promise<void> => {
    await control.waitFor();
    const hasFocus = () => control.evaluate((one) => one === document.activeElement);
    for (let tabs = 0; !(await hasFocus()); tabs += 1) {
      if (tabs === MOST_TABS) throw new Error(`Tab does not reach ${control}.`);
      count.tabs += 1;
      await page.keyboard.press('Tab');
    }
    if (!(await control.evaluate((one) => one.matches(':focus-visible'))))
      throw new Error(`${control} does not show its focus.`);
  };
  return {
    count,
    press,
    reach,
    scan: async (number: string): Promise<void> => {
      count.scans += 1;
      await scanned(page, number);
    },
    /** Types text, which is no action of its own. */
    type: (text: string): Promise<void> => page.keyboard.type(text),
    /** Moves the focus to a control and presses Enter, which is one click for who uses a mouse. */
    activate: async (control: Locator): Promise<void> => {
      await reach(control);
      await press('Enter');
    },
  };
};
