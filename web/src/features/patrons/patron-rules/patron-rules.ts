import { yes } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of patrons. */
export type PatronsVersion = PolicyVersion<'patrons'>;
type Body = PatronsVersion['body'];
type Anonymise = Body['loans']['anonymise'];
type AnonymiseWithFees = Body['loans']['anonymiseWithFees'];

export const sees = ['nothing', 'amounts-and-dates', 'titles'] as const;
export const anonymised = ['at-close', 'after-days', 'never'] as const;
export const settled = ['settled', 'after-days', 'never'] as const;

/** The rules of the API until the consortium adopts others. */
const usual = {
  cards: { validMonths: 36, perCategory: {}, renewFromDaysBefore: 60, maxOwed: null },
  loans: { anonymise: { when: 'at-close' }, anonymiseWithFees: { when: 'settled' }, historyDays: 36_500 },
  minors: { guardianSees: 'amounts-and-dates', teacherSees: 'amounts-and-dates' },
  sharing: { optIn: false, restricted: [] },
  merging: { oldCard: 'refused' },
  selfRegistration: {
    ...{ open: false, category: 'temporary', days: 30, mayBorrow: false },
    ...{ codeMinutes: 30, perAddress: 3, perBranchHour: 60 },
  },
  ...{ pins: { shortest: 6 }, forgottenPin: { codeMinutes: 15, perDay: 3 } },
  ...{ categories: {}, residences: {}, classes: {} },
} satisfies Body;

const bodyOf = (version: PatronsVersion | undefined): Body => ({ ...usual, ...version?.body });
const text = (value: number | null | undefined): string => (value === undefined || value === null ? '' : String(value));
const daysOf = (rule: Anonymise | AnonymiseWithFees): string => ('days' in rule ? String(rule.days) : '');

/** Returns the rules of a version as typed; `typed` writes an amount in major units. */
export const patronValues = (version: PatronsVersion | undefined, typed: (minor: number) => string): PolicyValues => {
  const { cards, loans, minors, sharing, merging, selfRegistration, categories, residences } = bodyOf(version);
  return {
    texts: {
      ...{ validMonths: text(cards.validMonths), renewFromDaysBefore: text(cards.renewFromDaysBefore) },
      maxOwed: cards.maxOwed === null ? '' : typed(cards.maxOwed),
      ...{ anonymise: loans.anonymise.when, anonymiseDays: daysOf(loans.anonymise) },
      ...{ withFees: loans.anonymiseWithFees.when, withFeesDays: daysOf(loans.anonymiseWithFees) },
      ...{ historyDays: text(loans.historyDays), guardianSees: minors.guardianSees, teacherSees: minors.teacherSees },
      ...{ optIn: yes(sharing.optIn), oldCard: merging.oldCard, open: yes(selfRegistration.open) },
      ...{ category: selfRegistration.category, days: text(selfRegistration.days) },
      mayBorrow: yes(selfRegistration.mayBorrow),
    },
    lists: {
      categories: Object.entries(categories).map(([code, { name = '', fromAge, untilAge, becomes = '' }]) => ({
        texts: { code, name, fromAge: text(fromAge), untilAge: text(untilAge), becomes },
      })),
      terms: Object.entries(cards.perCategory).map(([code, months]) => ({ texts: { code, months: text(months) } })),
      residences: Object.entries(residences).map(([code, name]) => ({ texts: { code, name } })),
    },
  };
};

const trimmed = (value = ''): string => value.trim();
const optional = <N extends string>(name: N, value: string | undefined) =>
  trimmed(value) === '' ? {} : ({ [name]: Number(value) } as { [name in N]?: number });
const pick = <C extends string>(choices: readonly C[], value: string | undefined, other: C): C =>
  choices.find((choice) => choice === value) ?? other;

/** Returns the policy with the rules as typed; PINs, classes and all else stay. */
export const withPatronValues = (
  version: PatronsVersion | undefined,
  { texts, lists }: PolicyValues,
  minor: (text: string) => number | undefined,
): Body => {
  const body = bodyOf(version);
  const rows = (key: string) => (lists[key] ?? []).map((row) => row.texts);
  const anonymise = pick(anonymised, texts.anonymise, 'at-close');
  const withFees = pick(settled, texts.withFees, 'settled');
  const categories = rows('categories').map(({ code, name, fromAge, untilAge, becomes }) => [
    trimmed(code),
    {
      ...(trimmed(name) && { name: trimmed(name) }),
      ...{ ...optional('fromAge', fromAge), ...optional('untilAge', untilAge) },
      ...(trimmed(becomes) && { becomes: trimmed(becomes) }),
    },
  ]);
  return {
    ...body,
    cards: {
      ...{ ...body.cards, validMonths: Number(texts.validMonths) },
      perCategory: Object.fromEntries(rows('terms').map(({ code, months }) => [trimmed(code), Number(months)])),
      ...{ renewFromDaysBefore: Number(texts.renewFromDaysBefore), maxOwed: minor(texts.maxOwed ?? '') ?? null },
    },
    loans: {
      ...body.loans,
      anonymise:
        anonymise === 'after-days' ? { when: anonymise, days: Number(texts.anonymiseDays) } : { when: anonymise },
      anonymiseWithFees:
        withFees === 'after-days' ? { when: withFees, days: Number(texts.withFeesDays) } : { when: withFees },
      historyDays: Number(texts.historyDays),
    },
    minors: {
      guardianSees: pick(sees, texts.guardianSees, body.minors.guardianSees),
      teacherSees: pick(sees, texts.teacherSees, body.minors.teacherSees),
    },
    sharing: { ...body.sharing, optIn: texts.optIn === 'yes' },
    merging: { oldCard: texts.oldCard === 'works' ? 'works' : 'refused' },
    selfRegistration: {
      ...{ ...body.selfRegistration, open: texts.open === 'yes', category: trimmed(texts.category) },
      ...{ days: Number(texts.days), mayBorrow: texts.mayBorrow === 'yes' },
    },
    categories: Object.fromEntries(categories),
    residences: Object.fromEntries(rows('residences').map(({ code, name }) => [trimmed(code), trimmed(name)])),
  };
};
