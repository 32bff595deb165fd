import type { Page } from 'playwright-core';
import { tour } from '../web/src/i18n/en/tour.ts';
import { tourSteps } from '../web/src/layout/tour/tour-steps.ts';

/** Opens the explanation of the refusal, which the second page is about. */
const explained = (page: Page): Promise<void> => page.getByRole('button', { name: 'Why?' }).first().click();

const fileOf = (id: string, place: number): string => `${String(place + 1).padStart(2, '0')}-${id}`;

/** The ten pages of the tour as pictured: the file of each, and what is done on it first. */
export const tourPages: readonly { file: string; first?: (page: Page) => Promise<void> }[] = tourSteps.map(
  ({ id }, place) => ({ file: fileOf(id, place), ...(id === 'refusal' && { first: explained }) }),
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
