import type { ScanPage } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { PatternTooSlow } from '../../../layers/platform/runtime/timed-patterns.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import type { ItemBatchLine } from '../data/item-batch-store.ts';
import { key } from '../data/keys.ts';
import { currentRecord } from '../data/source-bytes.ts';
import { contentVersion, readSource, type SourceRecord } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import { isTemporarySource, memberOfSource, sourceIdOf } from '../domain/source-id.ts';
import { type FieldCondition, type Patterns, recordMeets } from '../domain/steps/field-condition.ts';
import { plannedRecord } from '../domain/steps/planned-record.ts';
import type { RecordStep } from '../domain/steps/record-steps.ts';

/** The dependencies of reading records and planning their changes. */
export type RecordReading = { table: Table; bucket: Bucket; patterns: Patterns };

/** The input of a batch for records of a member. */
type Planning = { memberId: string; steps: readonly RecordStep[] };

/** Records read at once; large ones are files. */
const BESIDE = 10;

const titleOf = ({ data }: MarcRecord): string =>
  (data.find(({ tag }) => tag === '245')?.subfields ?? [])
    .filter(({ code }) => code === 'a' || code === 'b')
    .map(({ value }) => value)
    .join(' ')
    .slice(0, 200);

const lineOfRecord = (
  { patterns }: RecordReading,
  { steps }: Planning,
  source: SourceRecord,
  record: MarcRecord,
): ItemBatchLine => {
  const { sourceId } = source;
  const line = { about: sourceId, sourceId, title: titleOf(record), version: contentVersion(source) };
  const plan = plannedRecord(record, steps, patterns);
  return plan.state === 'planned' ? { ...line, state: plan.state, fields: plan.fields } : { ...line, ...plan };
};

const unknown = (about: string): ItemBatchLine => ({ about, state: 'refused', reason: 'unknown-record' });

/** Returns the sources that a number names: the member's in a union record, or the one under its own number. */
const sourcesNamed = async (table: Table, memberId: string, number: string): Promise<string[]> => {
  if (memberOfSource(number) === memberId) return [number];
  if (!/^rec_[0-9a-z]{26}$/.test(number)) return [sourceIdOf(memberId, number)];
  const found = await findRecord(table, number);
  return found?.now.sources.filter((sourceId) => memberOfSource(sourceId) === memberId) ?? [];
};

/**
 * Returns the lines of a member's records selected by number, each once, in the given order. A number that is no record of the member has
 * a line too. Throws `PatternTooSlow`.
 */
export const linesOfNumbers = async (
  reading: RecordReading,
  planning: Planning,
  numbers: readonly string[],
): Promise<ItemBatchLine[]> => {
  const { table, bucket } = reading;
  const named = await mapInBatches([...new Set(numbers)], BESIDE, async (number) => ({
    number,
    sourceIds: await sourcesNamed(table, planning.memberId, number),
  }));
  const sourceIds = [...new Set(named.flatMap((one) => one.sourceIds))].filter((id) => !isTemporarySource(id));
  const rows = await table.getMany(
    sourceIds.map((sourceId) => key('source', { sourceId })),
    { strong: true },
  );
  const lines = await mapInBatches(rows, BESIDE, async (row): Promise<ItemBatchLine | undefined> => {
    if (!row) return undefined;
    const source = readSource(row);
    if (source.withdrawn)
      return { about: source.sourceId, sourceId: source.sourceId, state: 'refused', reason: 'record-withdrawn' };
    return lineOfRecord(reading, planning, source, await currentRecord(bucket, source));
  });
  const known = new Map(lines.flatMap((line) => (line ? [[line.about, line] as const] : [])));
  const nobody = named.filter((one) => !one.sourceIds.some((id) => known.has(id)));
  return [...known.values(), ...nobody.map(({ number }) => unknown(number))];
};

const plannedInTime = (
  reading: RecordReading,
  planning: Planning,
  where: FieldCondition | undefined,
  source: SourceRecord,
  record: MarcRecord,
): ItemBatchLine[] => {
  try {
    if (where && !recordMeets(record, where, reading.patterns)) return [];
    const line = lineOfRecord(reading, planning, source, record);
    return where === undefined && line.state === 'unchanged' ? [] : [line];
  } catch (thrown) {
    if (!(thrown instanceof PatternTooSlow)) throw thrown;
    const { sourceId } = source;
    return [{ about: sourceId, sourceId, title: titleOf(record), state: 'refused', reason: 'pattern-too-slow' }];
  }
};

/** Returns the lines of a member's records on one page of the table scan that meet a condition; without one, of those that the steps change. */
export const recordsOfPage = async (
  reading: RecordReading,
  planning: Planning,
  where: FieldCondition | undefined,
  page: ScanPage,
): Promise<ItemBatchLine[]> => {
  const own = page.rows
    .map(readSource)
    .filter(
      ({ sourceId, withdrawn }) =>
        memberOfSource(sourceId) === planning.memberId && !withdrawn && !isTemporarySource(sourceId),
    );
  const lines = await mapInBatches(own, BESIDE, async (source) =>
    plannedInTime(reading, planning, where, source, await currentRecord(reading.bucket, source)),
  );
  return lines.flat();
};
