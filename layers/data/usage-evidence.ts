import * as z from 'zod';
import { countsOf } from '../domain/metering/aggregate.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { countNames, countsBy } from '../domain/metering/units.ts';
import { services } from '../domain/metering/usage-line.ts';
import { type CursorPage, readPage } from './cursor.ts';
import { key } from './keys.ts';
import { stamp, type Table } from './table.ts';
import type { Write } from './write.ts';

// A row is [request id, milliseconds into the day, status, rule, counts in the order of countNames]: some 100 bytes.
const rowSchema = z.tuple([z.string(), z.int(), z.int(), z.string()]).rest(z.number());
type Row = z.infer<typeof rowSchema>;

const storedSchema = z.object({
  day: z.iso.date(),
  member: z.string(),
  operation: z.string(),
  service: z.enum(services),
  rows: z.string(),
});
const rowsSchema = z.array(rowSchema);

/** Items stay far below DynamoDB's 400 KB, and a page of them below a megabyte. */
const ROWS_AN_ITEM = 1000;

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

const rowOf = (line: MeteredLine): Row => {
  const counts = countsOf(line);
  const into = Date.parse(line.at) - dayStart(line.at.slice(0, 10));
  return [line.requestId, into, line.status, line.because, ...countNames.map((name) => counts[name])];
};

const lineKey = ({ at, member, operation }: MeteredLine): string =>
  JSON.stringify([at.slice(0, 10), member, operation]);

/**
 * The requests of a batch as compact items, one for each day, member and operation: what a line of the report opens to.
 * Request ids and counts, no person. `batchId` names the batch and its part.
 */
export const evidenceWrites = (batchId: string, lines: readonly MeteredLine[]): Write[] =>
  [...Map.groupBy(lines, lineKey).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { member, operation, service } = first;
    const day = first.at.slice(0, 10);
    return Array.from({ length: Math.ceil(own.length / ROWS_AN_ITEM) }, (_, part): Write => {
      const rows = own.slice(part * ROWS_AN_ITEM, (part + 1) * ROWS_AN_ITEM).map(rowOf);
      return {
        put: {
          ...key('usageEvidence', { day, member, operation, batchId, part: String(part) }),
          ...stamp('usageEvidence', 1),
          day,
          member,
          operation,
          service,
          rows: JSON.stringify(rows),
        },
      };
    });
  });

const lineOf = (
  item: z.infer<typeof storedSchema>,
  [requestId, into, status, because, ...counts]: Row,
): MeteredLine => {
  const { invocations, megabyteMs, ...units } = countsBy((name) => counts[countNames.indexOf(name)] ?? 0);
  return {
    t: 'usage',
    requestId,
    lambdaRequestId: requestId,
    at: new Date(dayStart(item.day) + into).toISOString(),
    operation: item.operation,
    context: item.operation.split('-')[0] ?? '',
    service: item.service,
    member: item.member,
    because,
    status,
    ms: 0,
    units,
    billed: { invocations, megabyteMs },
  };
};

const linesOf = (stored: unknown): MeteredLine[] => {
  const item = storedSchema.parse(stored);
  return rowsSchema.parse(JSON.parse(item.rows)).map((row) => lineOf(item, row));
};

/** A page of the requests behind an operation of a member on a day; `limit` counts batches, not requests. */
export const evidenceOf = async (
  table: Table,
  { day, member, operation }: { day: string; member: string; operation: string },
  wish: { limit: number; after?: string | undefined },
): Promise<CursorPage<MeteredLine> | 'bad-cursor'> => {
  const at = { day, member, operation, batchId: 'any', part: '0' };
  const { pk, sk } = key('usageEvidence', at);
  const begins = sk.slice(0, sk.lastIndexOf('any'));
  const page = await readPage(table, { partition: pk, begins }, wish, linesOf);
  return page === 'bad-cursor' ? page : { ...page, rows: page.rows.flat() };
};
