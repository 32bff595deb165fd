import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { FACT } from '../domain/fact-columns.ts';
import type { FactFile } from '../domain/fact-file.ts';

const factKey = (path: string): string => `facts/${path}`;

/** The folder of all files of facts. */
export const FACT_FOLDER = factKey(`fact=${FACT}/`);

const manifestPath = (path: string): string => `fact-manifests/${path}`;

/** Returns the key of a month's manifest. */
export const manifestKey = (month: string): string => manifestPath(`fact=${FACT}/month=${month}.json`);

/** Returns the key of a file. It derives from its facts: writing the same facts again replaces the file and adds nothing. */
export const keyOf = (month: string, facts: readonly DecisionFact[]): string => {
  const ids = facts.map(({ eventId }) => eventId).toSorted();
  return `${FACT_FOLDER}month=${month}/part-${facts.length}-${shortDigest(ids.join(' '))}.parquet`;
};

/** Returns the file that a key names; undefined for any other object. */
export const fileOf = (key: string): FactFile | undefined => {
  const [, month, rows] = /\/month=(\d{4}-\d{2})\/part-(\d+)-[\w-]+\.parquet$/.exec(key) ?? [];
  return month === undefined || !key.startsWith(FACT_FOLDER) ? undefined : { key, month, rows: Number(rows) };
};
