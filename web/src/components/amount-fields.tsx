import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Fragment, useId } from 'react';
import { useTranslate } from '../i18n/translate.ts';

/**
 * One value of a policy: its name, its text as typed, and what it means. An empty text is no limit where that is allowed. `reads` parses
 * a text; undefined when it cannot be read. A value with `choices` is one of them.
 */
export type AmountField = {
  key: string;
  label: string;
  hint?: string;
  isOptional?: boolean;
  reads?: (text: string) => number | undefined;
  /** The error of a text that cannot be parsed. */
  fault?: string;
  choices?: readonly { value: string; label: string }[];
  /** Whether its text has several codes, separated by commas. */
  isSeveral?: true;
  /** What its codes name: the form suggests them, and a reader sees their names. */
  names?: 'places' | 'itemTypes';
  /** Codes to choose from, with their names; another code may be typed. */
  suggestions?: readonly { value: string; label: string }[];
  /** Returns a text, beside the others of its entry, as it is read: an amount with its currency. */
  shows?: (text: string, others: Amounts) => string;
  /** What an empty text means, in a table. */
  none?: string;
};
export type Amounts = Readonly<Record<string, string>>;

/** Reads a whole number; undefined when it is none. */
export const wholeOf = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** Returns whether the text of a value can be read. */
export const isReadable = ({ key, isOptional, reads }: AmountField, amounts: Amounts): boolean => {
  const text = (amounts[key] ?? '').trim();
  return reads === undefined || reads(text) !== undefined || (isOptional === true && text === '');
};

/** Returns a function that reads a whole number within limits; undefined when it is none. */
export const wholeWithin =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = wholeOf(text);
    return value !== undefined && value >= least && value <= most ? value : undefined;
  };

/** Returns whether all numbers can be read: no other value is adopted than the one that was typed. */
export const areReadable = (fields: readonly AmountField[], amounts: Amounts): boolean =>
  fields.every((field) => isReadable(field, amounts));

const Suggestions = ({ id, of }: { id: string; of: NonNullable<AmountField['suggestions']> }) => (
  <datalist id={id}>
    {of.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </datalist>
);

/** Returns the codes of a text, which commas or spaces separate. */
export const codesOf = (text: string): string[] => text.split(/[\s,]+/).filter((one) => one !== '');

type SeveralProps = { field: AmountField; text: string; refused: string | undefined; write: (text: string) => void };

/** A value that has some of its choices. */
const Several = ({ field: { label, choices = [] }, text, refused, write }: SeveralProps) => {
  const chosen = codesOf(text);
  const changed = (code: string): string =>
    choices.flatMap(({ value }) => (chosen.includes(value) !== (value === code) ? [value] : [])).join(', ');
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.map((one) => (
        <Checkbox
          key={one.value}
          size="sm"
          label={one.label}
          checked={chosen.includes(one.value)}
          onChange={() => write(changed(one.value))}
        />
      ))}
      {refused !== undefined && <p className="bad">{refused}</p>}
    </fieldset>
  );
};

type Props = {
  fields: readonly AmountField[];
  amounts: Amounts;
  change: (amounts: Amounts) => void;
  /** Returns why the API refused a value, if it did. */
  refusedFor?: (key: string) => string | undefined;
};

/** The fields of the numbers and amounts of a policy. */
export const AmountFields = ({ fields, amounts, change, refusedFor }: Props) => {
  const t = useTranslate();
  const id = useId();
  return fields.map((field) => {
    const { key, label, hint, isOptional, fault, choices, suggestions } = field;
    const refused = refusedFor?.(key);
    if (choices && field.isSeveral)
      return (
        <Several
          {...{ key, field, refused }}
          text={amounts[key] ?? ''}
          write={(text) => change({ ...amounts, [key]: text })}
        />
      );
    if (choices)
      return (
        <NativeSelect
          {...{ key, size: 'sm', label, data: [...choices], value: amounts[key] ?? '' }}
          {...(hint !== undefined && hint !== '' && { description: hint })}
          {...(refused !== undefined && { error: refused })}
          onChange={({ currentTarget }) => change({ ...amounts, [key]: currentTarget.value })}
        />
      );
    const isWrong = (amounts[key] ?? '') !== '' && !isReadable(field, amounts);
    return (
      <Fragment key={key}>
        <TextInput
          size="sm"
          {...(suggestions ? { list: `${id}${key}` } : fault === undefined && { inputMode: 'decimal' })}
          required={!isOptional}
          withAsterisk={false}
          label={label}
          {...((hint ?? isOptional) && { description: hint ?? t('policy.empty-no-limit') })}
          {...((isWrong || refused !== undefined) && { error: isWrong ? (fault ?? t('policy.unreadable')) : refused })}
          value={amounts[key] ?? ''}
          onChange={({ currentTarget }) => change({ ...amounts, [key]: currentTarget.value })}
        />
        {suggestions && <Suggestions id={`${id}${key}`} of={suggestions} />}
      </Fragment>
    );
  });
};

/** Returns the text of a value as it is shown: of a choice its label. `others` are the texts of its entry. */
export const shownValue = ({ choices, isSeveral, shows }: AmountField, text: string, others: Amounts = {}): string => {
  const labelOf = (code: string) =>
    choices?.find(({ value }) => value === code)?.label ?? (shows && code !== '' ? shows(code, others) : code);
  return isSeveral ? codesOf(text).map(labelOf).join(', ') : labelOf(text);
};

/** Returns in words which texts differ from those in force. */
export const amountChanges = (
  fields: readonly AmountField[],
  before: Amounts,
  after: Amounts,
  say: (value: string, before: string, after: string) => string,
): string[] =>
  fields.flatMap((field) => {
    const { key, label } = field;
    if (!isReadable(field, after)) return [];
    const [was, is] = [(before[key] ?? '').trim(), (after[key] ?? '').trim()];
    return was === is ? [] : [say(label, shownValue(field, was), shownValue(field, is))];
  });
