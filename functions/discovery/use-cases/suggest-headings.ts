import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { suggestDeps } from '../deps.ts';
import { writePlace } from '../domain/browse/place.ts';
import { isTooShort, type SuggestedList } from '../domain/browse/suggest.ts';

type Query = { q: string; list?: SuggestedList | undefined; member?: readonly string[] | undefined };

/** Suggests headings that begin with typed text, each with its place in its list. Nothing is suggested for a single letter. */
export const suggestPlaces = async (
  { suggestHeadings }: ReturnType<typeof suggestDeps>,
  { q, list, member }: Query,
  viewer: Viewer,
) => {
  if (isTooShort(q)) return [];
  const found = await suggestHeadings(list, q, viewer, member);
  return found.map(({ list: of, text, key }) => ({ list: of, text, at: writePlace(key) }));
};
