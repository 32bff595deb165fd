import { rowsOf, yes } from '../../../components/policy-columns.ts';
import type { PolicyRow, PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { type Editing, editedValues, enteredValues } from '../loan-rules/rule-values.ts';
import { firstBody } from './first-rules.ts';

/** A version of the loan rules. */
export type LoanRulesVersion = PolicyVersion<'loan-rules'>;
type Body = LoanRulesVersion['body'];

/** Who may decide a kind of value. */
export const deciders = ['owner', 'checkout', 'consortium'] as const;
/** What is decided by one of the three. */
export const decided = ['lending', 'fines', 'lost', 'shelf'] as const;
/** Whose hours count for due dates. */
export const calendars = ['owner', 'checkout'] as const;
export const closedDays = ['later', 'earlier', 'keep'] as const;
export const depths = ['consortium', 'member', 'branch'] as const;
/** The conditions that have a weight, the heaviest first as the API weighs them. */
export const weighed = [
  ...(['itemOwnerBranch', 'itemOwnerMember', 'location', 'itemCategory', 'patronCategory'] as const),
  ...(['patronResidence', 'patronHome', 'checkoutBranch', 'checkoutMember'] as const),
] satisfies (keyof Body['weights'])[];

const joined = (values: readonly string[] = []): string => values.join(', ');
const parts = (text = ''): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Returns the loan rules of a version; those to begin with without one. */
const bodyOf = (version: LoanRulesVersion | undefined, currency: string): Body => version?.body ?? firstBody(currency);

export type General = Editing & { currency: string };

/** Returns the general loan rules of a version as typed. */
export const generalValues = (version: LoanRulesVersion | undefined, editing: General): PolicyValues => {
  const body = bodyOf(version, editing.currency);
  const base = enteredValues(body.base, editing.none, editing.typed);
  const row = (texts: PolicyRow['texts']): PolicyRow => ({ texts });
  return {
    texts: {
      ...base.texts,
      ...Object.fromEntries(decided.map((kind) => [`decides-${kind}`, body.deciders[kind]])),
      ...Object.fromEntries(weighed.map((name) => [`weight-${name}`, String(body.weights[name])])),
      ...{ calendar: body.deciders.calendar, closedDays: body.closedDays },
      ...{ dueNotPastExpiry: yes(body.dueNotPastExpiry), expiredMayRenew: yes(body.expiredMayRenew) },
    },
    lists: {
      ...base.lists,
      itemTypes: body.itemTypes.map((code) => row({ code })),
      equipmentTypes: body.equipmentTypes.map((code) => row({ code })),
      groups: Object.entries(body.groups).map(([group, types]) => row({ group, types: joined(types) })),
      limitGroups: Object.entries(body.limitGroups).map(([group, { itemCategories, locations, depth }]) =>
        row({ group, depth, types: joined(itemCategories), locations: joined(locations) }),
      ),
    },
  };
};

/** Returns the loan rules with the general ones as typed; the rules of single cases stay. */
export const withGeneralValues = (
  version: LoanRulesVersion | undefined,
  values: PolicyValues,
  editing: General,
): Body => {
  const before = bodyOf(version, editing.currency);
  const { texts, lists } = values;
  const rows = rowsOf(values);
  const is = (name: string): boolean => texts[name] === 'yes';
  const oneOf = <T extends string>(choices: readonly T[], text: string | undefined, other: T): T =>
    choices.find((choice) => choice === text) ?? other;
  const codes = (key: string) => rows(key).map(({ code = '' }) => code.trim());
  const unlessEmpty = (name: string, entries: readonly string[]) => (entries.length === 0 ? {} : { [name]: entries });
  // The values for all cases have closed days of their own, which the form does not show beside those of all loans.
  const { closedDays: _, ...ofBase } = texts;
  const baseClosedDays = enteredValues(before.base, editing.none, editing.typed).texts.closedDays ?? '';
  return {
    ...before,
    base: editedValues(
      before.base,
      { texts: { ...ofBase, closedDays: baseClosedDays }, lists },
      editing,
    ) as Body['base'],
    deciders: {
      ...before.deciders,
      ...Object.fromEntries(decided.map((kind) => [kind, oneOf(deciders, texts[`decides-${kind}`], 'owner')])),
      calendar: oneOf(calendars, texts.calendar, 'checkout'),
    },
    weights: {
      ...before.weights,
      ...Object.fromEntries(weighed.map((name) => [name, Number(texts[`weight-${name}`])])),
    },
    closedDays: oneOf(closedDays, texts.closedDays, 'later'),
    ...{ dueNotPastExpiry: is('dueNotPastExpiry'), expiredMayRenew: is('expiredMayRenew') },
    ...{ itemTypes: codes('itemTypes'), equipmentTypes: codes('equipmentTypes') },
    groups: Object.fromEntries(rows('groups').map(({ group = '', types }) => [group.trim(), parts(types)])),
    limitGroups: Object.fromEntries(
      rows('limitGroups').map(({ group = '', types, locations, depth }) => [
        group.trim(),
        {
          ...{ ...unlessEmpty('itemCategories', parts(types)), ...unlessEmpty('locations', parts(locations)) },
          depth: oneOf(depths, depth, 'consortium'),
        },
      ]),
    ),
  };
};
