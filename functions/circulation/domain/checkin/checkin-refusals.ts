import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { type Finding, finding, overridden, refusalsIn } from '../decisions/findings.ts';
import { movementOf } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import type { CheckinRequest } from './checkin-request.ts';

type Asked = Pick<CheckinRequest, 'item' | 'at' | 'policies' | 'override'>;

const MINUTE_MS = 60_000;

const findings = ({ item, at, policies }: Asked): Finding<RefusalFor<'checkin'>>[] => {
  const { minimumTransitMinutes } = movementOf(policies);
  const { transit } = item;
  // A transit from a branch to itself cannot be scanned too soon.
  if (transit?.sentAt === undefined || transit.from === transit.to) return [];
  const minutes = (millis(at) - millis(transit.sentAt)) / MINUTE_MS;
  return [finding('transit-just-sent', minutes >= minimumTransitMinutes, `Sent ${Math.floor(minutes)} minutes ago`)];
};

/**
 * Returns the only refusal of a scan (C13): within the consortium's minimum interval after the item was sent, at any branch, since a
 * second scan at the same desk would send it nowhere. A supervisor may override it.
 */
export const refuseScanOfJustSent = (asked: Asked) => refusalsIn(findings(asked), asked.override);

/** Returns the refusals that an override let through at a scan, for the check-in's warnings. */
export const letThroughAtScan = (asked: Asked): RefusalFor<'checkin'>[] => overridden(findings(asked), asked.override);
