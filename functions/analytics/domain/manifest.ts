import * as z from 'zod';

/** The content of a month of facts after its files were joined, which later figures may cite. */
export const manifestSchema = z.strictObject({
  fact: z.string(),
  month: z.string(),
  schemaVersion: z.number(),
  /** When it was written. Facts that arrive later are in further files until the next one. */
  at: z.string(),
  files: z.array(z.strictObject({ key: z.string(), rows: z.number(), bytes: z.number(), sha256: z.string() })),
  /** The rows of its files. A fact that was delivered twice may stand in two files of a month that has several: queries count ids. */
  rows: z.number(),
  minEventId: z.string(),
  maxEventId: z.string(),
  /** The latest hour (UTC) of any fact in it. */
  watermark: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A file with the figures of its rows. */
export type CountedFile = Manifest['files'][number] & { minEventId: string; maxEventId: string; watermark: string };

/** Returns the manifest of a month from its files. */
export const manifestOf = (
  about: Pick<Manifest, 'fact' | 'month' | 'schemaVersion' | 'at'>,
  files: readonly CountedFile[],
): Manifest => {
  const sorted = (values: string[]): string[] => values.filter((value) => value !== '').toSorted();
  return {
    ...about,
    files: files.map(({ key, rows, bytes, sha256 }) => ({ key, rows, bytes, sha256 })),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    minEventId: sorted(files.map(({ minEventId }) => minEventId))[0] ?? '',
    maxEventId: sorted(files.map(({ maxEventId }) => maxEventId)).at(-1) ?? '',
    watermark: sorted(files.map(({ watermark }) => watermark)).at(-1) ?? '',
  };
};
