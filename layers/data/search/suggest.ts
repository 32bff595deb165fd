import * as z from 'zod';
import type { Viewer } from '../../domain/catalogue/visibility.ts';
import {
  type SuggestedList,
  type Suggestion,
  suggestedLists,
  suggestionsOf,
  suggestQueries,
} from '../../domain/discovery/browse/suggest.ts';
import { type Engine, EngineAway, unexpected } from './client.ts';
import { readAlias } from './versions.ts';

const one = z.object({
  status: z.number(),
  aggregations: z.object({ headings: z.object({ buckets: z.array(z.object({ key: z.string() })) }) }).optional(),
});
const answerSchema = z.object({ responses: z.array(one) });

/**
 * Headings to choose while somebody types, list by list: all lists are asked in one call. An index that was never made
 * suggests nothing. Throws `EngineAway` when the engine is busy or gone.
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
    method: 'POST',
    path: `/${readAlias(family)}/_msearch`,
    lines: queries.map((query) => `{}\n${JSON.stringify(query)}\n`).join(''),
  });
  if (answer.status === 429 || answer.status >= 500) throw new EngineAway(`Suggesting: ${answer.status}`);
  if (answer.status !== 200) throw unexpected('Suggesting', answer);
  const { responses } = answerSchema.parse(answer.body);
  if (responses.some(({ status }) => status === 429 || status >= 500)) throw new EngineAway('Suggesting: busy.');
  const wrong = responses.find(({ status }) => status !== 200 && status !== 404);
  if (wrong) throw unexpected('Suggesting', { status: wrong.status, body: answer.body });
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

/** Every list that is suggested from. */
export const allSuggested = Object.keys(suggestedLists) as SuggestedList[];
