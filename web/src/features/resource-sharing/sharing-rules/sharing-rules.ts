import { rowsOf, yes } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import type { AdoptedPolicy } from '../../../components/use-policies.ts';
import { usualSharing } from './usual-sharing.ts';

/** A version of the policy of interlibrary loans. */
export type SharingVersion = PolicyVersion<'resource-sharing'>;
type Body = Extract<AdoptedPolicy, { kind: 'resource-sharing' }>['body'];

/** The speeds of a request. */
export const speeds = ['normal', 'rush', 'express'] as const;
/** The factors by which suppliers are put in an order. */
export const factors = [
  ...(['available', 'cost', 'distance', 'balance', 'openHours'] as const),
  ...(['responseTime', 'fillRate', 'sharingPolicy', 'reciprocal'] as const),
];

type Fees = readonly { from?: string | undefined; to?: string | undefined; fee: number }[];

const wayOf = ({ from = '', to = '' }: { from?: string | undefined; to?: string | undefined }) => ({ from, to });

/** Returns the rules of a version as typed, those of the API without one; `typed` writes an amount in major units. */
export const sharingValues = (version: SharingVersion | undefined, typed: (minor: number) => string): PolicyValues => {
  const body = version?.body ?? usualSharing;
  const fees = (list: Fees) => list.map(({ fee, ...way }) => ({ texts: { ...wayOf(way), fee: typed(fee) } }));
  return {
    texts: {
      ...Object.fromEntries(speeds.map((speed) => [`answer ${speed}`, String(body.timers.answerMinutes[speed])])),
      ...Object.fromEntries(factors.map((factor) => [`weight ${factor}`, String(body.rota.weights[factor])])),
      ...{ answerInOpenHours: yes(body.answerInOpenHours), courierDays: String(body.courierDays) },
      ...{ reciprocalFree: yes(body.reciprocalFree), replacementFee: typed(body.replacementFee) },
      ...{ messageDays: String(body.messageDays), linkDays: String(body.copies.linkDays) },
      openings: String(body.copies.openings),
    },
    lists: {
      routes: body.courierRoutes.map(({ days, ...way }) => ({ texts: { ...wayOf(way), days: String(days) } })),
      ...{ loanFees: fees(body.loanFees), copyFees: fees(body.copyFees) },
      groups: Object.entries(body.reciprocalGroups).map(([name, places]) => ({
        texts: { name, places: places.join(', ') },
      })),
      targets: Object.entries(body.lendingTargets).map(([place, surplus]) => ({
        texts: { place, surplus: String(surplus) },
      })),
    },
  };
};

const trimmed = (value = ''): string => value.trim();
const ends = ({ from, to }: { from?: string; to?: string }) => ({
  ...(trimmed(from) && { from: trimmed(from) }),
  ...(trimmed(to) && { to: trimmed(to) }),
});

/** Returns the policy with the rules as typed; other waits, scales, copyright, vouchers and all else stay. */
export const withSharingValues = (
  version: SharingVersion | undefined,
  { texts, lists }: PolicyValues,
  minor: (text: string) => number | undefined,
): Body => {
  const body = version?.body ?? usualSharing;
  const rows = rowsOf({ texts, lists });
  const fees = (key: string) =>
    rows(key).map(({ from = '', to = '', fee = '' }) => ({ ...ends({ from, to }), fee: minor(fee) ?? 0 }));
  const numbers = <N extends string>(names: readonly N[], kind: string) =>
    Object.fromEntries(names.map((name) => [name, Number(texts[`${kind} ${name}`])])) as Record<N, number>;
  return {
    ...body,
    timers: { ...body.timers, answerMinutes: numbers(speeds, 'answer') },
    rota: { ...body.rota, weights: { ...body.rota.weights, ...numbers(factors, 'weight') } },
    ...{ answerInOpenHours: texts.answerInOpenHours === 'yes', courierDays: Number(texts.courierDays) },
    courierRoutes: rows('routes').map(({ from = '', to = '', days }) => ({
      ...ends({ from, to }),
      days: Number(days),
    })),
    ...{ loanFees: fees('loanFees'), copyFees: fees('copyFees'), reciprocalFree: texts.reciprocalFree === 'yes' },
    replacementFee: minor(texts.replacementFee ?? '') ?? body.replacementFee,
    reciprocalGroups: Object.fromEntries(
      rows('groups').map(({ name, places }) => [trimmed(name), trimmed(places).split(/[\s,]+/)]),
    ),
    lendingTargets: Object.fromEntries(rows('targets').map(({ place, surplus }) => [trimmed(place), Number(surplus)])),
    messageDays: Number(texts.messageDays),
    copies: { ...body.copies, linkDays: Number(texts.linkDays), openings: Number(texts.openings) },
  };
};
