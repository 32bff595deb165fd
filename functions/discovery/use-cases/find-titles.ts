import type { Viewer } from '../../catalogue/public/visibility.ts';
import { type Find, searchParametersOf } from './search-catalogue.ts';

/** How many titles are shown while somebody types. */
const SHOWN = 5;

/** Finds the most relevant titles for a text, without their copies. */
export const findTitles = async ({ find }: { find: Find }, text: string, viewer: Viewer) => {
  const { total, hits } = await find(searchParametersOf({ q: text, limit: SHOWN }), viewer);
  const titles = hits.map(({ recordId, title, author, year }) => ({
    ...{ recordId, title },
    ...(author !== undefined && { author }),
    ...(year !== undefined && { year }),
  }));
  return { total, titles };
};
