import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { factColumns } from '../domain/fact-columns.ts';

/** Writes facts as one Parquet file (Snappy). */
export const toParquet = (facts: readonly DecisionFact[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      // All may be null: rows of an earlier version lack later columns.
      columnData: factColumns.map(({ name, field, parquet }) => ({
        ...{ name, type: parquet },
        data: facts.map((fact) => fact[field]),
      })),
      rowGroupSize: 100_000,
    }),
  );

/** Reads the facts of a Parquet file. A column that an earlier version lacked is null. */
export const fromParquet = async (bytes: Uint8Array): Promise<DecisionFact[]> => {
  const file = new Uint8Array(bytes).buffer;
  const rows = await parquetReadObjects({ file });
  return rows.map(
    (row) => Object.fromEntries(factColumns.map(({ name, field }) => [field, row[name] ?? null])) as DecisionFact,
  );
};
