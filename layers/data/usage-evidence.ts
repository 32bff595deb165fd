import * as z from 'zod';
import { countsOf } from '../domain/metering/aggregate.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { countNames, countsBy } from '../domain/metering/units.ts';
import { type Service, services, type UsageLine } from '../domain/metering/usage-line.ts';
import { absent } from './condition.ts';
import { type CursorPage, readWanted } from './cursor.ts';
import { key } from './keys.ts';
import { stamp, type Table } from './table.ts';
import type { Write } from './write.ts';

// A row is [member, request id, milliseconds into the day, status, rule, counts in the order of countNames]: some 120 bytes.
const rowSchema = z.tuple([z.string(), z.string(), z.int(), z.int(), z.string()]).rest(z.number());
type Row = z.infer<typeof rowSchema>;

const storedSchema = z.object({ service: z.enum(services), rows: z.string() });
const rowsSchema = z.array(rowSchema);

/** Items stay far below DynamoDB's 400 KB, and a page of them below a megabyte. */
const ROWS_AN_ITEM = 1000;

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

const rowOf = (line: MeteredLine): Row => {
  const counts = countsOf(line);
  const into = Date.parse(line.at) - dayStart(line.at.slice(0, 10));
  return [line.member, line.requestId, into, line.status, line.because, ...countNames.map((name) => counts[name])];
};

/** Where evidence of a line stands. It is known before it is known whose use the line is: the lines of a batch say it. */
export type EvidencePlace = { day: string; operation: string };

/** The place of a usage line's evidence. */
export const placeOf = ({ at, operation }: UsageLine): EvidencePlace => ({ day: at.slice(0, 10), operation });

const nameOf = ({ day, operation }: EvidencePlace): string => JSON.stringify([day, operation]);

/** One item of a batch's evidence; the first part of a place, with rows or without, can be the batch's claim. */
const itemOf = (
  batchId: string,
  place: EvidencePlace,
  part: number,
  lines: readonly MeteredLine[],
  service: Service,
) => ({
  ...key('usageEvidence', { ...place, batchId, part: String(part) }),
  ...stamp('usageEvidence', 1),
  service,
  rows: JSON.stringify(lines.map(rowOf)),
});

/** A batch's evidence: the item that claims it, and the rest. */
export type Evidence = { claim: Write; more: Write[] };

/**
 * The requests of a batch as compact items, one for each day and operation: what a line of the report opens to. Request
 * ids and counts, no person. `batchId` names the batch and its part. The first item of `claimed`'s place is written only
 * where it is not there, so that the same batch again is known by it: that saves the claim an item of its own.
 */
export const evidenceOfBatch = (batchId: string, claimed: UsageLine, lines: readonly MeteredLine[]): Evidence => {
  const places = Map.groupBy(lines, (line) => nameOf(placeOf(line)));
  const items = [...places.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const parts = Array.from({ length: Math.ceil(own.length / ROWS_AN_ITEM) }, (_, part) =>
      own.slice(part * ROWS_AN_ITEM, (part + 1) * ROWS_AN_ITEM),
    );
    return parts.map((rows, part) => itemOf(batchId, placeOf(first), part, rows, first.service));
  });
  const empty = itemOf(batchId, placeOf(claimed), 0, [], claimed.service);
  const isClaim = ({ pk, sk }: typeof empty): boolean => pk === empty.pk && sk === empty.sk;
  return {
    claim: { put: items.find(isClaim) ?? empty, when: absent() },
    more: items.filter((item) => !isClaim(item)).map((put) => ({ put })),
  };
};

const lineOf = (
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

const linesOf = (place: EvidencePlace, member: string, stored: unknown): MeteredLine[] => {
  const { service, rows } = storedSchema.parse(stored);
  const own = rowsSchema.parse(JSON.parse(rows)).filter(([whose]) => whose === member);
  return own.map((row) => lineOf(place, service, row));
};

/**
 * A page of the requests behind an operation of a member on a day; `limit` counts batches, not requests. Batches of other
 * members' use are read past.
 */
export const evidenceOf = async (
  table: Table,
  { member, ...place }: EvidencePlace & { member: string },
  wish: { limit: number; after?: string | undefined },
): Promise<CursorPage<MeteredLine> | 'bad-cursor'> => {
  const { pk } = key('usageEvidence', { ...place, batchId: 'any', part: '0' });
  const read = (item: unknown) => linesOf(place, member, item);
  const page = await readWanted(table, { partition: pk }, wish, { wanted: (item) => read(item).length > 0, read });
  return page === 'bad-cursor' ? page : { ...page, rows: page.rows.flat() };
};
