import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The temporary files of analytics in the bucket; the facts themselves stay for good. */
export const files = filesOf({
  queries: { prefix: 'fact-queries/', holds: 'Results of queries of the archive of facts', personal: 'none', days: 7 },
});

/** The folder of the results of queries. */
export const QUERY_FOLDER = files.queries.prefix;
