import type { PatronData } from '../../patrons/public/patron-data.ts';

/** Loaded rows, when a patron is erased: a row without its patron would prevent loading the same person again. */
export const patronData: PatronData = { erasure: { loadedRow: 'delete' } };
