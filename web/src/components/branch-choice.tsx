import { NativeSelect } from '@mantine/core';
import type { Branch } from '../api/directory.ts';
import { useTranslate } from '../i18n/translate.ts';

type Choice = { branches: readonly Branch[]; branch: Branch; choose: (branchId: string) => void };

/** The branch where the user works; plain text when there is only one. */
export const BranchChoice = ({ branches, branch, choose }: Choice) => {
  const t = useTranslate();
  if (branches.length === 1) return <p className="branch-name">{branch.name}</p>;
  return (
    <NativeSelect
      size="sm"
      aria-label={t('desk.branch')}
      value={branch.branchId}
      data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
};
