import { rowsOf, trimmed, unlessEmpty } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of billing. */
export type BillingVersion = PolicyVersion<'billing'>;
type Body = BillingVersion['body'];
type Block = keyof Body['modes'];
type TaxedBlock = keyof Body['tax'];

/** The blocks of a statement that are charged or only shown. */
export const billedBlocks = [
  ...(['direct', 'shared', 'idle', 'unattributed', 'unmetered'] as const),
  ...(['dues', 'between-members', 'credit', 'correction'] as const),
] satisfies Block[];
/** The blocks with a rule of tax: one-off charges are always charged. */
export const taxedBlocks = [...billedBlocks, 'one-off'] as const satisfies TaxedBlock[];
export const modes = ['showback', 'charge'] as const;
/** The VAT categories of EN 16931. */
export const taxCategories = ['S', 'AA', 'Z', 'E', 'AE', 'O'] as const;
/** The fields of the party that issues statements, and of a member as the buyer. */
export const partyFields = [
  'street',
  'postcode',
  'city',
  'country',
  'taxNumber',
  'registrationNumber',
  'email',
] as const;
export const sellerFields = [...partyFields, 'iban', 'account', 'bic', 'bank'] as const;
export const buyerFields = ['name', ...partyFields] as const;
type PartyField = (typeof sellerFields)[number] | 'name';
const addressFields: readonly PartyField[] = ['street', 'postcode', 'city', 'country'];

/** Returns whether a field of a party may be empty: an address is complete where there is one. */
export const mayBeEmpty = (field: PartyField): boolean => !addressFields.includes(field);

/** Returns a party as typed: its address, and the other fields that are not empty. */
const partyOf = (fields: readonly PartyField[], textOf: (field: PartyField) => string | undefined) => {
  const own = fields.map((field) => [field, trimmed(textOf(field))] as const);
  const address = { street: '', postcode: '', city: '', country: '' };
  return { ...address, ...Object.fromEntries(own.filter(([field, text]) => text !== '' || !mayBeEmpty(field))) };
};

/** The accounts of the consortium's own books. */
export const booksAccounts = [
  ...(['bank', 'receivables', 'accrued-revenue', 'clearing', 'suppliers', 'tax', 'surplus'] as const),
  ...(['revenue-dues', 'revenue-platform', 'revenue-corrections', 'revenue-services'] as const),
  ...(['revenue-grants', 'revenue-interest', 'cost-cloud'] as const),
  ...(['cost-people', 'cost-support', 'cost-courier', 'cost-e-resources', 'cost-training'] as const),
  ...(['cost-reserve', 'cost-other', 'cost-bank'] as const),
] satisfies (keyof NonNullable<Body['booksCodes']>)[];

export const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

const HUNDREDTHS = 100;

/** Returns hundredths of a percent from a text such as "19" or "5.5"; undefined when it is none. */
export const taxRateOf = (text: string): number | undefined => {
  const value = /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
  return value === undefined || value > HUNDREDTHS ? undefined : Math.round(value * HUNDREDTHS);
};

/** The kinds of differences that a recurring explanation can cover. */
export const explainedKinds = [
  ...(['support', 'tax', 'credit', 'refund', 'purchase', 'adjustment', 'late-usage', 'not-metered'] as const),
  ...(['beyond-tolerance', 'day-differs', 'days-differ', 'missing-day', 'unmetered-day', 'not-billed'] as const),
] satisfies Body['recurring'][number]['kind'][];
/** The sums from which a difference from the bill must be explained. */
export const thresholds = ['metered', 'unmetered', 'together'] as const;

const usual: Body = {
  ...{ cycle: 'monthly', memberCycles: [], bankFees: 'expense' },
  ...{ modes: {}, tax: {}, daysToPay: 30, fiscalYearStartsIn: 1, rates: [], recurring: [] },
  explain: { metered: 100, unmetered: 1000, together: 1000 },
  adjustments: { correctionPercent: 100, credit: 100_000, oneOff: 1_000_000, monthsBack: 24 },
  reminders: { language: 'eng', levels: [] },
};

/** How often members are billed. */
export const cycles = ['monthly', 'quarterly', 'yearly'] as const satisfies Body['cycle'][];
const cycleOf = (text: string | undefined): Body['cycle'] => cycles.find((one) => one === text) ?? 'monthly';

/** What becomes of fees of the bank for returned payments. */
export const bankFeeRules = ['expense', 'charge'] as const satisfies Body['bankFees'][];

/** The languages in which reminders are written. */
export const reminderLanguages = ['eng', 'spa'] as const satisfies Body['reminders']['language'][];

/** Returns the rules of a version as typed; those of the API without one. `typed` writes minor units of the bill's currency. */
export const billingValues = (version: BillingVersion | undefined, typed: (minor: number) => string): PolicyValues => {
  const body = version?.body ?? usual;
  return {
    texts: {
      ...{ issuer: body.issuer ?? '', currency: body.currency ?? '', daysToPay: String(body.daysToPay) },
      ...{ fiscalYearStartsIn: String(body.fiscalYearStartsIn), cycle: body.cycle },
      ...Object.fromEntries(sellerFields.map((field) => [`seller-${field}`, body.seller?.[field] ?? ''])),
      ...Object.fromEntries(billedBlocks.map((block) => [`mode-${block}`, body.modes[block] ?? 'showback'])),
      'adjust-percent': String(body.adjustments.correctionPercent),
      'adjust-credit': typed(body.adjustments.credit),
      'adjust-one-off': typed(body.adjustments.oneOff),
      'adjust-months': String(body.adjustments.monthsBack),
      ...Object.fromEntries(thresholds.map((name) => [`explain-${name}`, typed(body.explain[name])])),
      ...{ 'reminder-language': body.reminders.language, bankFees: body.bankFees },
    },
    lists: {
      tax: taxedBlocks.flatMap((block) => {
        const rule = body.tax[block];
        if (!rule) return [];
        const { category, rate, exemption = '' } = rule;
        return [{ texts: { block, category, rate: String(rate / HUNDREDTHS), exemption } }];
      }),
      memberCycles: body.memberCycles.map((texts) => ({ texts })),
      rates: body.rates.map((texts) => ({ texts })),
      reminders: body.reminders.levels.map(({ daysAfterDue, text = '' }) => ({
        texts: { daysAfterDue: String(daysAfterDue), text },
      })),
      booksCodes: booksAccounts.flatMap((account) => {
        const code = body.booksCodes?.[account];
        return code === undefined ? [] : [{ texts: { account, code } }];
      }),
      buyers: (body.buyers ?? []).map((buyer) => ({
        texts: {
          memberId: buyer.memberId,
          ...Object.fromEntries(buyerFields.map((field) => [field, buyer[field] ?? ''])),
        },
      })),
      recurring: body.recurring.map(({ atMost, usageType = '', ...texts }) => ({
        texts: { ...texts, usageType, atMost: typed(atMost) },
      })),
    },
  };
};

/** Returns the policy with the rules as typed. `minor` reads an amount of the bill's currency. */
export const withBillingValues = (
  { texts, lists }: PolicyValues,
  minor: (text: string) => number | undefined,
): Body => {
  const sum = (text = ''): number => minor(text) ?? 0;
  const rows = rowsOf({ texts, lists });
  const hasSeller = sellerFields.some((field) => trimmed(texts[`seller-${field}`]) !== '');
  const buyers = rows('buyers');
  const codes = rows('booksCodes').map(({ account, code }) => [account, trimmed(code)] as const);
  const charged = billedBlocks.filter((block) => texts[`mode-${block}`] === 'charge');
  return {
    ...unlessEmpty('issuer', texts.issuer),
    ...unlessEmpty('currency', texts.currency),
    ...(hasSeller && { seller: partyOf(sellerFields, (field) => texts[`seller-${field}`]) }),
    ...(buyers.length > 0 && {
      buyers: buyers.map((row) => ({
        memberId: trimmed(row.memberId),
        ...partyOf(buyerFields, (field) => row[field]),
      })),
    }),
    ...(codes.length > 0 && { booksCodes: Object.fromEntries(codes) }),
    modes: Object.fromEntries(charged.map((block) => [block, 'charge'])),
    tax: Object.fromEntries(
      rows('tax').map(({ block = '', category, rate = '', exemption }) => [
        block,
        {
          ...{ category: taxCategories.find((one) => one === category) ?? 'S', rate: taxRateOf(rate) ?? 0 },
          ...unlessEmpty('exemption', exemption),
        },
      ]),
    ),
    ...{ daysToPay: Number(texts.daysToPay), fiscalYearStartsIn: Number(texts.fiscalYearStartsIn) },
    cycle: cycleOf(texts.cycle),
    bankFees: bankFeeRules.find((one) => one === texts.bankFees) ?? 'expense',
    memberCycles: rows('memberCycles').map(({ memberId, cycle }) => ({
      ...{ memberId: trimmed(memberId), cycle: cycleOf(cycle) },
    })),
    rates: rows('rates').map(({ from, rate, source, date }) => ({
      ...{ from: trimmed(from), rate: trimmed(rate), source: trimmed(source), date: trimmed(date) },
    })),
    adjustments: {
      ...{ correctionPercent: Number(texts['adjust-percent']), credit: sum(texts['adjust-credit']) },
      ...{ oneOff: sum(texts['adjust-one-off']), monthsBack: Number(texts['adjust-months']) },
    },
    explain: {
      ...{ metered: sum(texts['explain-metered']), unmetered: sum(texts['explain-unmetered']) },
      together: sum(texts['explain-together']),
    },
    reminders: {
      language: reminderLanguages.find((one) => one === texts['reminder-language']) ?? 'eng',
      levels: rows('reminders').map(({ daysAfterDue, text }) => ({
        daysAfterDue: Number(daysAfterDue),
        ...unlessEmpty('text', text),
      })),
    },
    recurring: rows('recurring').map(({ kind, service, usageType, atMost, reason, until }) => ({
      ...{ kind: explainedKinds.find((one) => one === kind) ?? 'support', service: trimmed(service) },
      ...unlessEmpty('usageType', usageType),
      ...{ atMost: sum(atMost), reason: trimmed(reason), until: trimmed(until) },
    })),
  };
};
