import type { Page } from 'playwright-core';
import { tour } from '../web/src/i18n/en/tour.ts';
import { tourSteps } from '../web/src/layout/tour/tour-steps.ts';

/** What is done and waited for on a page, where its heading is shown before its work. */
const firstOn: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  refusal: (page) => page.locator('.scan-refused').getByRole('button', { name: 'Why?' }).click(),
  rule: (page) => page.getByRole('main').getByRole('table').first().waitFor(),
};

const fileOf = (id: string, place: number): string => `${String(place + 1).padStart(2, '0')}-${id}`;

/** The ten pages of the tour as pictured: the file of each, and what is done on it first. */
export const tourPages: readonly { file: string; first?: (page: Page) => Promise<void> }[] = tourSteps.map(
  ({ id }, place) => ({ file: fileOf(id, place), ...(firstOn[id] && { first: firstOn[id] }) }),
);

const texts: Readonly<Record<string, string | undefined>> = tour;

/** Returns the page of the documents with the pictures of the tour, each with its two sentences. */
export const tourText = (): string =>
  [
    '# Concord in ten pages',
    '',
    'The pages of “Show me in five minutes” on `/welcome`, which `npm start` prints first. Made by `npm run screens tour` of the running demo.',
    '',
    ...tourSteps.flatMap(({ id }, place) => [
      `## ${place + 1}. ${texts[`tour.${id}`]}`,
      `${texts[`tour-text.${id}`]}`,
      '',
      `![${texts[`tour.${id}`]}](${fileOf(id, place)}.webp)`,
      '',
    ]),
  ].join('\n');
