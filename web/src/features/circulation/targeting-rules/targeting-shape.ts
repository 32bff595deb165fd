import { type AmountField, type Amounts, wholeWithin } from '../../../components/amount-fields.tsx';
import {
  itemColumns,
  itemTypeColumn,
  placeColumn,
  written,
  yesOrNoColumn,
} from '../../../components/policy-columns.ts';
import type { PolicyShape } from '../../../components/policy-values.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { itemSides, OWN_ORDER, orders, patronSides, pickups, weighed } from './targeting-rules.ts';

const YEAR = 366 * 24 * 60;
const text = written(/^\S.{0,23}$/);
const signed = (typed: string): number | undefined =>
  /^-?\d{1,5}$/.test(typed.trim()) && Math.abs(Number(typed)) <= 10_000 ? Number(typed) : undefined;

/** Returns what the page of targeting has: how long copies are looked for, who comes first, and what travels where. */
export const targetingShape = (t: Translate, { order, firstPatron, byCost }: Amounts): PolicyShape => {
  const whole = (key: string, label: string, least: number, most: number): AmountField => ({
    ...{ key, label, reads: wholeWithin(least, most) },
  });
  const choice = <T extends string>(key: string, label: string, values: readonly T[], name: (value: T) => string) => ({
    ...{ key, label, choices: values.map((value) => ({ value, label: name(value) })) },
  });
  const orderField = (key: string, label: string, isOwn: boolean): AmountField =>
    choice(key, label, [...orders, ...(isOwn ? [OWN_ORDER] : [])], (value) => {
      const known = orders.find((one) => one === value);
      return t(known ? `targeting-rules.order-${known}` : 'targeting-rules.order-own');
    });
  const items = itemColumns(t);
  const distance = wholeWithin(0, 10_000);
  const from = (isOptional: boolean) => placeColumn(t, 'from', t('targeting-rules.from'), isOptional);
  const to = (isOptional: boolean) => placeColumn(t, 'to', t('targeting-rules.to'), isOptional);
  return {
    fields: [
      whole('pageMinutes', t('targeting-rules.page'), 0, YEAR),
      whole('nextCheckMinutes', t('targeting-rules.next-check'), 1, YEAR),
      yesOrNoColumn(t, 'skipClosed', t('targeting-rules.skip-closed')),
      yesOrNoColumn(t, 'skipClosedPickup', t('targeting-rules.skip-closed-pickup')),
      { ...whole('maxLoops', t('targeting-rules.loops'), 1, 100), isOptional: true },
      whole('stallMinutes', t('targeting-rules.stall-minutes'), 0, YEAR),
      choice('stall', t('targeting-rules.stall'), ['branch', 'member'] as const, (value) =>
        t(`targeting-rules.stall-${value}`),
      ),
      whole('softStallMinutes', t('targeting-rules.soft-stall'), 0, YEAR),
      orderField('order', t('targeting-rules.order'), order === OWN_ORDER),
      whole('goHomeAfterDays', t('targeting-rules.go-home'), 0, 3650),
      choice('firstPatron', t('targeting-rules.first-patron'), ['', ...patronSides] as const, (value) =>
        t(value === '' ? 'targeting-rules.first-none' : `targeting-rules.patron-${value}`),
      ),
      ...(firstPatron === ''
        ? []
        : [
            choice('firstItem', t('targeting-rules.first-item'), itemSides, (value) =>
              t(`targeting-rules.item-${value}`),
            ),
            { key: 'exceptCategories', label: t('targeting-rules.except-categories'), isOptional: true, hint: '' },
          ]),
      whole('sameBranch', t('targeting-rules.same-branch'), 0, 10_000),
      whole('sameMember', t('targeting-rules.same-member'), 0, 10_000),
      whole('elsewhere', t('targeting-rules.elsewhere'), 0, 10_000),
      yesOrNoColumn(t, 'byCost', t('targeting-rules.by-cost')),
      ...(byCost === 'yes'
        ? [
            {
              ...{ ...whole('otherCost', t('targeting-rules.other-cost'), 0, 1_000_000), isOptional: true },
              hint: t('targeting-rules.other-cost-hint'),
            },
          ]
        : []),
      ...weighed.map((name) => whole(`weight-${name}`, t(`targeting-rules.weight-${name}`), 0, 1_000_000)),
    ],
    lists: [
      {
        ...{ key: 'fulfilment', label: t('targeting-rules.fulfilment'), hint: t('targeting-rules.fulfilment-hint') },
        columns: [
          choice('pickup', t('targeting-rules.pickup'), pickups, (value) => t(`targeting-rules.pickup-${value}`)),
          ...items,
        ],
      },
      {
        ...{ key: 'ageProtection', label: t('targeting-rules.age'), hint: t('targeting-rules.age-hint') },
        columns: [
          whole('days', t('targeting-rules.days'), 1, 3650),
          whole('withinDistance', t('targeting-rules.within'), 0, 10_000),
          ...items,
        ],
      },
      {
        ...{ key: 'transferLimits', label: t('targeting-rules.limits'), hint: t('targeting-rules.limits-hint') },
        columns: [from(true), to(true), itemTypeColumn(t)],
      },
      {
        ...{ key: 'handicaps', label: t('targeting-rules.handicaps'), hint: t('targeting-rules.handicaps-hint') },
        columns: [
          placeColumn(t, 'place', t('targeting-rules.place')),
          whole('points', t('targeting-rules.points'), 0, 400),
        ],
      },
      {
        ...{ key: 'verifyLocation', label: t('targeting-rules.verify'), hint: t('targeting-rules.verify-hint') },
        columns: items,
      },
      {
        ...{ key: 'orders', label: t('targeting-rules.orders'), hint: t('targeting-rules.orders-hint') },
        columns: [placeColumn(t, 'owner', t('policy.owner')), orderField('order', t('targeting-rules.order'), true)],
      },
      ...(firstPatron === ''
        ? []
        : [
            {
              ...{ key: 'exceptItems', label: t('targeting-rules.except-items') },
              columns: [{ key: 'itemId', label: t('targeting-rules.item-id'), isOptional: true, hint: '' }, ...items],
            },
          ]),
      {
        ...{ key: 'pairs', label: t('targeting-rules.pairs'), hint: t('targeting-rules.pairs-hint') },
        columns: [
          ...[from(false), to(false), { key: 'distance', label: t('targeting-rules.distance'), reads: distance }],
          yesOrNoColumn(t, 'bothWays', t('targeting-rules.both-ways')),
        ],
      },
      {
        ...{ key: 'adjustments', label: t('targeting-rules.adjustments') },
        columns: [
          { key: 'id', label: t('targeting-rules.name'), reads: text },
          choice('kind', t('targeting-rules.kind'), ['relative', 'absolute'] as const, (value) =>
            t(`targeting-rules.kind-${value}`),
          ),
          ...[{ key: 'by', label: t('targeting-rules.by'), reads: signed }, from(true), to(true), ...items],
        ],
      },
      ...(byCost === 'yes'
        ? [
            {
              ...{ key: 'costs', label: t('targeting-rules.costs'), hint: t('targeting-rules.costs-hint') },
              columns: [
                ...[from(false), to(false), whole('cost', t('targeting-rules.cost'), 0, 1_000_000)],
                yesOrNoColumn(t, 'enabled', t('targeting-rules.enabled')),
              ],
            },
          ]
        : []),
    ],
  };
};
