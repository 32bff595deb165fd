import * as z from 'zod';
import { bodyOf, type Engine } from '../../../../layers/platform/search/client.ts';
import { readAlias } from '../../../catalogue/public/read-alias.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import {
  type SuggestedList,
  type Suggestion,
  suggestedLists,
  suggestionsOf,
  suggestQueries,
} from '../../domain/browse/suggest.ts';

const one = z.object({
  status: z.number(),
  aggregations: z.object({ headings: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }).optional(),
});
const answerSchema = z.object({ responses: z.array(one) });

/**
 * Returns headings to choose from during typing, by list: one call queries all lists. Empty when no index exists. Throws
 * `EngineUnavailable` when the engine is busy or down.
 */
export const suggestHeadings = async (
  engine: Engine,
  family: string,
  lists: readonly SuggestedList[],
  typed: string,
  viewer: Viewer,
  members: readonly string[] = [],
): Promise<Suggestion[]> => {
  const queries = lists.flatMap((list) => suggestQueries(list, typed, viewer, members));
  const answer = await engine({
    method: 'GET',
    path: `/${readAlias(family)}/_msearch`,
    lines: queries.map((query) => `{}\n${JSON.stringify(query)}\n`).join(''),
  });
  const body = bodyOf('Suggesting', answer);
  const { responses } = body === undefined ? { responses: [] } : answerSchema.parse(body);
  for (const { status } of responses) bodyOf('Suggesting', { status, body });
  return lists.flatMap((list, i) =>
    suggestionsOf(
      list,
      typed,
      responses
        .slice(2 * i, 2 * i + 2)
        .flatMap((each) => (each.aggregations?.headings.buckets ?? []).map(({ key }) => key)),
    ),
  );
};

/** All lists with suggestions. */
export const allSuggested = Object.keys(suggestedLists) as SuggestedList[];
