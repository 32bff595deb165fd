import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useCategories } from '../../patrons/shared/use-categories.ts';
import type { CodeList } from './file-kinds.ts';
import type { Draft } from './use-draft.ts';

const fixed: { [List in CodeList]?: readonly string[] } = {
  itemStatuses: [
    ...['available', 'in-process', 'on-order', 'missing', 'lost', 'damaged', 'withdrawn', 'on-loan', 'in-transit'],
    'on-hold-shelf',
  ],
  holdStatuses: ['waiting', 'suspended', 'in-transit', 'on-shelf'],
  blockReasons: [
    ...['address-unknown', 'unreturned-items', 'conduct', 'card-misuse', 'subscription-unpaid', 'library-decision'],
  ],
  billTypes: ['overdue', 'lost', 'lost-processing', 'damaged', 'fee'],
};

/** Returns the values to which the codes of a list may lead; none where they are typed. */
const useChoices = (list: CodeList): { value: string; label: string }[] => {
  const textOf = useTextOf();
  const { branches } = useDirectory();
  const { residences } = useResidences();
  const categories = useCategories();
  if (list === 'branches') return branches.map(({ branchId, name }) => ({ value: branchId, label: name }));
  if (list === 'residences') return residences.map(({ code, name }) => ({ value: code, label: name }));
  if (list === 'patronCategories') return Object.keys(categories).map((value) => ({ value, label: value }));
  return (fixed[list] ?? []).map((value) => ({ value, label: textOf('migration-code', value) }));
};

type Given = { list: CodeList; draft: Draft; unmapped: Readonly<Record<string, number>> };

/** One list of codes: each code of the old system with what it stands for; those that a dry run did not find in it are added. */
export const OneList = ({ list, draft, unmapped }: Given) => {
  const t = useTranslate();
  const choices = useChoices(list);
  const [added, setAdded] = useState('');
  const codes = draft.mapping.codes[list];
  const open = Object.keys(unmapped).filter((code) => !Object.hasOwn(codes, code));
  const add = (): void => {
    if (added.trim() === '') return;
    draft.setCode(list, added.trim(), '');
    setAdded('');
  };
  return (
    <fieldset className="stack">
      <legend>{t(`migration-list.${list}`)}</legend>
      {[...Object.entries(codes), ...open.map((code): [string, string] => [code, ''])].map(([code, ours]) => (
        <div key={code} className="row">
          <span className="barcode migration-code">{code === '*' ? t('migration.every-other') : code}</span>
          {choices.length > 0 ? (
            <NativeSelect
              size="sm"
              aria-label={t('migration.stands-for', { code })}
              value={ours}
              data={[{ value: '', label: t('migration.choose-value') }, ...choices]}
              onChange={({ currentTarget }) => draft.setCode(list, code, currentTarget.value)}
            />
          ) : (
            <TextInput
              size="sm"
              aria-label={t('migration.stands-for', { code })}
              maxLength={60}
              value={ours}
              onChange={({ currentTarget }) => draft.setCode(list, code, currentTarget.value.trim())}
            />
          )}
          {Object.hasOwn(unmapped, code) && (
            <span className="bad">{t('migration.unmapped-count', { count: unmapped[code] ?? 0 })}</span>
          )}
          {Object.hasOwn(codes, code) && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('migration.remove-code', { code })}
              onClick={() => draft.removeCode(list, code)}
            >
              {t('migration.remove')}
            </Button>
          )}
        </div>
      ))}
      <div className="row">
        <TextInput
          size="sm"
          aria-label={t('migration.new-code', { list: t(`migration-list.${list}`) })}
          placeholder={t('migration.code')}
          maxLength={100}
          value={added}
          onChange={({ currentTarget }) => setAdded(currentTarget.value)}
        />
        <Button size="sm" variant="default" onClick={add} disabled={added.trim() === ''}>
          {t('migration.add-code')}
        </Button>
      </div>
    </fieldset>
  );
};
