import * as z from 'zod';
import { countsBy, rowCountNames } from '../../../layers/kernel/usage/units.ts';
import { type Service, services, type UsageLine } from '../../../layers/kernel/usage/usage-line.ts';
import { countsOf } from '../domain/metering/aggregate.ts';
import type { MeteredLine } from '../domain/metering/join.ts';

// A row is [member, request id, milliseconds into the day, status, rule, counts in the order of rowCountNames]: some 120 bytes.
const rowSchema = z.tuple([z.string(), z.string(), z.int(), z.int(), z.string()]).rest(z.number());
/** A request of evidence as stored in the table and in packs. */
export type Row = z.infer<typeof rowSchema>;

const rowsSchema = z.array(rowSchema);
const storedSchema = z.object({ service: z.enum(services), rows: z.string() });

/** The place of a line's evidence. It is known before the line is attributed. */
export type EvidencePlace = { day: string; operation: string };

/** Returns the place of a usage line's evidence. */
export const placeOf = ({ at, operation }: UsageLine): EvidencePlace => ({ day: at.slice(0, 10), operation });

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/** Returns a metered line as a row. */
export const rowOf = (line: MeteredLine): Row => {
  const counts = countsOf(line);
  const into = Date.parse(line.at) - dayStart(line.at.slice(0, 10));
  return [line.member, line.requestId, into, line.status, line.because, ...rowCountNames.map((name) => counts[name])];
};

/** Returns the line of a row. */
export const lineOf = (
  place: EvidencePlace,
  service: Service,
  [member, requestId, into, status, because, ...counts]: Row,
): MeteredLine => {
  const {
    invocations,
    megabyteMs,
    webFiles: _,
    webBytes: __,
    ...units
  } = countsBy((name) => counts[rowCountNames.indexOf(name)] ?? 0);
  return {
    t: 'usage',
    requestId,
    lambdaRequestId: requestId,
    at: new Date(dayStart(place.day) + into).toISOString(),
    operation: place.operation,
    context: place.operation.split('-')[0] ?? '',
    service,
    member,
    because,
    status,
    ms: 0,
    units,
    billed: { invocations, megabyteMs },
  };
};

const columnsSchema = z.object({ columns: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) });

/**
 * Returns rows as the text of a packed file: column by column, because similar neighbouring values compress to three quarters of the
 * size.
 */
export const packedText = (rows: readonly (readonly (string | number)[])[]): string => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, place) => rows.map((row) => row[place] ?? null));
  return JSON.stringify({ columns });
};

const ofColumns = ({ columns }: z.infer<typeof columnsSchema>): unknown[][] =>
  // A row older than a count is shorter than later ones.
  (columns[0] ?? []).map((_, at) => columns.map((column) => column[at]).filter((cell) => cell !== null));

/** Parses rows by column or (in the table, and in older packs) by row. Throws on any other text. */
export const readRows = (text: string): Row[] => {
  const content: unknown = JSON.parse(text);
  const packed = columnsSchema.safeParse(content);
  return rowsSchema.parse(packed.success ? ofColumns(packed.data) : content);
};

/** Parses rows and their service from a stored item. Throws on any other item. */
export const readItem = (item: unknown): { service: Service; rows: Row[] } => {
  const { service, rows } = storedSchema.parse(item);
  return { service, rows: readRows(rows) };
};
