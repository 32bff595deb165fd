import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { CheckinRequest } from './checkin-request.ts';
import { type Finding, finding, overridden, refusalsIn } from './findings.ts';
import { movementOf } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

type Asked = Pick<CheckinRequest, 'item' | 'at' | 'policies' | 'override'>;

const MINUTE_MS = 60_000;

const findings = ({ item, at, policies }: Asked): Finding<RefusalFor<'checkin'>>[] => {
  const { minimumTransitMinutes } = movementOf(policies);
  const { transit } = item;
  // A journey from a branch to itself cannot be scanned too soon.
  if (transit?.sentAt === undefined || transit.from === transit.to) return [];
  const minutes = (millis(at) - millis(transit.sentAt)) / MINUTE_MS;
  return [finding('transit-just-sent', minutes >= minimumTransitMinutes, `Sent ${Math.floor(minutes)} minutes ago`)];
};

/**
 * The one thing for which a scan is refused (C13): within the minimum interval of the consortium after the item was sent,
 * anywhere, since a second scan at the same desk would send it nowhere. A supervisor may let it through.
 */
export const refuseScanOfJustSent = (asked: Asked) => refusalsIn(findings(asked), asked.override);

/** What an override of a scan let through, to be told with the check-in. */
export const letThroughAtScan = (asked: Asked): RefusalFor<'checkin'>[] => overridden(findings(asked), asked.override);
