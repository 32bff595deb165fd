import {
  itemsOf,
  itemTexts,
  parts,
  rowsOf,
  type Texts,
  trimmed,
  unlessEmpty,
  yes,
} from '../../../components/policy-columns.ts';
import type { PolicyRow, PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { usualTargeting } from './usual-targeting.ts';

/** A version of the policy of targeting. */
export type TargetingVersion = PolicyVersion<'targeting'>;
type Body = TargetingVersion['body'];
type Order = Body['capture']['order'];

/** The predefined orders in which a scanned copy chooses a hold. */
export const orders = [
  ...(['traditional', 'traditional-holds-go-home', 'traditional-holds-always-go-home'] as const),
  ...(['traditional-holds-chase-home-patrons', 'fifo', 'fifo-holds-go-home', 'fifo-holds-always-go-home'] as const),
] satisfies Order[];
/** The text of an order that lists its factors, which the form leaves as it is. */
export const OWN_ORDER = 'own';

export const pickups = ['any', 'home', 'holding'] as const;
export const weighed = ['tier', 'passed', 'load', 'mostLoad', 'justPassed', 'manualReset'] as const;
export const patronSides = ['home', 'pickup'] as const;
export const itemSides = ['home', 'holding'] as const;

const orderText = (order: Order): string => (Array.isArray(order) ? OWN_ORDER : order);
const number = (value: number | null | undefined): string => (value == null ? '' : String(value));
const row = (texts: PolicyRow['texts']): PolicyRow => ({ texts });

/** Returns the rules of a version as typed; those of the API without one. */
export const targetingValues = (version: TargetingVersion | undefined): PolicyValues => {
  const body: Body = version?.body ?? usualTargeting;
  const { proximity, transportCost, weights, capture } = body;
  return {
    texts: {
      ...{ pageMinutes: number(body.pageMinutes), nextCheckMinutes: number(body.nextCheckMinutes) },
      ...{ skipClosed: yes(body.skipClosed), skipClosedPickup: yes(body.skipClosedPickup) },
      ...{ maxLoops: number(body.maxLoops), stallMinutes: number(body.hardStall.minutes), stall: body.hardStall.local },
      ...{ order: orderText(capture.order), goHomeAfterDays: number(capture.goHomeAfterDays) },
      softStallMinutes: number(capture.softStallMinutes),
      firstPatron: capture.localPriority?.patron ?? '',
      firstItem: capture.localPriority?.item ?? 'home',
      exceptCategories: capture.localPriority?.excludedPatronCategories.join(', ') ?? '',
      ...{ sameBranch: number(proximity.sameBranch), sameMember: number(proximity.sameMember) },
      ...{ elsewhere: number(proximity.elsewhere), byCost: yes(transportCost !== null) },
      otherCost: number(transportCost?.otherwise),
      ...Object.fromEntries(weighed.map((name) => [`weight-${name}`, number(weights[name])])),
    },
    lists: {
      fulfilment: body.fulfilment.map(({ pickup, ...items }) => row({ pickup, ...itemTexts(items) })),
      ageProtection: body.ageProtection.map(({ days, withinDistance, ...items }) =>
        row({ days: number(days), withinDistance: number(withinDistance), ...itemTexts(items) }),
      ),
      transferLimits: body.transferLimits.map(({ from = '', to = '', itemCategory = '' }) =>
        row({ from, to, itemCategory }),
      ),
      handicaps: body.handicaps.map(({ place, points }) => row({ place, points: number(points) })),
      verifyLocation: capture.verifyLocation.map((items) => row(itemTexts(items))),
      orders: Object.entries(capture.orderByOwner).map(([owner, order]) => row({ owner, order: orderText(order) })),
      exceptItems: (capture.localPriority?.excludedItems ?? []).map(({ itemId = '', ...items }) =>
        row({ itemId, ...itemTexts(items) }),
      ),
      pairs: proximity.pairs.map(({ from, to, distance, bothWays }) =>
        row({ from, to, distance: number(distance), bothWays: yes(bothWays) }),
      ),
      adjustments: proximity.adjustments.map(({ id, from = '', to = '', kind, by, ...items }) =>
        row({ id, from, to, kind, by: number(by), ...itemTexts(items) }),
      ),
      costs: (transportCost?.pairs ?? []).map(({ from, to, cost, enabled }) =>
        row({ from, to, cost: number(cost), enabled: yes(enabled) }),
      ),
    },
  };
};

const captureOf = (before: Body['capture'], texts: Texts, rows: (key: string) => Texts[]): Body['capture'] => {
  const chosen = (text: string | undefined, own: Order | undefined): Order => {
    if (text === OWN_ORDER && own !== undefined) return own;
    return orders.find((one) => one === text) ?? 'fifo';
  };
  const patron = patronSides.find((side) => side === texts.firstPatron);
  return {
    order: chosen(texts.order, before.order),
    orderByOwner: Object.fromEntries(
      rows('orders').map(({ owner, order }) => [trimmed(owner), chosen(order, before.orderByOwner[trimmed(owner)])]),
    ),
    goHomeAfterDays: Number(texts.goHomeAfterDays),
    localPriority: patron
      ? {
          ...{ patron, item: itemSides.find((side) => side === texts.firstItem) ?? 'home' },
          excludedPatronCategories: parts(texts.exceptCategories),
          excludedItems: rows('exceptItems').map((one) => ({ ...itemsOf(one), ...unlessEmpty('itemId', one.itemId) })),
        }
      : null,
    verifyLocation: rows('verifyLocation').map(itemsOf),
    softStallMinutes: Number(texts.softStallMinutes),
  };
};

/** Returns the policy with the rules as typed. */
export const withTargetingValues = (version: TargetingVersion | undefined, values: PolicyValues): Body => {
  const before: Body = version?.body ?? usualTargeting;
  const texts: Texts = values.texts;
  const rows = rowsOf(values);
  return {
    proximity: {
      ...{ sameBranch: Number(texts.sameBranch), sameMember: Number(texts.sameMember) },
      elsewhere: Number(texts.elsewhere),
      pairs: rows('pairs').map(({ from, to, distance, bothWays }) => ({
        ...{ from: trimmed(from), to: trimmed(to), distance: Number(distance), bothWays: bothWays === 'yes' },
      })),
      adjustments: rows('adjustments').map(({ id, from, to, kind, by, ...items }) => ({
        ...{ id: trimmed(id), ...unlessEmpty('from', from), ...unlessEmpty('to', to), ...itemsOf(items) },
        ...{ kind: kind === 'absolute' ? ('absolute' as const) : ('relative' as const), by: Number(by) },
      })),
    },
    transportCost:
      texts.byCost === 'yes'
        ? {
            otherwise: trimmed(texts.otherCost) === '' ? null : Number(texts.otherCost),
            pairs: rows('costs').map(({ from, to, cost, enabled }) => ({
              ...{ from: trimmed(from), to: trimmed(to), cost: Number(cost), enabled: enabled === 'yes' },
            })),
          }
        : null,
    weights: {
      ...before.weights,
      ...Object.fromEntries(weighed.map((name) => [name, Number(texts[`weight-${name}`])])),
    },
    handicaps: rows('handicaps').map(({ place, points }) => ({ place: trimmed(place), points: Number(points) })),
    fulfilment: rows('fulfilment').map(({ pickup, ...items }) => ({
      ...{ ...itemsOf(items), pickup: pickups.find((one) => one === pickup) ?? 'any' },
    })),
    transferLimits: rows('transferLimits').map(({ from, to, itemCategory }) => ({
      ...{ ...unlessEmpty('from', from), ...unlessEmpty('to', to), ...unlessEmpty('itemCategory', itemCategory) },
    })),
    ageProtection: rows('ageProtection').map(({ days, withinDistance, ...items }) => ({
      ...{ ...itemsOf(items), days: Number(days), withinDistance: Number(withinDistance) },
    })),
    ...{ pageMinutes: Number(texts.pageMinutes), nextCheckMinutes: Number(texts.nextCheckMinutes) },
    ...{ skipClosed: texts.skipClosed === 'yes', skipClosedPickup: texts.skipClosedPickup === 'yes' },
    maxLoops: trimmed(texts.maxLoops) === '' ? null : Number(texts.maxLoops),
    hardStall: { minutes: Number(texts.stallMinutes), local: texts.stall === 'member' ? 'member' : 'branch' },
    capture: captureOf(before.capture, texts, rows),
  };
};
