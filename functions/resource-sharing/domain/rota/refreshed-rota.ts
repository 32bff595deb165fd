import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Rota, RotaEntry, Skipped } from './rota.ts';

/**
 * The suppliers that can be asked now. `known` tells for whom this is certain: for members only when the record is in
 * the union.
 */
type Found = Rota & { known: (member: string) => boolean };

const reasonFor = (member: string, { excluded }: Rota): Skipped['reason'] =>
  excluded.find((one) => one.member === member && one.reason !== 'other-copy-preferred')?.reason ??
  (isPartner(member) ? 'not-supplying' : 'no-copy');

/**
 * Returns a request's rota as judged now, before the next supplier is asked: suppliers that were asked stay in place;
 * of the others those that can still supply follow, best first by current scores, and then the skipped ones, each with
 * the reason. No supplier is added: the possible ones were fixed when the request was placed.
 */
export const refreshedRota = (request: Pick<LoanRequest, 'rota' | 'asks'>, found: Found, at: string): RotaEntry[] => {
  const isAsked = ({ member }: RotaEntry): boolean =>
    request.asks.some(({ supplierMember }) => supplierMember === member);
  const waiting = request.rota.filter((entry) => !isAsked(entry));
  const unknown = waiting.filter(({ member }) => !found.known(member));
  const judged = waiting.filter(({ member }) => found.known(member));
  const able = found.entries.filter(({ member }) => judged.some((one) => one.member === member));
  const unable = judged.filter(({ member }) => !able.some((one) => one.member === member));
  // Suppliers without current knowledge stay before the others of their round, in their order.
  const order = (entry: RotaEntry): number => ({ member: 0, partner: 1, 'last-resort': 2 })[entry.tier ?? 'member'];
  const left = [...unknown.map(({ skipped: _, ...entry }) => entry), ...able].toSorted((a, b) => order(a) - order(b));
  const passed = unable.map(
    (entry): RotaEntry => ({ ...entry, skipped: { at, reason: reasonFor(entry.member, found) } }),
  );
  return [...request.rota.filter(isAsked), ...left, ...passed];
};
