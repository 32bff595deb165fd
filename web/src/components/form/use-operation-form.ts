import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { FormRule, FormRules } from '../../../build/form-rules.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useReasonText } from '../use-reason-texts.ts';
import { checkField } from './check-field.ts';

type Values = Record<string, string | boolean>;

const types: Partial<Record<NonNullable<FormRule['kind']>, string>> = { email: 'email', date: 'date', uri: 'url' };

/** Removes the spaces around each text, and leaves out the fields that were left empty. */
const filled = <T extends Values>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== ''),
  ) as Partial<T>;

/** The field of a reason of the API: `/body/person/name` is `person.name`. */
const fieldOf = (pointer: string): string => pointer.replace(/^\/body\//, '').replaceAll('/', '.');

type Options<T extends Values> = {
  /** The rules of the operation: the default import of `virtual:form/<operation id>`. */
  rules: FormRules;
  initial: T;
  /** The path in the body for each field whose name is another. */
  paths?: Partial<Record<keyof T & string, string>>;
};

/**
 * A form for the body of an operation. Labels, limits and checks of its fields come from the schema of the operation; reasons of a refusal
 * are shown at the fields that their pointers name. `failed` is the rest of the refusal, for a notice above the form.
 */
export const useOperationForm = <T extends Values>({ rules, initial, paths = {} }: Options<T>) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const [failed, setFailed] = useState<Problem>();
  const pathOf = (name: string): string => (paths as Record<string, string | undefined>)[name] ?? name;
  const names = Object.keys(initial) as (keyof T & string)[];
  const form = useForm<T>({
    initialValues: initial,
    validate: (values) =>
      Object.fromEntries(
        names.flatMap((name) => {
          const found = checkField(values[name], rules[pathOf(name)] ?? {});
          return found ? [[name, t(`form.${found.fault}`, { bound: found.bound })]] : [];
        }),
      ),
  });
  /** Shows a refusal: at the fields that it names, and the rest by `failed`. */
  const refused = (thrown: unknown): void => {
    const problem = asProblem(thrown);
    const atField = (pointer: string) => names.find((name) => fieldOf(pointer) === pathOf(name));
    const shown = problem.reasons.filter(({ pointer }) => atField(pointer) !== undefined);
    for (const reason of shown.toReversed()) form.setFieldError(atField(reason.pointer) ?? '', reasonText(reason));
    const first = shown[0] && atField(shown[0].pointer);
    if (first) form.getInputNode(first)?.focus();
    const reasons = problem.reasons.filter((reason) => !shown.includes(reason));
    const isAllShown = shown.length > 0 && reasons.length === 0;
    const { status, code, message, requestId, retryAfter } = problem;
    setFailed(isAllShown ? undefined : new Problem(status, code, message, { reasons, requestId, retryAfter }));
  };
  const field = (name: keyof T & string) => {
    const { required = false, max, kind } = rules[pathOf(name)] ?? {};
    return {
      ...form.getInputProps(name),
      ...{ key: form.key(name), name, required, 'data-path': name },
      ...(kind !== 'number' && kind !== 'date' && max !== undefined && { maxLength: max }),
      ...(kind !== undefined && types[kind] !== undefined && { type: types[kind] }),
    };
  };
  return {
    form,
    values: form.values,
    failed,
    refused,
    /** The properties of a text field. */
    text: field,
    /** The properties of a check box. */
    check: (name: keyof T & string) => ({ ...form.getInputProps(name, { type: 'checkbox' }), name }),
    reset: (): void => {
      form.reset();
      setFailed(undefined);
    },
    /** Returns the handler of the form's submit event: it checks the fields, then calls `send` with what was filled in. */
    submit: (send: (values: Partial<T>) => void) =>
      form.onSubmit(
        (values) => {
          setFailed(undefined);
          send(filled(values));
        },
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      ),
  };
};
