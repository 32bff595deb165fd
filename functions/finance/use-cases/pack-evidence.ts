import * as z from 'zod';
import { nobodysOwn } from '../../../layers/kernel/usage/usage-line.ts';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { EvidencePacks } from '../data/evidence-packs.ts';
import { key } from '../data/keys.ts';
import type { EvidencePackDeps } from '../deps.ts';
import { IN_TABLE_DAYS, SETTLED_AFTER_DAYS } from '../domain/metering/evidence-pack.ts';

const DAY_MS = 86_400_000;
/** The number of partitions read concurrently. */
const AT_ONCE = 8;

const until = key('evidencePacked', {});
const storedUntil = z.object({ day: z.iso.date() });
const storedLate = z.object({ day: z.iso.date(), operation: z.string(), v: z.number() });

const dayAfter = (day: string): string => iso(Date.parse(day) + DAY_MS).slice(0, 10);

/** Returns the operations used on a day: each has evidence, unless its usage was generated. */
const operationsOn = async (table: Table, day: string, owners: readonly string[]): Promise<string[]> => {
  const used = await mapInBatches(owners, AT_ONCE, (member) => {
    const { pk: partition } = key('usageDay', { month: day.slice(0, 7), member, day, operation: 'any' });
    return table.queryAll({ partition, begins: `${day}#` });
  });
  return [...new Set(used.flat().map(({ operation }) => String(operation)))].toSorted();
};

/** Packs late evidence again, and deletes its mark unless more arrived meanwhile. */
const packLate = async (table: Table, packs: EvidencePacks, packedUntil: string): Promise<number> => {
  const { pk: partition } = key('lateEvidence', { day: 'any', operation: 'any' });
  const late = (await table.queryAll({ partition, strong: true })).map((item) => storedLate.parse(item));
  const due = late.filter(({ day }) => day <= packedUntil);
  for (const place of due) {
    await packs.pack(place, true);
    await table.write([{ delete: key('lateEvidence', place), when: unchanged(place.v) }]);
  }
  return due.length;
};

/**
 * Packs the evidence of each settled day, in order, as far as time permits; the next run continues. A day is packed a day after its last
 * batch can arrive. Returns the day up to which everything is packed, and the number of packed requests and operations. `now` in epoch
 * ms.
 */
export const packEvidence = async (
  { table, packs, directory }: EvidencePackDeps,
  { now, timeLeft }: { now: number; timeLeft: () => boolean },
): Promise<{ until: string; places: number; requests: number }> => {
  const last = iso(now - (SETTLED_AFTER_DAYS + 1) * DAY_MS).slice(0, 10);
  const stored = await table.get(until, { strong: true });
  let packed = stored
    ? storedUntil.parse(stored).day
    : iso(now - (IN_TABLE_DAYS + SETTLED_AFTER_DAYS) * DAY_MS).slice(0, 10);
  const owners = [...(await directory()).map(({ memberId }) => memberId), ...nobodysOwn];
  let [places, requests, isFirst] = [0, 0, stored === undefined];
  while (packed < last && timeLeft()) {
    const day = dayAfter(packed);
    for (const operation of await operationsOn(table, day, owners)) {
      const rows = await packs.pack({ day, operation });
      [places, requests] = [places + (rows > 0 ? 1 : 0), requests + rows];
    }
    const put = { ...until, ...stamp('evidencePacked', 1), day };
    // Another run packs the same days: it continues, this one ends.
    if (await table.write([{ put, when: isFirst ? absent() : equals('day', packed) }])) break;
    [packed, isFirst] = [day, false];
  }
  if (timeLeft()) places += await packLate(table, packs, packed);
  return { until: packed, places, requests };
};
