import { NativeSelect, TextInput } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Draft, Row, RowsOf } from './draft.ts';
import type { Faults } from './faults.ts';
import { ValueRows } from './value-rows.tsx';

type Part = { draft: Draft; put: (draft: Draft) => void; faults: Faults; memberId: string };

/** What is the library's own: which branch and which type of item a value stands for, what is no copy, and its own marks. */
export const OwnValues = ({ draft, put, faults, memberId }: Part) => {
  const say = useSay();
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
        <h2 id="mapping-branches">{say('mapping.branches')}</h2>
        <p className="quiet">{say('mapping.branches-meaning')}</p>
        <ValueRows
          place="branches"
          rows={rows.branches}
          put={setRows('branches')}
          faults={faults}
          choices={branches}
          words={{ from: say('mapping.in-file'), to: say('item-field.branch'), add: say('mapping.add-branch') }}
        />
        <NativeSelect
          size="sm"
          className="mapping-default"
          label={say('mapping.default-branch')}
          value={defaultBranch}
          data={[{ value: '', label: say('mapping.refused') }, ...branches]}
          onChange={({ currentTarget }) => put({ ...draft, defaultBranch: currentTarget.value })}
        />
      </section>
      <section aria-labelledby="mapping-categories" className="stack">
        <h2 id="mapping-categories">{say('mapping.categories')}</h2>
        <p className="quiet">{say('mapping.categories-meaning')}</p>
        <ValueRows
          place="categories"
          rows={rows.categories}
          put={setRows('categories')}
          faults={faults}
          words={{ from: say('mapping.in-file'), to: say('item-field.category'), add: say('mapping.add-category') }}
        />
        <TextInput
          size="sm"
          className="mapping-default"
          label={say('mapping.default-category')}
          placeholder="general"
          value={defaultCategory}
          maxLength={100}
          onChange={({ currentTarget }) => put({ ...draft, defaultCategory: currentTarget.value })}
        />
      </section>
      <section aria-labelledby="mapping-not-copies" className="stack">
        <h2 id="mapping-not-copies">{say('mapping.not-copies')}</h2>
        <p className="quiet">{say('mapping.not-copies-meaning')}</p>
        <ValueRows
          place="notCopies"
          rows={rows.notCopies}
          put={setRows('notCopies')}
          faults={faults}
          isByCode
          words={{ from: say('mapping.subfield'), to: say('mapping.in-file'), add: say('mapping.add-not-copy') }}
        />
      </section>
      <section aria-labelledby="mapping-own" className="stack">
        <h2 id="mapping-own">{say('mapping.own')}</h2>
        <TextInput
          size="sm"
          className="mapping-default"
          label={say('mapping.institutions')}
          description={say('mapping.institutions-meaning')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={institutions}
          maxLength={2_000}
          error={faults.institutions && say(faults.institutions)}
          onChange={({ currentTarget }) => put({ ...draft, institutions: currentTarget.value })}
        />
      </section>
    </>
  );
};
