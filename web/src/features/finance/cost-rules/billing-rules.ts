import { rowsOf, trimmed, unlessEmpty } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of billing. */
export type BillingVersion = PolicyVersion<'billing'>;
type Body = BillingVersion['body'];
type Block = keyof Body['modes'];

/** The blocks of a statement that are charged or only shown. */
export const billedBlocks = [
  ...(['direct', 'shared', 'idle', 'unattributed', 'unmetered'] as const),
  ...(['dues', 'between-members', 'credit', 'correction'] as const),
] satisfies Block[];
export const modes = ['showback', 'charge'] as const;
/** The VAT categories of EN 16931. */
export const taxCategories = ['S', 'AA', 'Z', 'E', 'AE', 'O'] as const;
export const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

const HUNDREDTHS = 100;

/** Returns hundredths of a percent from a text such as "19" or "5.5"; undefined when it is none. */
export const taxRateOf = (text: string): number | undefined => {
  const value = /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
  return value === undefined || value > HUNDREDTHS ? undefined : Math.round(value * HUNDREDTHS);
};

const usual: Body = { modes: {}, tax: {}, daysToPay: 30, fiscalYearStartsIn: 1, rates: [] };

/** Returns the rules of a version as typed; those of the API without one. */
export const billingValues = (version: BillingVersion | undefined): PolicyValues => {
  const body = version?.body ?? usual;
  return {
    texts: {
      ...{ issuer: body.issuer ?? '', currency: body.currency ?? '', daysToPay: String(body.daysToPay) },
      fiscalYearStartsIn: String(body.fiscalYearStartsIn),
      ...Object.fromEntries(billedBlocks.map((block) => [`mode-${block}`, body.modes[block] ?? 'showback'])),
    },
    lists: {
      tax: billedBlocks.flatMap((block) => {
        const rule = body.tax[block];
        return rule ? [{ texts: { block, category: rule.category, rate: String(rule.rate / HUNDREDTHS) } }] : [];
      }),
      rates: body.rates.map((texts) => ({ texts })),
    },
  };
};

/** Returns the policy with the rules as typed. */
export const withBillingValues = ({ texts, lists }: PolicyValues): Body => {
  const rows = rowsOf({ texts, lists });
  const charged = billedBlocks.filter((block) => texts[`mode-${block}`] === 'charge');
  return {
    ...unlessEmpty('issuer', texts.issuer),
    ...unlessEmpty('currency', texts.currency),
    modes: Object.fromEntries(charged.map((block) => [block, 'charge'])),
    tax: Object.fromEntries(
      rows('tax').map(({ block = '', category, rate = '' }) => [
        block,
        { category: taxCategories.find((one) => one === category) ?? 'S', rate: taxRateOf(rate) ?? 0 },
      ]),
    ),
    ...{ daysToPay: Number(texts.daysToPay), fiscalYearStartsIn: Number(texts.fiscalYearStartsIn) },
    rates: rows('rates').map(({ from, rate, source, date }) => ({
      ...{ from: trimmed(from), rate: trimmed(rate), source: trimmed(source), date: trimmed(date) },
    })),
  };
};
