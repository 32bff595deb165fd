import { api, keyed, take } from '../../../../api/client.ts';
import { asProblem, type Problem, passes } from '../../../../api/problem.ts';
import { reasonsIn } from '../../../../components/use-reason-texts.ts';
import { isLost } from './connection.ts';
import { type Conflict, type OfflineScan, removeScan, saveScan, storedScans } from './scan-queue.ts';

/** Enters a scan with its own time. Returns for what a desk would have refused it. */
const enter = async ({ key, at: madeAt, branchId, kind, item, card = '' }: OfflineScan): Promise<string[]> => {
  const body = { branchId, item, madeAt };
  const header = keyed(key);
  if (kind === 'in') await take(api.POST('/v1/circulation/check-ins', { body, ...header }));
  else if (kind === 'renew') await take(api.POST('/v1/circulation/renewals', { body, ...header }));
  else {
    const lent = { body: { ...body, patron: card }, ...header };
    return (await take(api.POST('/v1/circulation/check-outs', lent))).conflicts ?? [];
  }
  return [];
};

/** Whether the scan was not decided on: it stays in the queue for the next time. */
const isUndecided = (problem: Problem): boolean => passes(problem) || problem.status === 401 || problem.status >= 500;

const refusedBy = (problem: Problem): Conflict => ({
  accepted: false,
  reasons: reasonsIn(problem).map(({ code, pointer, params }) => ({ code, pointer, params })),
});

const enterAll = async (): Promise<void> => {
  for (const scan of await storedScans()) {
    if (scan.conflict) continue;
    try {
      const codes = await enter(scan);
      const reasons = codes.map((code) => ({ code, pointer: '', params: {} }));
      if (codes.length > 0) await saveScan({ ...scan, conflict: { accepted: true, reasons } });
      else await removeScan(scan.key);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (isUndecided(problem)) return void (await isLost());
      await saveScan({ ...scan, conflict: refusedBy(problem) });
    }
  }
};

/** Enters the scans in the order of their time; one tab of the browser at a time does. What is refused stays, with its reasons. */
export const replay = (): Promise<void> =>
  navigator.locks.request('concord.offline', { ifAvailable: true }, async (lock) => {
    if (lock) await enterAll();
  });
