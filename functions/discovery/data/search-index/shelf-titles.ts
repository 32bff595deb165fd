import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { BETWEEN_KEYS } from '../../../catalogue/public/shelf-between-keys.ts';
import { shelfFieldNames } from '../../../catalogue/public/shelf-field-names.ts';
import { shelvedAs } from '../../../catalogue/public/shelved-as.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';

/** The title of a record, and the first call number of each member that has it on a shelf. */
export type ShelfTitle = { title: string; callNumbers: ReadonlyMap<string, string> };

const hit = z.object({
  _id: z.string(),
  _source: z.object({ shown: z.object({ title: z.string() }), [shelfFieldNames.all]: z.string().optional() }),
});
const answerSchema = z.object({ timed_out: z.boolean(), hits: z.object({ hits: z.array(hit) }) });

const callNumbersIn = (packed: unknown): ReadonlyMap<string, string> => {
  const keys = typeof packed === 'string' ? Buffer.from(packed, 'base64').toString('utf8').split(BETWEEN_KEYS) : [];
  return new Map(
    keys.flatMap((key) => {
      const shelved = shelvedAs(key);
      return shelved ? [[shelved.memberId, shelved.callNumber] as const] : [];
    }),
  );
};

/**
 * Returns titles and call numbers of records as the index has them, by record: no read of the table for each row of a list. Throws
 * `EngineUnavailable` when the engine is busy or down.
 */
export const shelfTitles = async (
  engine: Engine,
  family: string,
  recordIds: readonly string[],
  viewer: Viewer,
): Promise<ReadonlyMap<string, ShelfTitle>> => {
  if (recordIds.length === 0) return new Map();
  const query = {
    size: recordIds.length,
    query: { bool: { filter: [among('visible_to', viewerTokens(viewer)), among('record_id', recordIds)] } },
    _source: ['shown.title', shelfFieldNames.all],
    timeout: '2s',
  };
  const answer = await askIndex(engine, family, query, answerSchema, 'Reading titles');
  return new Map(
    (answer?.hits.hits ?? []).map(({ _id, _source }) => [
      _id,
      { title: _source.shown.title, callNumbers: callNumbersIn(_source[shelfFieldNames.all]) },
    ]),
  );
};
