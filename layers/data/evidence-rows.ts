import * as z from 'zod';
import { countsOf } from '../domain/metering/aggregate.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { countNames, countsBy } from '../domain/metering/units.ts';
import { type Service, services, type UsageLine } from '../domain/metering/usage-line.ts';

// A row is [member, request id, milliseconds into the day, status, rule, counts in the order of countNames]: some 120 bytes.
const rowSchema = z.tuple([z.string(), z.string(), z.int(), z.int(), z.string()]).rest(z.number());
/** A request of evidence as it is kept, in the table and in packs. */
export type Row = z.infer<typeof rowSchema>;

const rowsSchema = z.array(rowSchema);
const storedSchema = z.object({ service: z.enum(services), rows: z.string() });

/** Where evidence of a line stands. It is known before it is known whose use the line is: the lines of a batch say it. */
export type EvidencePlace = { day: string; operation: string };

/** The place of a usage line's evidence. */
export const placeOf = ({ at, operation }: UsageLine): EvidencePlace => ({ day: at.slice(0, 10), operation });

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/** A metered line as its row. */
export const rowOf = (line: MeteredLine): Row => {
  const counts = countsOf(line);
  const into = Date.parse(line.at) - dayStart(line.at.slice(0, 10));
  return [line.member, line.requestId, into, line.status, line.because, ...countNames.map((name) => counts[name])];
};

/** The line that a row is of. */
export const lineOf = (
  place: EvidencePlace,
  service: Service,
  [member, requestId, into, status, because, ...counts]: Row,
): MeteredLine => {
  const { invocations, megabyteMs, ...units } = countsBy((name) => counts[countNames.indexOf(name)] ?? 0);
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

/** Rows out of their text. Throws when it is none. */
export const readRows = (text: string): Row[] => rowsSchema.parse(JSON.parse(text));

/** Rows and their service out of a stored item. Throws when it is none. */
export const readItem = (item: unknown): { service: Service; rows: Row[] } => {
  const { service, rows } = storedSchema.parse(item);
  return { service, rows: readRows(rows) };
};
