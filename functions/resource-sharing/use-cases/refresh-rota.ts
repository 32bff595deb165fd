import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { findRecord } from '../../catalogue/public/union-record.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { borrowerOf } from '../domain/partners/partner-borrower.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import { refreshedRota } from '../domain/rota/refreshed-rota.ts';
import type { RotaEntry } from '../domain/rota/rota.ts';
import { findSuppliers } from './find-suppliers.ts';
import { currencyOf } from './load-setting.ts';
import { inputOf, patronOf, wantedBy } from './sourcing-step.ts';

/** So long, in ms, what was found when a request was placed holds: the first supplier is asked at once. */
const FRESH_MS = 15 * 60_000;

const borrowerFor = async (deps: ResourceSharingDeps, request: LoanRequest) => {
  const { requesterMember: member } = request;
  if (isPartner(member)) return borrowerOf(member);
  const patron = await patronOf(deps, request);
  return { homeMember: patron?.homeMember ?? member, category: patron?.category ?? '' };
};

/**
 * Whether what was found when the request was placed holds: nobody has been asked, it was a moment ago, and whoever is asked
 * first still has the title, for a record may have been split, or a merge undone, since.
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
 * The request with its rota as it is now, before the next supplier is asked: shelves, closures, prices, days of transit and
 * paused partners are looked at again, for days may have passed since it was placed. Unchanged while that is fresh, and
 * where the consortium has no policies to judge by.
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
