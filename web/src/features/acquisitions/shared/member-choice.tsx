import { NativeSelect } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Props = { member: string | undefined; choose: (memberId: string) => void };

/** The choice of the library whose acquisitions are shown, for who reads those of all. */
export const MemberChoice = ({ member, choose }: Props) => {
  const t = useTranslate();
  const { members } = useDirectory();
  return (
    <NativeSelect
      size="sm"
      aria-label={t('funds.whose')}
      value={member ?? ''}
      data={members.map((one) => ({ value: one.memberId, label: one.name }))}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
};
