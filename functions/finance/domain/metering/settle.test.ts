import fc from 'fast-check';
import { noUnits } from '../../../../layers/kernel/usage/units.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import { aggregate, combine, type DailySum } from './aggregate.ts';
import { join } from './join.ts';
import { settle, type Waiting } from './settle.ts';
import type { LoggedReport } from './subscription.ts';

const units = { ...noUnits(), writeUnits: 6, readUnits: 1.5, queueMessages: 1 };
const aLine = (id: string, over: Partial<UsageLine> = {}): UsageLine => ({
  t: 'usage',
  requestId: `r-${id}`,
  lambdaRequestId: id,
  at: '2026-11-24T23:59:59.999Z',
  operation: 'circulation-check-out',
  context: 'circulation',
  service: 'circulation',
  member: 'lakeside',
  because: 'staff-workplace',
  status: 200,
  ms: 10,
  units,
  ...over,
});
const aReport = (id: string): LoggedReport => ({
  lambdaRequestId: id,
  ms: 11.2,
  billedMs: 12,
  memoryMb: 512,
  maxMemoryMb: 90,
  initMs: 0,
  logBytes: 150,
  at: '2026-11-25T00:00:00.004Z',
});

/** Imports batches one after another, as the store does. */
const taken = (batches: readonly Waiting[]) => {
  const waited = new Map<string, Waiting>();
  let sums: DailySum[] = [];
  const metered: string[] = [];
  for (const batch of batches) {
    const settled = settle(batch, waited);
    sums = combine(sums, settled.changes);
    metered.push(...settled.metered.map(({ requestId }) => requestId));
    for (const [id, waiting] of settled.waiting) {
      if (waiting) waited.set(id, waiting);
      else waited.delete(id);
    }
  }
  return { sums: sums.filter(({ events, counts }) => events !== 0 || counts.invocations !== 0), metered, waited };
};
const line = (id: string): Waiting => ({ usage: [aLine(id)], reports: [] });
const report = (id: string): Waiting => ({ usage: [], reports: [aReport(id)] });

describe('The two halves of an invocation', () => {
  it('count as one invocation once both have arrived', () => {
    const { metered } = join([aLine('1')], [aReport('1')]);
    for (const order of [
      [line('1'), report('1')],
      [report('1'), line('1')],
    ]) {
      expect(taken(order)).toEqual({ sums: aggregate(metered), metered: ['r-1'], waited: new Map() });
    }
  });

  it('F2 count at once: a line without its bill, and a report as unattributed', () => {
    const [billed] = taken([line('1')]).sums;
    expect(billed).toMatchObject({ member: 'lakeside', events: 1, counts: { writeUnits: 6, invocations: 0 } });
    const [crashed] = taken([report('1')]).sums;
    expect(crashed).toMatchObject({
      day: '2026-11-25',
      member: 'unattributed',
      operation: 'platform-invocation',
      events: 1,
      succeeded: 0,
      counts: { invocations: 1, megabyteMs: 12 * 512 },
    });
  });

  it('of a retried invocation each have their bill', () => {
    const first = { usage: [aLine('1', { status: 500 })], reports: [aReport('1')] };
    const second = { usage: [aLine('1')], reports: [aReport('1')] };
    expect(taken([first, second]).sums).toEqual([
      expect.objectContaining({ events: 2, succeeded: 1, counts: expect.objectContaining({ invocations: 2 }) }),
    ]);
  });

  it('of a batch for several share its bill, also when it arrives later', () => {
    const usage = [aLine('1', { ms: 30 }), aLine('1', { member: 'abbey', ms: 10 })];
    const { sums } = taken([{ usage, reports: [] }, report('1')]);
    expect(sums.map(({ member, counts }) => [member, counts.megabyteMs])).toEqual([
      ['abbey', (12 * 512) / 4],
      ['lakeside', (12 * 512 * 3) / 4],
    ]);
  });

  it('F8 give the same sums in any order and any batches', () => {
    const ids = ['1', '2', '3', '4', '5'];
    const whole = aggregate(
      join(
        ids.map((id) => aLine(id)),
        ids.map(aReport),
      ).metered,
    );
    const halves = ids.flatMap((id) => [line(id), report(id)]);
    fc.assert(
      fc.property(fc.shuffledSubarray(halves, { minLength: halves.length }), fc.nat(9), (shuffled, cut) => {
        const merged = (part: Waiting[]): Waiting => ({
          usage: part.flatMap(({ usage }) => usage),
          reports: part.flatMap(({ reports }) => reports),
        });
        const { sums, metered, waited } = taken([merged(shuffled.slice(0, cut)), merged(shuffled.slice(cut))]);
        expect(sums).toEqual(whole);
        expect(metered.toSorted()).toEqual(ids.map((id) => `r-${id}`));
        expect(waited.size).toBe(0);
      }),
    );
  });
});
