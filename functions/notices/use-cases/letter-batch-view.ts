import type { LetterBatch } from '../data/letter-store.ts';

/** Builds the API view of a batch of letters. */
export const letterBatchView = ({ batchId, madeAt, letters, printedAt, prints }: LetterBatch) => ({
  ...{ batchId, madeAt, letters, prints },
  ...(printedAt !== undefined && { printedAt }),
});
