import { usageLineBytes } from '../../../functions/finance/domain/estimate/log-work.ts';
import { everybody, useIn as monthOfUse } from '../../../functions/finance/domain/estimate/use.ts';
import { completeWorkload } from '../../../functions/finance/domain/estimate/workload.ts';
import type { Evidence } from '../../kernel/usage/attribution.ts';
import { noWork, type WorkUnits } from '../../kernel/usage/units.ts';
import { attributeUsage, count, metered } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { logRequest } from './chain/log-request.ts';
import { consumer } from './consumer.ts';
import type { Exchange } from './exchange.ts';
import { work } from './work.ts';

const startedAt = Date.UTC(2026, 10, 24);
const lambdaRequestId = '0b6a2f6e-5a0e-4c0e-9d0b-2f1f3c4d5e6f';
const runtime: Runtime = {
  clock: { now: () => startedAt },
  ids: { next: () => 'id', secret: () => 'secret' },
  environment: { need: () => 'x', maybe: () => undefined },
};
const reference = { members: 40, checkoutsAYear: 2_000_000, records: 3_000_000 };
const sums = monthOfUse(completeWorkload(reference).workload, '2026-11-01').filter(({ counts }) => counts.logBytes > 0);

let texts: string[];
beforeEach(() => {
  texts = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void texts.push(text));
});

/** The usage of one event of a sum, in whole counts. */
const oneOf = ({ counts, events }: (typeof sums)[number]): WorkUnits =>
  Object.fromEntries(
    Object.keys(noWork()).map((name) => [name, Math.round(counts[name as keyof WorkUnits] / events)]),
  ) as WorkUnits;

const evidenceOf = ({ member, operation }: (typeof sums)[number], isHttp: boolean): Evidence => {
  if (operation.startsWith('circulation-') && isHttp) {
    return { caller: 'staff', workplace: 'riverton', home: 'riverton' };
  }
  if (member !== everybody || operation === 'membership-authorize') return { caller: 'anonymous' };
  return isHttp ? { caller: 'patron', home: 'riverton' } : { caller: 'work', cause: 'riverton' };
};

/** Returns the bytes that CloudWatch bills for the line of one event of a sum, as the runtime writes it. */
const writtenBytes = async (sum: (typeof sums)[number]): Promise<number> => {
  const { operation: id, service, counts } = sum;
  const context = id.startsWith('resource-sharing') ? 'resource-sharing' : (id.split('-')[0] ?? '');
  const isHttp = counts.httpUnits > 0;
  const used = () => {
    attributeUsage(evidenceOf(sum, isHttp));
    count(oneOf(sum));
  };
  if (isHttp) {
    const contract = { id, context, service } as Exchange['contract'];
    const event = { body: 'x'.repeat(320) };
    const exchange = { contract, event, requestId: 'K3xAbcdEFgHIj0=', lambdaRequestId, startedAt, runtime };
    const body = 'x'.repeat(counts.bytesOut / sum.events);
    await metered(async () => {
      used();
      const response = { statusCode: 200, headers: {}, body };
      await logRequest().after?.({ event: exchange, response } as never);
    });
  } else {
    const trigger = { by: 'stream' as const, entities: ['item'] };
    const contract = consumer({ id, context, service, trigger, summary: 'Work', touches: {}, errorImpact: 'None.' });
    await work<string, void, object>(
      contract,
      () => ({}),
      async () => used(),
    ).using(runtime)('event', {
      awsRequestId: lambdaRequestId,
    });
  }
  return Buffer.byteLength(texts.at(-1) ?? '') + 26;
};

test('the usage lines of the reference profile have the estimated length, within a twentieth', async () => {
  const written = { http: 0, work: 0 };
  const logged = { http: 0, work: 0 };
  for (const sum of sums) {
    const kind = sum.counts.httpUnits > 0 ? 'http' : 'work';
    written[kind] += sum.events * (await writtenBytes(sum));
    logged[kind] += usageLineBytes([sum]);
  }
  expect(texts).toHaveLength(sums.length);
  expect(Math.abs(written.http / logged.http - 1)).toBeLessThan(0.05);
  expect(Math.abs(written.work / logged.work - 1)).toBeLessThan(0.05);
});
