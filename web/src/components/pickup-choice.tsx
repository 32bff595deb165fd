import { NativeSelect } from '@mantine/core';
import { useDirectory } from '../api/directory.ts';
import { useTranslate } from '../i18n/translate.ts';

type Choice = { value: string; onChange: (branchId: string) => void; home: string | undefined };

/** The choice of a pickup branch: only branches that offer pickup, those of the home library first. */
export const PickupChoice = ({ value, onChange, home }: Choice) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const sorted = [...members].sort((a, b) => Number(b.memberId === home) - Number(a.memberId === home));
  return (
    <NativeSelect
      label={t('hold.pickup')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        ...(value ? [] : [{ value: '', label: t('hold.choose') }]),
        ...sorted.flatMap(({ name, branches }) => {
          const items = branches
            .filter(({ pickup }) => pickup)
            .map((one) => ({ value: one.branchId, label: one.name }));
          return items.length > 0 ? [{ group: name, items }] : [];
        }),
      ]}
    />
  );
};
