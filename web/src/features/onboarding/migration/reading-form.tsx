import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { OneList } from './code-lists.tsx';
import { type CodeList, fileKinds, kinds } from './file-kinds.ts';
import { profiles } from './profiles/profiles.ts';
import type { Draft } from './use-draft.ts';
import { type Migration, type Run, useMigrationActs } from './use-migrations.ts';

const dayFormats = [
  'yyyy-MM-dd',
  'dd.MM.yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyyMMdd',
] as const;
const encodings = ['utf-8', 'windows-1252'] as const;
const lists = [...new Set(kinds.flatMap((kind) => Object.values(fileKinds[kind].lists) as CodeList[]))];

const unmappedIn = (run: Run | undefined, list: CodeList): Record<string, number> =>
  Object.assign({}, ...(run?.files.map(({ tally }) => tally.unmapped[list] ?? {}) ?? []));

const ProfileChoice = ({ draft }: { draft: Draft }) => {
  const t = useTranslate();
  const [system, setSystem] = useState('');
  const profile = profiles[system];
  return (
    <div className="stack">
      <NativeSelect
        label={t('migration.profile')}
        description={t('migration.profile-meaning')}
        value={system}
        data={[
          { value: '', label: t('migration.no-profile') },
          ...Object.entries(profiles).map(([value, { name }]) => ({ value, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const chosen = profiles[value];
          setSystem(value);
          if (chosen) draft.fill(chosen);
        }}
      />
      {profile && (
        <p className="quiet">
          {t('migration.checked', { source: profile.checked })}
          {profile.unchecked !== '' && ` ${t('migration.unchecked', { names: profile.unchecked })}`}
        </p>
      )}
    </div>
  );
};

type Given = { migration: Migration; draft: Draft };

/** How the files of a load are read: a profile of the old system, formats, and what its codes stand for. */
export const ReadingForm = ({ migration: { load, runs }, draft }: Given) => {
  const t = useTranslate();
  const { setMapping } = useMigrationActs(load.memberId, load.loadId);
  const { mapping, set, isChanged, sent } = draft;
  const last = runs.toSorted((one, other) => (one.runId < other.runId ? 1 : -1))[0];
  return (
    <Panel title={t('migration.reading')} note={isChanged ? t('migration.not-saved') : undefined}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setMapping.mutate(sent);
        }}
      >
        <ProfileChoice draft={draft} />
        <div className="form-grid">
          <NativeSelect
            label={t('migration.encoding')}
            value={mapping.encoding}
            data={[...encodings]}
            onChange={({ currentTarget: { value } }) =>
              set({ ...mapping, encoding: encodings.find((one) => one === value) ?? 'utf-8' })
            }
          />
          <NativeSelect
            label={t('migration.day-format')}
            value={mapping.dayFormat}
            data={[...dayFormats]}
            onChange={({ currentTarget: { value } }) =>
              set({ ...mapping, dayFormat: dayFormats.find((one) => one === value) ?? 'yyyy-MM-dd' })
            }
          />
          <TextInput
            label={t('migration.time-zone')}
            value={mapping.timeZone}
            maxLength={64}
            onChange={({ currentTarget: { value } }) => set({ ...mapping, timeZone: value.trim() })}
          />
          <NativeSelect
            label={t('migration.decimal-mark')}
            value={mapping.decimalMark}
            data={['.', ',']}
            onChange={({ currentTarget: { value } }) => set({ ...mapping, decimalMark: value === ',' ? ',' : '.' })}
          />
          <NativeSelect
            label={t('migration.amounts')}
            value={mapping.amounts}
            data={[
              { value: 'major', label: '12.50' },
              { value: 'minor', label: '1250' },
            ]}
            onChange={({ currentTarget: { value } }) =>
              set({ ...mapping, amounts: value === 'minor' ? 'minor' : 'major' })
            }
          />
        </div>
        <h3>{t('migration.codes')}</h3>
        <p className="quiet">{t('migration.codes-meaning')}</p>
        <div className="migration-lists">
          {lists.map((list) => (
            <OneList key={list} {...{ list, draft }} unmapped={unmappedIn(last, list)} />
          ))}
        </div>
        {setMapping.error && <FailedNotice thrown={setMapping.error} />}
        <p className="row">
          <Button type="submit" loading={setMapping.isPending} disabled={!isChanged}>
            {t('migration.save')}
          </Button>
        </p>
      </form>
    </Panel>
  );
};
