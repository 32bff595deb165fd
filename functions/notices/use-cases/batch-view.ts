import type { LetterBatch } from '../data/letter-store.ts';

/** A batch as it is shown. */
export const batchView = ({ batchId, madeAt, letters, printedAt, prints }: LetterBatch) => ({
  ...{ batchId, madeAt, letters, prints },
  ...(printedAt !== undefined && { printedAt }),
});
