import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { type Translate, useTranslate } from '../i18n/translate.ts';
import { AmountFields, type Amounts, shownValue } from './amount-fields.tsx';
import { usePolicyNames } from './policy-names.ts';
import { AdoptPolicyForm, PolicyPage } from './policy-page.tsx';
import { PolicyRows } from './policy-rows.tsx';
import { PolicyTable } from './policy-table.tsx';
import { areValuesReadable, mergeValues, type PolicyShape, type PolicyValues, valueChanges } from './policy-values.ts';
import { inForceAt, type PolicyKind, type PolicyVersion } from './policy-versions.ts';
import type { AdoptedPolicy } from './use-policies.ts';

/** How a page shows and changes a policy: its values, how they are read from a version, and the policy that follows from them. */
type PolicyRules<K extends PolicyKind> = {
  kind: K;
  /** Returns what the page has; with the values as typed, only what they need. */
  shape: (texts: Amounts) => PolicyShape;
  /** Returns the values of a version; those of the API where none is adopted. */
  read: (version: PolicyVersion<K> | undefined) => PolicyValues;
  /** Returns the policy with the values; all that the page does not show stays. */
  write: (version: PolicyVersion<K> | undefined, values: PolicyValues) => AdoptedPolicy;
  meaning: string;
  /** Returns what stands below the form, for the values as entered: a preview. */
  beside?: (values: PolicyValues) => ReactNode;
};

type Shape = (texts: Amounts) => PolicyShape;

const differencesIn = (t: Translate, shape: Shape) => (before: PolicyValues, after: PolicyValues) => {
  const none = t('policy.none');
  return valueChanges(shape(after.texts), before, after, {
    becomes: (value, was, is) => t('policy.becomes', { value, before: was || none, after: is || none }),
    added: (list, entry) => t('policy.added', { list, entry }),
    removed: (list, entry) => t('policy.removed', { list, entry }),
  });
};

type FormProps<K extends PolicyKind> = { versions: readonly PolicyVersion<K>[]; rules: PolicyRules<K> };

/** The form of all values of a policy. */
const ValuesForm = <K extends PolicyKind>({ versions, rules }: FormProps<K>) => {
  const t = useTranslate();
  const { read, write, meaning, beside } = rules;
  const { date } = useFormat();
  const [inForce] = useState(() => inForceAt(versions, new Date().toISOString()));
  const [values, setValues] = useState(() => read(inForce));
  // The version whose values are adopted again: also those that the page does not show.
  const [base, setBase] = useState<PolicyVersion<K>>();
  const beginWith = (number: string): void => {
    const chosen = versions.find(({ version }) => String(version) === number);
    setBase(chosen === inForce ? undefined : chosen);
    setValues(read(chosen));
  };
  const shape = rules.shape(values.texts);
  const differences = differencesIn(t, rules.shape);
  return (
    <>
      <AdoptPolicyForm
        {...{ versions, meaning, isReady: areValuesReadable(shape, values) }}
        policyAfter={(before) => write(base ?? before, values)}
        differences={(before) => differences(read(before), values)}
        mergeInto={(before, later) =>
          mergeValues(shape, { before: read(before), mine: values, theirs: read(later) }, (merged) =>
            write(later, merged),
          )
        }
      >
        {inForce && versions.length > 1 && (
          <NativeSelect
            size="sm"
            label={t('policy.begin-with')}
            value={String((base ?? inForce).version)}
            onChange={({ currentTarget: { value } }) => beginWith(value)}
          >
            {versions.map((one) => (
              <option key={one.version} value={one.version}>
                {t('policy.version-of', { version: one.version, day: date(one.effectiveFrom) })}
              </option>
            ))}
          </NativeSelect>
        )}
        <AmountFields
          fields={shape.fields}
          amounts={values.texts}
          change={(texts) => setValues({ ...values, texts })}
        />
        {shape.lists.map((list) => (
          <PolicyRows
            key={list.key}
            list={list}
            rows={values.lists[list.key] ?? []}
            change={(rows) => setValues({ ...values, lists: { ...values.lists, [list.key]: rows } })}
          />
        ))}
      </AdoptPolicyForm>
      {beside?.(values)}
    </>
  );
};

type PageProps<K extends PolicyKind> = { title: string; path: string; noneAdopted: string; rules: PolicyRules<K> };

/** The page of a policy of many values: what applies now, what each version changed, and the form. */
export const PolicyValuesPage = <K extends PolicyKind>({ rules: given, ...page }: PageProps<K>) => {
  const t = useTranslate();
  const withNames = usePolicyNames();
  const shape = (texts: Amounts) => withNames(given.shape(texts));
  const rules = { ...given, shape };
  const { kind, read } = rules;
  const differences = differencesIn(t, shape);
  const details = (version: PolicyVersion<K> | undefined) => {
    const values = read(version);
    const { fields, lists } = shape(values.texts);
    return [
      ...fields.map((field) => ({
        label: field.label,
        value: shownValue(field, values.texts[field.key] ?? '') || t('policy.none'),
      })),
      ...lists.map((list) => ({
        ...{ label: list.label, isWide: true },
        value: <PolicyTable list={list} rows={values.lists[list.key] ?? []} />,
      })),
    ];
  };
  const changed = (version: PolicyVersion<K>, before: PolicyVersion<K> | undefined) => {
    const changes = differences(read(before), read(version));
    if (changes.length < 2) return changes[0] ?? t('policy.none');
    return (
      <ul className="policy-entries">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    );
  };
  return (
    <PolicyPage
      {...{ ...page, kind, details }}
      columns={[{ heading: t('policy.changed'), cell: changed }]}
      form={(versions) => <ValuesForm versions={versions} rules={rules} />}
    />
  );
};
