import type { Page } from 'playwright-core';

/** Counts what a person does on a page from now on: each click, and each field that is filled. Returns how to read the count. */
export const countActs = async (page: Page): Promise<() => number> => {
  let acts = 0;
  await page.exposeFunction('countAct', () => {
    acts += 1;
  });
  const listen = (): void => {
    const { countAct } = globalThis as unknown as { countAct: () => void };
    let filled: EventTarget | null;
    document.addEventListener('click', ({ isTrusted }) => void (isTrusted && countAct()), true);
    document.addEventListener(
      'input',
      ({ target }) => {
        if (target !== filled) countAct();
        filled = target;
      },
      true,
    );
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => acts;
};
