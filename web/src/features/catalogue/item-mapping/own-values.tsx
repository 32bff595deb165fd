import { NativeSelect, TextInput } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Draft, Row, RowsOf } from './draft.ts';
import type { Faults } from './faults.ts';
import { ValueRows } from './value-rows.tsx';

type Part = { draft: Draft; put: (draft: Draft) => void; faults: Faults; memberId: string };

/** The library's own values: the branch and item type of each value, the values that are not items, and the library's own marks. */
export const OwnValues = ({ draft, put, faults, memberId }: Part) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { rows, defaultBranch, defaultCategory, institutions } = draft;
  const setRows = (of: RowsOf) => (some: Row[]) => put({ ...draft, rows: { ...rows, [of]: some } });
  const branches = (members.find((member) => member.memberId === memberId)?.branches ?? []).map((branch) => ({
    value: branch.branchId,
    label: branch.name,
  }));
  return (
    <>
      <section aria-labelledby="mapping-branches" className="stack">
        <h2 id="mapping-branches">{t('mapping.branches')}</h2>
        <p className="quiet">{t('mapping.branches-meaning')}</p>
        <ValueRows
          place="branches"
          rows={rows.branches}
          put={setRows('branches')}
          faults={faults}
          choices={branches}
          labels={{ from: t('mapping.in-file'), to: t('item-field.branch'), add: t('mapping.add-branch') }}
        />
        <NativeSelect
          size="sm"
          className="mapping-default"
          label={t('mapping.default-branch')}
          value={defaultBranch}
          data={[{ value: '', label: t('mapping.refused') }, ...branches]}
          onChange={({ currentTarget }) => put({ ...draft, defaultBranch: currentTarget.value })}
        />
      </section>
      <section aria-labelledby="mapping-categories" className="stack">
        <h2 id="mapping-categories">{t('mapping.categories')}</h2>
        <p className="quiet">{t('mapping.categories-meaning')}</p>
        <ValueRows
          place="categories"
          rows={rows.categories}
          put={setRows('categories')}
          faults={faults}
          labels={{ from: t('mapping.in-file'), to: t('item-field.category'), add: t('mapping.add-category') }}
        />
        <TextInput
          size="sm"
          className="mapping-default"
          label={t('mapping.default-category')}
          placeholder="general"
          value={defaultCategory}
          maxLength={100}
          onChange={({ currentTarget }) => put({ ...draft, defaultCategory: currentTarget.value })}
        />
      </section>
      <section aria-labelledby="mapping-not-copies" className="stack">
        <h2 id="mapping-not-copies">{t('mapping.not-copies')}</h2>
        <p className="quiet">{t('mapping.not-copies-meaning')}</p>
        <ValueRows
          place="notCopies"
          rows={rows.notCopies}
          put={setRows('notCopies')}
          faults={faults}
          isByCode
          labels={{ from: t('mapping.subfield'), to: t('mapping.in-file'), add: t('mapping.add-not-copy') }}
        />
      </section>
      <section aria-labelledby="mapping-own" className="stack">
        <h2 id="mapping-own">{t('mapping.own')}</h2>
        <TextInput
          size="sm"
          className="mapping-default"
          label={t('mapping.institutions')}
          description={t('mapping.institutions-meaning')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={institutions}
          maxLength={2_000}
          error={faults.institutions && t(faults.institutions)}
          onChange={({ currentTarget }) => put({ ...draft, institutions: currentTarget.value })}
        />
      </section>
    </>
  );
};
