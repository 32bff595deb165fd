import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { type FactFile, inFileOrder } from '../domain/fact-file.ts';
import { type CountedFile, type Manifest, manifestSchema } from '../domain/manifest.ts';
import { FACT_FOLDER, fileOf, keyOf, manifestKey } from './fact-keys.ts';
import { fromParquet, toParquet } from './parquet.ts';

/** The archive of facts in the bucket: Parquet files by local month, and a manifest of each month. */
export type FactArchive = {
  /** Writes facts of one month as a file. The same facts again replace their file. */
  write(month: string, facts: readonly DecisionFact[]): Promise<FactFile>;
  /** Lists the files, month by month. */
  files(): Promise<FactFile[]>;
  /** Reads a file; undefined when it was joined into another one meanwhile. */
  read(file: FactFile): Promise<DecisionFact[] | undefined>;
  /** Returns a file with the figures that a manifest shows; undefined when it is gone. */
  count(file: FactFile): Promise<CountedFile | undefined>;
  remove(file: FactFile): Promise<void>;
  manifest(month: string): Promise<Manifest | undefined>;
  saveManifest(manifest: Manifest): Promise<void>;
};

/** Opens the archive in a bucket. */
export const factArchive = (bucket: Pick<Bucket, 'put' | 'get' | 'list' | 'forget'>): FactArchive => {
  const read = async ({ key }: FactFile): Promise<DecisionFact[] | undefined> => {
    const bytes = await bucket.get(key);
    return bytes && fromParquet(bytes);
  };
  return {
    read,
    write: async (month, facts) => {
      const rows = inFileOrder(facts);
      const key = keyOf(month, rows);
      await bucket.put(key, toParquet(rows));
      return { key, month, rows: rows.length };
    },
    files: async () => {
      const files: FactFile[] = [];
      let page = await bucket.list(FACT_FOLDER);
      while (page.length > 0) {
        files.push(...page.flatMap((key) => fileOf(key) ?? []));
        page = await bucket.list(FACT_FOLDER, page.at(-1));
      }
      return files;
    },
    count: async ({ key }) => {
      const bytes = await bucket.get(key);
      if (bytes === undefined) return undefined;
      const facts = await fromParquet(bytes);
      const ids = facts.map(({ eventId }) => eventId).toSorted();
      const hours = facts.map(({ utcHour }) => utcHour).toSorted();
      return {
        ...{ key, rows: facts.length, bytes: bytes.length, sha256: sha256(bytes) },
        ...{ minEventId: ids[0] ?? '', maxEventId: ids.at(-1) ?? '', watermark: hours.at(-1) ?? '' },
      };
    },
    remove: ({ key }) => bucket.forget(key),
    manifest: async (month) => {
      const bytes = await bucket.get(manifestKey(month));
      return bytes && manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
    },
    saveManifest: (manifest) => bucket.put(manifestKey(manifest.month), JSON.stringify(manifest, null, 2)),
  };
};
