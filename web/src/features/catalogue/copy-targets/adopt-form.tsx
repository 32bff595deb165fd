import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { AdoptPolicyForm } from '../../../components/policy-page.tsx';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Targets = PolicyVersion<'copy-targets'>;
type Target = Targets['body']['targets'][number];
type Row = Target & { key: number };

const fields = ['name', 'address', 'database', 'syntax'] as const;
const empty = { name: '', address: '', syntax: 'marcxml', version: '1.2' as const };

const bare = ({ key: _, database = '', ...row }: Row): Target => ({
  ...row,
  ...(database.trim() !== '' && { database: database.trim() }),
});

/** The form with which an administrator adopts the catalogues from which records are copied: one line a catalogue. */
export const AdoptForm = ({ versions }: { versions: readonly Targets[] }) => {
  const t = useTranslate();
  const next = useRef(0);
  const [rows, setRows] = useState<Row[]>(() =>
    (inForceAt(versions, new Date().toISOString())?.body.targets ?? [empty]).map((target) => ({
      ...{ ...target, key: next.current++ },
    })),
  );
  const put = (key: number, more: Partial<Target>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const isReady = rows.every(({ name, address }) => name.trim() !== '' && /^https?:\/\/\S+$/.test(address));
  const policyAfter = () => ({ kind: 'copy-targets' as const, body: { targets: rows.map(bare) } });
  return (
    <AdoptPolicyForm {...{ versions, policyAfter, meaning: t('copy-targets.adopt-meaning'), isReady }}>
      {rows.map((row, i) => (
        <fieldset key={row.key} className="bench-fields">
          <legend>{t('copy-targets.one', { number: i + 1 })}</legend>
          {fields.map((name) => (
            <TextInput
              key={name}
              {...{ size: 'sm', label: t(`copy-targets.${name}`), value: row[name] ?? '', maxLength: 500 }}
              onChange={({ currentTarget: { value } }) => put(row.key, { [name]: value })}
            />
          ))}
          <NativeSelect
            {...{ size: 'sm', label: t('copy-targets.version'), data: ['1.1', '1.2', '2.0'], value: row.version }}
            onChange={({ currentTarget: { value } }) => put(row.key, { version: value as Target['version'] })}
          />
          <Button size="sm" variant="default" onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}>
            {t('copy-targets.remove', { name: row.name || i + 1 })}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button size="sm" variant="default" onClick={() => setRows([...rows, { ...empty, key: next.current++ }])}>
          {t('copy-targets.add')}
        </Button>
      </p>
    </AdoptPolicyForm>
  );
};
