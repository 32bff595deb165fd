import { useMutation } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import type { ChangedHold } from './use-queue.ts';

type RetargetReason = operations['circulation-retarget-hold']['requestBody']['content']['application/json']['reason'];

/** A change of a hold by a desk. */
export type HoldChange =
  | { to: 'suspend'; until: string }
  | { to: 'resume' }
  | { to: 'pickup'; pickupBranch: string }
  | { to: 'move'; item: string }
  | { to: 'recall' }
  | { to: 'retarget'; reason: RetargetReason }
  | { to: 'put'; before: string; comment: string };

const send = ({ recordId, holdId, state }: ChangedHold, branchId: string, change: HoldChange, key: string) => {
  const at = { params: { path: { recordId, holdId } }, ...keyed(key) };
  if (change.to === 'suspend') {
    const body = { branchId, ...(change.until !== '' && { until: change.until }) };
    return take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/suspension', { ...at, body }));
  }
  if (change.to === 'resume')
    return take(
      api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/resumption', { ...at, body: { branchId } }),
    );
  if (change.to === 'pickup') {
    const body = { branchId, pickupBranch: change.pickupBranch, send: state === 'on-shelf' };
    return take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/pickup', { ...at, body }));
  }
  if (change.to === 'move') {
    const body = { branchId, item: change.item };
    return take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/move', { ...at, body }));
  }
  if (change.to === 'recall')
    return take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/recall', { ...at, body: { branchId } }));
  if (change.to === 'retarget') {
    const body = { branchId, reason: change.reason, keepIfGood: false };
    return take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/retargeting', { ...at, body }));
  }
  const body = { branchId, put: { holdId, before: change.before }, comment: change.comment };
  return take(
    api.POST('/v1/circulation/records/{recordId}/queue', { params: { path: { recordId } }, body, ...keyed(key) }),
  );
};

/** Changes a hold; a repeated click after a lost answer has no second effect. */
export const useHoldChange = (hold: ChangedHold, branchId: string, done: (change: HoldChange) => void) => {
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (change: HoldChange) => send(hold, branchId, change, keyFor(change)) as Promise<unknown>,
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: (_, change) => done(change),
  });
};
