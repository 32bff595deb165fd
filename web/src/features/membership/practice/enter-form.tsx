import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { practiceRole, setPractice } from '../../../api/practice.ts';
import { newPractice } from '../../../api/practice-token.ts';
import { useSession } from '../../../api/session.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

const roles = ['desk', 'desk-supervisor', 'cataloguer', 'member-admin', 'admin'] as const;

/** Picks the role to try in the Practice Library, and enters it. */
export const EnterForm = () => {
  const t = useTranslate();
  const session = useSession();
  const tried = practiceRole();
  const [role, setRole] = useState<string>(tried ?? 'desk');
  const entering = useMutation({
    mutationFn: async () => {
      if (!session) return;
      setPractice(await newPractice(session, role));
      location.assign('/practice');
    },
  });
  return (
    <form
      className="practice-enter"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      <NativeSelect
        label={t('practice.role')}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Button type="submit" loading={entering.isPending}>
        {t(tried === undefined ? 'practice.enter' : 'practice.change')}
      </Button>
      {entering.error && <FailedNotice thrown={entering.error} />}
    </form>
  );
};
