import { api, keyed, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import { asProblem, type Problem, passes } from '../../../../api/problem.ts';
import { reasonsIn } from '../../../../components/use-reason-texts.ts';
import { isLost } from './connection.ts';
import type { Conflict, OfflineScan } from './next-scan.ts';
import { removeScan, saveScan, storedScans } from './scan-queue.ts';
import { staffHere } from './staff-here.ts';

type Reasons = Conflict['reasons'];

const returned = ({ next: { step, branchId: branch } }: Answered<'circulation-check-in'>): Reasons =>
  step === 'shelve' ? [] : [{ code: `next-${step}`, pointer: '', params: { branch } }];

/** Enters a scan with its own time. Returns what a person should know: why a desk would have refused it, or where the item goes. */
const enter = async (scan: OfflineScan): Promise<Reasons> => {
  const { key, at: madeAt, branchId, kind, item, card = '', returnedAt, further = {} } = scan;
  const { comment, due, inLibrary } = further;
  const override = comment === undefined ? {} : { override: { comment, ...(due !== undefined && { due }) } };
  const made = { branchId, item, madeAt };
  const header = keyed(key);
  if (kind === 'in') {
    const reason = comment === undefined ? {} : { override: { comment } };
    const body = { ...made, ...reason, ...(returnedAt !== undefined && { returnedAt }) };
    return returned(await take(api.POST('/v1/circulation/check-ins', { body, ...header })));
  }
  if (kind === 'use') {
    await take(api.POST('/v1/circulation/in-house-uses', { body: made, ...header }));
    return [];
  }
  const body = { ...made, ...override };
  if (kind === 'renew') {
    await take(api.POST('/v1/circulation/renewals', { body, ...header }));
    return [];
  }
  const lent = { body: { ...body, patron: card, ...(inLibrary && { inLibrary }) }, ...header };
  const { conflicts = [] } = await take(api.POST('/v1/circulation/check-outs', lent));
  return conflicts.map((code) => ({ code, pointer: '', params: {} }));
};

/** Whether the scan was not decided on: it stays in the queue for the next time. */
const isUndecided = (problem: Problem): boolean => passes(problem) || problem.status === 401 || problem.status >= 500;

const refusedBy = (problem: Problem): Conflict => ({
  accepted: false,
  reasons: reasonsIn(problem).map(({ code, pointer, params }) => ({ code, pointer, params })),
});

const enterAll = async (): Promise<void> => {
  for (const scan of await storedScans()) {
    // Its loans and returns are booked to who scanned it.
    if (scan.conflict || (scan.by && scan.by.staffId !== staffHere()?.staffId)) continue;
    try {
      const reasons = await enter(scan);
      if (reasons.length > 0) await saveScan({ ...scan, conflict: { accepted: true, reasons } });
      else await removeScan(scan.key);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (isUndecided(problem)) return void (await isLost());
      await saveScan({ ...scan, conflict: refusedBy(problem) });
    }
  }
};

let running: Promise<void> | undefined;

/**
 * Enters the scans in the order of their time; one tab of the browser at a time does, and the next one finds what is left. What is refused
 * stays, with its reasons.
 */
export const replay = (): Promise<void> => {
  running ??= navigator.locks.request('concord.offline', enterAll).finally(() => {
    running = undefined;
  });
  return running;
};
