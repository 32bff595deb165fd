import { filesOf } from '../../../layers/platform/objects/stored-files.ts';
import { QUERY_FOLDER } from '../domain/fact-file.ts';

/** The temporary files of analytics in the bucket; the facts themselves stay for good. */
export const files = filesOf({
  queries: { prefix: QUERY_FOLDER, holds: 'Results of queries of the archive of facts', personal: 'none', days: 7 },
});
