import type { Part } from './cross-validate.ts';

type Row = Record<string, number | string>;

/** Returns the figures of one part as a row of a table. */
export const partRow = ({ hathitrust, hard, others, union }: Part): Row => ({
  'HathiTrust P': hathitrust.precision,
  R: hathitrust.recall,
  accuracy: hathitrust.accuracy,
  'hard merged': `${hard.merged}/${hard.pairs}`,
  'others found': `${others.merged}/${others.pairs}`,
  'union P': union.pairPrecision,
  'union R': union.pairRecall,
  titles: `${union.titles}/${union.perfectTitles}`,
});

const spread = (values: readonly number[]): string => `${Math.min(...values)}–${Math.max(...values)}`;

/** Returns the table of a cross-validation: all folds together, and the least and the greatest single one. */
export const crossValidationRows = ({ all, folds }: { all: Part; folds: Part[] }): Record<string, Row> => ({
  'cross-validated': partRow(all),
  'least–greatest of the parts': {
    'HathiTrust P': spread(folds.map(({ hathitrust }) => hathitrust.precision)),
    R: spread(folds.map(({ hathitrust }) => hathitrust.recall)),
    accuracy: spread(folds.map(({ hathitrust }) => hathitrust.accuracy)),
    'hard merged': spread(folds.map(({ hard }) => hard.merged)),
    'union P': spread(folds.map(({ union }) => union.pairPrecision)),
    'union R': spread(folds.map(({ union }) => union.pairRecall)),
  },
});
