import type { Translate } from '../i18n/translate.ts';
import { type AmountField, codesOf } from './amount-fields.tsx';
import type { PolicyValues } from './policy-values.ts';

/** Returns a function that accepts texts of a form. */
export const written =
  (form: RegExp) =>
  (text: string): number | undefined =>
    form.test(text.trim()) ? 0 : undefined;

/** Accepts a code: small letters, digits and hyphens. */
export const isCode = written(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Accepts a library or a branch. */
export const isPlace = written(/^[a-z0-9][a-z0-9.-]{1,80}$/);

/** Accepts a day, as in 2027-06-30. */
export const isDay = written(/^\d{4}-\d\d-\d\d$/);

/** Returns the column of a code. */
export const codeColumn = (t: Translate, key: string, label: string, isOptional = false): AmountField => ({
  ...{ key, label, reads: isCode, fault: t('policy.code-fault'), isOptional },
  ...(isOptional && { hint: t('policy.any') }),
});

/** Returns the column of a library or branch. */
export const placeColumn = (t: Translate, key: string, label: string, isOptional = false): AmountField => ({
  ...{ key, label, reads: isPlace, fault: t('policy.place-fault'), isOptional, names: 'places' },
  ...(isOptional && { hint: t('policy.any') }),
});

/** Returns the column of an item type, which an entry need not name. */
export const itemTypeColumn = (t: Translate): AmountField => ({
  ...{ ...codeColumn(t, 'itemCategory', t('policy.item-type'), true), names: 'itemTypes' },
});

/** Returns the columns that say to which items an entry applies. */
export const itemColumns = (t: Translate): AmountField[] => [
  placeColumn(t, 'owner', t('policy.owner'), true),
  itemTypeColumn(t),
  { key: 'location', label: t('policy.location'), hint: t('policy.any'), isOptional: true },
];

/** Returns the column of yes or no. */
export const yesOrNoColumn = (t: Translate, key: string, label: string): AmountField => ({
  ...{ key, label, choices: (['no', 'yes'] as const).map((value) => ({ value, label: t(`policy.${value}`) })) },
});

/** The items to which an entry of a policy applies; without conditions, all. */
export type ItemScope = { owner?: string; itemCategory?: string; location?: string };
export type Texts = Readonly<Record<string, string>>;

/** Returns a function that returns the texts of the entries of a list. */
export const rowsOf =
  ({ lists }: PolicyValues) =>
  (key: string): Texts[] =>
    (lists[key] ?? []).map(({ texts }) => texts);

export const trimmed = (value = ''): string => value.trim();
/** Returns the parts of a text that commas or spaces separate. */
export const parts = (value = ''): string[] => codesOf(value);
export const yes = (is: boolean | undefined): string => (is ? 'yes' : 'no');
/** Returns a text as an attribute, absent when it is empty. */
export const unlessEmpty = <N extends string>(name: N, value: string | undefined) =>
  trimmed(value) === '' ? {} : ({ [name]: trimmed(value) } as { [name in N]?: string });
/** Returns a whole number as an attribute, absent when its text is empty. */
export const numberUnlessEmpty = <N extends string>(name: N, value: string | undefined) =>
  trimmed(value) === '' ? {} : ({ [name]: Number(value) } as { [name in N]?: number });

export const itemTexts = ({ owner = '', itemCategory = '', location = '' }: ItemScope) => ({
  ...{ owner, itemCategory, location },
});
export const itemsOf = ({ owner, itemCategory, location }: Texts): ItemScope => ({
  ...{
    ...unlessEmpty('owner', owner),
    ...unlessEmpty('itemCategory', itemCategory),
    ...unlessEmpty('location', location),
  },
});
