import * as z from 'zod';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { decisionFactSchema } from '../../circulation/public/decision-fact-schema.ts';

/** A column of a fact's table: its name in SQL, its type in Parquet and in the catalogue of Athena, and its meaning. */
export type FactColumn = {
  name: string;
  field: keyof DecisionFact;
  parquet: 'STRING' | 'INT32';
  sql: 'string' | 'int';
  nullable: boolean;
  meaning: string;
};

/** The table of facts: one so far. */
export const FACT = 'decision';

const sqlName = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const columnOf = (field: keyof DecisionFact, type: z.ZodType): FactColumn => {
  const stored = type instanceof z.ZodDefault ? type.unwrap() : type;
  const nullable = stored instanceof z.ZodNullable;
  const whole = (nullable ? stored.unwrap() : stored) instanceof z.ZodNumber;
  return {
    ...{ name: sqlName(field), field, nullable, meaning: type.description ?? '' },
    parquet: whole ? 'INT32' : 'STRING',
    sql: whole ? 'int' : 'string',
  };
};

/** The columns of decisions, from their schema. */
export const factColumns: readonly FactColumn[] = Object.entries(decisionFactSchema.shape).map(([field, type]) =>
  columnOf(field as keyof DecisionFact, type),
);
