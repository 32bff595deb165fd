import type { DynamoDBRecord } from 'aws-lambda';
import { imagesOf } from './stream-images.ts';

/** A row of the table as plain data. */
export type Row = Readonly<Record<string, unknown>>;

/** A change of a row: what it was (nothing when it is new) and is (nothing when it was deleted), and when it was made, in epoch milliseconds. */
export type RowChange = { before?: Row | undefined; after?: Row | undefined; at: number };

/** Reads a record of the table's stream. The stream says to the second when the change was made; `now` stands in where it does not. */
export const changeOf = (record: DynamoDBRecord, now: number): RowChange => {
  const seconds = record.dynamodb?.ApproximateCreationDateTime;
  return { ...imagesOf(record), at: seconds === undefined ? now : seconds * 1000 };
};

/** An attribute of a row where it is text. */
export const textOf = (row: Row | undefined, attribute: string): string | undefined => {
  const value = row?.[attribute];
  return typeof value === 'string' ? value : undefined;
};
