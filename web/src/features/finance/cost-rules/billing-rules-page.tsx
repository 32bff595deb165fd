import { useDirectory } from '../../../api/directory.ts';
import type { AmountField } from '../../../components/amount-fields.tsx';
import { wholeWithin } from '../../../components/amount-fields.tsx';
import { isDay, written } from '../../../components/policy-columns.ts';
import type { PolicyList, PolicyShape } from '../../../components/policy-values.ts';
import { PolicyValuesPage } from '../../../components/policy-values-page.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { type Translate, useTranslate } from '../../../i18n/translate.ts';
import {
  bankFeeRules,
  billedBlocks,
  billingValues,
  booksAccounts,
  buyerFields,
  cycles,
  explainedKinds,
  mayBeEmpty,
  modes,
  months,
  reminderLanguages,
  sellerFields,
  taxCategories,
  taxedBlocks,
  taxRateOf,
  thresholds,
  withBillingValues,
} from './billing-rules.ts';

const currency = written(/^[A-Z]{3}$/);
const decimal = written(/^\d{1,9}([.]\d{1,12})?$/);
const source = written(/^\S.{0,99}$/);

const aMonth = written(/^\d{4}-(0[1-9]|1[0-2])$/);
/** The currency in which AWS bills. */
const billCurrency = 'USD';

/** The checks of the fields of a party: the API checks the digits of an IBAN. */
const partyChecks = (t: Translate): Partial<Record<string, Pick<AmountField, 'reads' | 'fault' | 'hint'>>> => ({
  taxNumber: { reads: source, hint: t('billing-rules.tax-number-hint') },
  registrationNumber: { reads: source, hint: t('billing-rules.registration-hint') },
  country: { reads: written(/^[A-Z]{2}$/), fault: t('billing-rules.country-fault') },
  email: { reads: written(/^\S+@\S+\.\S+$/), fault: t('billing-rules.email-fault') },
  iban: { reads: written(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/), fault: t('billing-rules.iban-fault') },
  bic: { reads: written(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/), fault: t('billing-rules.bic-fault') },
});

/** The list of the members as buyers: what an invoice must say of them. */
const cycleChoices = (t: Translate) => cycles.map((value) => ({ value, label: t(`billing-rules.cycle-${value}`) }));

/** The members with a cycle of their own. */
const cyclesList = (t: Translate, members: readonly { memberId: string; name: string }[]): PolicyList => ({
  ...{ key: 'memberCycles', label: t('billing-rules.cycles'), hint: t('billing-rules.cycles-hint') },
  columns: [
    {
      ...{ key: 'memberId', label: t('billing-rules.member') },
      choices: members.map(({ memberId, name }) => ({ value: memberId, label: name })),
    },
    { key: 'cycle', label: t('billing-rules.cycle'), choices: cycleChoices(t) },
  ],
});

const buyersList = (t: Translate, members: readonly { memberId: string; name: string }[]): PolicyList => ({
  ...{ key: 'buyers', label: t('billing-rules.buyers'), hint: t('billing-rules.buyers-hint') },
  columns: [
    {
      ...{ key: 'memberId', label: t('billing-rules.member') },
      choices: members.map(({ memberId, name }) => ({ value: memberId, label: name })),
    },
    ...buyerFields.map((field): AmountField => {
      const label = t(field === 'name' ? 'billing-rules.buyer-name' : `billing-rules.party-${field}`);
      const checks = { reads: source, ...partyChecks(t)[field] };
      const hint = mayBeEmpty(field) ? t('billing-rules.seller-hint') : '';
      return { key: field, label, hint, isOptional: mayBeEmpty(field), ...checks };
    }),
  ],
});

const billingShape = (
  t: Translate,
  minor: (text: string) => number | undefined,
  members: readonly { memberId: string; name: string }[],
): PolicyShape => {
  const blocks: AmountField = {
    ...{ key: 'block', label: t('billing-rules.block') },
    choices: taxedBlocks.map((value) => ({ value, label: t(`block.${value}`) })),
  };
  return {
    fields: [
      { key: 'issuer', label: t('billing-rules.issuer'), hint: t('billing-rules.issuer-hint'), isOptional: true },
      ...sellerFields.map((field) => ({
        ...{
          key: `seller-${field}`,
          label: t(`billing-rules.seller-${field}`),
          hint: t('billing-rules.seller-hint'),
          isOptional: true,
        },
        ...partyChecks(t)[field],
      })),
      {
        ...{ key: 'currency', label: t('billing-rules.currency'), hint: t('billing-rules.currency-hint') },
        ...{ reads: currency, isOptional: true, fault: t('billing-rules.currency-fault') },
      },
      { key: 'daysToPay', label: t('billing-rules.days'), reads: wholeWithin(0, 365) },
      {
        ...{ key: 'fiscalYearStartsIn', label: t('billing-rules.year') },
        choices: months.map((value) => ({ value, label: t(`billing-rules.month-${value}`) })),
      },
      { key: 'cycle', label: t('billing-rules.cycle'), hint: t('billing-rules.cycle-hint'), choices: cycleChoices(t) },
      ...billedBlocks.map((block) => ({
        ...{ key: `mode-${block}`, label: t(`block.${block}`) },
        choices: modes.map((value) => ({ value, label: t(`mode.${value}`) })),
      })),
      { key: 'adjust-percent', label: t('billing-rules.adjust-percent'), reads: wholeWithin(0, 1000) },
      { key: 'adjust-credit', label: t('billing-rules.adjust-credit'), reads: minor },
      { key: 'adjust-one-off', label: t('billing-rules.adjust-one-off'), reads: minor },
      { key: 'adjust-months', label: t('billing-rules.adjust-months'), reads: wholeWithin(0, 120) },
      ...thresholds.map((name) => ({
        ...{ key: `explain-${name}`, label: t(`billing-rules.explain-${name}`), reads: minor },
        hint: t(`billing-rules.explain-${name}-hint`),
      })),
      {
        ...{ key: 'bankFees', label: t('billing-rules.bank-fees') },
        choices: bankFeeRules.map((value) => ({ value, label: t(`billing-rules.bank-fees-${value}`) })),
      },
      {
        ...{ key: 'reminder-language', label: t('billing-rules.reminder-language') },
        choices: reminderLanguages.map((value) => ({ value, label: t(`billing-rules.language-${value}`) })),
      },
    ],
    lists: [
      buyersList(t, members),
      cyclesList(t, members),
      {
        ...{ key: 'reminders', label: t('billing-rules.reminders'), hint: t('billing-rules.reminders-hint') },
        columns: [
          { key: 'daysAfterDue', label: t('billing-rules.days-after-due'), reads: wholeWithin(1, 365) },
          {
            ...{ key: 'text', label: t('billing-rules.reminder-text'), hint: t('billing-rules.reminder-text-hint') },
            ...{ reads: written(/^\S.{0,999}$/), isOptional: true },
          },
        ],
      },
      {
        ...{ key: 'tax', label: t('billing-rules.tax'), hint: t('billing-rules.tax-hint') },
        columns: [
          blocks,
          {
            ...{ key: 'category', label: t('billing-rules.category') },
            choices: taxCategories.map((value) => ({ value, label: t(`billing-rules.tax-${value}`) })),
          },
          { key: 'rate', label: t('billing-rules.rate'), reads: taxRateOf },
          {
            ...{ key: 'exemption', label: t('billing-rules.exemption'), hint: t('billing-rules.exemption-hint') },
            ...{ reads: written(/^VATEX-[A-Z]{2}-[A-Z0-9-]{1,20}$/), isOptional: true },
          },
        ],
      },
      {
        ...{ key: 'rates', label: t('billing-rules.rates'), hint: t('billing-rules.rates-hint') },
        columns: [
          { key: 'from', label: t('billing-rules.from'), reads: currency, fault: t('billing-rules.currency-fault') },
          { key: 'rate', label: t('billing-rules.exchange'), reads: decimal },
          { key: 'source', label: t('billing-rules.source'), reads: source },
          { key: 'date', label: t('billing-rules.date'), reads: isDay, fault: t('billing-rules.date-fault') },
        ],
      },
      {
        ...{ key: 'booksCodes', label: t('billing-rules.books'), hint: t('billing-rules.books-hint') },
        columns: [
          {
            ...{ key: 'account', label: t('books.account') },
            choices: booksAccounts.map((value) => ({ value, label: t(`books-account.${value}`) })),
          },
          {
            ...{ key: 'code', label: t('billing-rules.code'), reads: written(/^[A-Za-z0-9][A-Za-z0-9./-]{0,19}$/) },
            fault: t('billing-rules.code-fault'),
          },
        ],
      },
      {
        ...{ key: 'recurring', label: t('billing-rules.recurring'), hint: t('billing-rules.recurring-hint') },
        columns: [
          {
            ...{ key: 'kind', label: t('billing-rules.kind') },
            choices: explainedKinds.map((value) => ({ value, label: t(`billing-rules.kind-${value}`) })),
          },
          { key: 'service', label: t('billing-rules.service'), hint: t('billing-rules.service-hint'), reads: source },
          { key: 'usageType', label: t('billing-rules.usage-type'), hint: t('policy.any'), isOptional: true },
          { key: 'atMost', label: t('billing-rules.at-most'), reads: minor },
          { key: 'reason', label: t('billing-rules.reason'), reads: written(/^\S.{2,499}$/) },
          { key: 'until', label: t('billing-rules.until'), reads: aMonth, fault: t('billing-rules.until-fault') },
        ],
      },
    ],
  };
};

/** The page of the rules for billing: what is charged, tax, payment, exchange rates, and which differences from
 * the bill of AWS must be explained. The consortium's administrator adopts them. */
export const BillingRulesPage = () => {
  const t = useTranslate();
  const { typed, minor } = useFormat();
  const inMinor = (text: string) => minor(text, billCurrency);
  const { members } = useDirectory();
  const shape = billingShape(t, inMinor, members);
  return (
    <PolicyValuesPage
      path="/billing-rules"
      title={t('billing-rules.title')}
      noneAdopted={t('billing-rules.none-adopted')}
      rules={{
        ...{ kind: 'billing', shape: () => shape, meaning: t('billing-rules.adopt-meaning') },
        read: (version) => billingValues(version, (one) => typed(one, billCurrency)),
        write: (_, values) => ({ kind: 'billing', body: withBillingValues(values, inMinor) }),
      }}
    />
  );
};
