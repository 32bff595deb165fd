import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Rota, RotaEntry, Skipped } from './rota.ts';

/** Who could be asked now. `known` says of whom that can be told: of members only where the record is one of the union. */
type Found = Rota & { known: (member: string) => boolean };

const reasonFor = (member: string, { excluded }: Rota): Skipped['reason'] =>
  excluded.find((one) => one.member === member && one.reason !== 'other-copy-preferred')?.reason ??
  (isPartner(member) ? 'not-supplying' : 'no-copy');

/**
 * The rota of a request as it is judged now, before the next supplier is asked: who has been asked stands where it stood;
 * of the others those that can still supply follow, best first by today’s scores, and behind them those that are passed
 * over, each with the reason. Nobody joins it: whom a request may be asked of was settled when it was placed.
 */
export const refreshedRota = (request: Pick<LoanRequest, 'rota' | 'asks'>, found: Found, at: string): RotaEntry[] => {
  const isAsked = ({ member }: RotaEntry): boolean =>
    request.asks.some(({ supplierMember }) => supplierMember === member);
  const waiting = request.rota.filter((entry) => !isAsked(entry));
  const unknown = waiting.filter(({ member }) => !found.known(member));
  const judged = waiting.filter(({ member }) => found.known(member));
  const able = found.entries.filter(({ member }) => judged.some((one) => one.member === member));
  const unable = judged.filter(({ member }) => !able.some((one) => one.member === member));
  // Of whom nothing is known now keeps its place among those that are left: before the others of its round, as it was.
  const order = (entry: RotaEntry): number => ({ member: 0, partner: 1, 'last-resort': 2 })[entry.tier ?? 'member'];
  const left = [...unknown.map(({ skipped: _, ...entry }) => entry), ...able].toSorted((a, b) => order(a) - order(b));
  const passed = unable.map(
    (entry): RotaEntry => ({ ...entry, skipped: { at, reason: reasonFor(entry.member, found) } }),
  );
  return [...request.rota.filter(isAsked), ...left, ...passed];
};
