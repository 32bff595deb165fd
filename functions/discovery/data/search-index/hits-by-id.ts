import type { Engine } from '../../../../layers/platform/search/client.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { type FoundRecord, searchIndex } from './search.ts';

/** Returns those of these records that the index shows to a viewer, unsorted. Takes no more ids than a page has. Throws as `askIndex`. */
export const hitsById = async (
  engine: Engine,
  family: string,
  recordIds: readonly string[],
  viewer: Viewer,
): Promise<FoundRecord[]> => {
  if (recordIds.length === 0) return [];
  const { hits } = await searchIndex(engine, family, {
    size: recordIds.length,
    query: { bool: { filter: [among('visible_to', viewerTokens(viewer)), among('record_id', recordIds)] } },
    sort: [{ record_id: 'asc' }, { record_id: 'asc' }],
    track_total_hits: recordIds.length,
    _source: ['shown'],
    timeout: '5s',
  });
  return hits;
};
