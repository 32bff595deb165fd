import type { LoanRequest } from '../domain/requests/request.ts';
import { type Acted, act } from '../domain/workflow/act.ts';
import type { Stop } from '../domain/workflow/review-stops.ts';
import type { Setting } from './load-setting.ts';

/** Stops a new request by a finding, before anybody is asked. Throws when the table has no such stop. */
export const stopForReview = (request: LoanRequest, { trigger, reason }: Stop, { at, sharing }: Setting): Acted => {
  const made = act(request, trigger, {
    ...{ side: 'requester', at, by: { kind: 'system' }, policy: sharing.timers },
    ...(reason !== undefined && { reason }),
  });
  if ('refused' in made) throw new Error(`A request cannot stop by ${trigger}`);
  return made;
};
