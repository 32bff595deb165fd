import type { DynamoDBRecord } from 'aws-lambda';
import { imagesOf } from './stream-images.ts';

/** A table row as plain data. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * A change of a row: the row before (undefined for a new row), after (undefined for a deleted row), and the time of the change in epoch
 * milliseconds.
 */
export type RowChange = { before?: Row | undefined; after?: Row | undefined; at: number };

/** Parses a record of the table's stream. The stream gives the time of the change to the second; `now` is used when it is missing. */
export const changeOf = (record: DynamoDBRecord, now: number): RowChange => {
  const seconds = record.dynamodb?.ApproximateCreationDateTime;
  return { ...imagesOf(record), at: seconds === undefined ? now : seconds * 1000 };
};

/** Returns a row's attribute when it is text. */
export const textOf = (row: Row | undefined, attribute: string): string | undefined => {
  const value = row?.[attribute];
  return typeof value === 'string' ? value : undefined;
};
