import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { borrowerOf } from '../domain/partners/partner-borrower.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import { refreshedRota } from '../domain/rota/refreshed-rota.ts';
import type { RotaEntry } from '../domain/rota/rota.ts';
import { findSuppliers } from './find-suppliers.ts';
import { currencyOf } from './load-setting.ts';
import { inputOf, patronOf, wantedBy } from './sourcing-step.ts';

/** How long, in ms, the sourcing of a new request stays valid: the first supplier is asked at once. */
const FRESH_MS = 15 * 60_000;

const borrowerFor = async (deps: ResourceSharingDeps, request: LoanRequest) => {
  const { requesterMember: member } = request;
  if (isPartner(member)) return borrowerOf(member);
  const patron = await patronOf(deps, request);
  return { homeMember: patron?.homeMember ?? member, category: patron?.category ?? '' };
};

/**
 * Whether the sourcing of the placed request is still valid: nobody was asked, it is recent, and the first supplier
 * still has the title. A record may have been split, or a merge undone, since.
 */
const isFresh = async (
  { table, items }: ResourceSharingDeps,
  { asks, placedAt, recordId }: LoanRequest,
  { member, itemId }: RotaEntry,
  now: number,
): Promise<boolean> => {
  if (asks.length > 0 || now - Date.parse(placedAt) >= FRESH_MS) return false;
  if (isPartner(member)) return true;
  const [found, copy] = await Promise.all([
    findRecord(table, recordId, { strong: true }),
    itemId === undefined ? undefined : items.get(itemId),
  ]);
  return copy !== undefined && found?.now.sources.includes(copy.sourceId) === true;
};

/**
 * Refreshes a request's rota before the next supplier is asked: shelves, closures, prices, transit days and paused
 * partners may have changed since it was placed. Unchanged while the rota is recent, and when the consortium has no
 * policies.
 */
export const refreshRota = async (
  deps: ResourceSharingDeps,
  request: LoanRequest,
  now: number,
): Promise<LoanRequest> => {
  const waiting = request.rota.filter(({ member }) => !request.asks.some((ask) => ask.supplierMember === member));
  const [next] = waiting;
  const rules = !next || (await isFresh(deps, request, next, now)) ? undefined : await deps.rules(now);
  if (!rules) return request;
  const [sharing, patron] = await Promise.all([deps.sharing(now), borrowerFor(deps, request)]);
  const setting = { rules, sharing, now, at: iso(now) };
  const { maxCost, ...input } = inputOf(request);
  const inCurrency = maxCost?.currency === currencyOf(setting) ? maxCost : undefined;
  const outside = waiting.some(({ member }) => isPartner(member));
  const sought = { patron, wanted: wantedBy(request), input: { ...input, maxCost: inCurrency, outside } };
  const { rota, sources } = await findSuppliers(deps, sought, setting);
  const known = (member: string): boolean => isPartner(member) || sources !== undefined;
  return { ...request, rota: refreshedRota(request, { ...rota, known }, setting.at) };
};
