import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';
import type { SchoolClass } from './use-classes.ts';

const lookUp = (body: { branchId: string; card: string } | { branchId: string; patronId: string }) =>
  take(api.POST('/v1/patrons/look-ups', { body }));

const useSetTeachers = (branchId: string, classId: string) =>
  useMutation({
    mutationFn: (teachers: string[]) =>
      take(
        api.PUT('/v1/teaching/branches/{branchId}/classes/{classId}/teachers', {
          params: { path: { branchId, classId } },
          body: { teachers },
          ...keyed(newKey()),
        }),
      ),
  });

/** A dialog that says who teaches a class: patrons of the school, added by their cards. */
export const ClassTeachers = ({
  branchId,
  shown,
  close,
}: {
  branchId: string;
  shown: SchoolClass;
  close: () => void;
}) => {
  const t = useTranslate();
  const [teachers, setTeachers] = useState<readonly string[]>(shown.teachers);
  const set = useSetTeachers(branchId, shown.classId);
  const found = useMutation({
    mutationFn: (card: string) => lookUp({ branchId, card }),
    onSuccess: ({ patronId }) => setTeachers((known) => (known.includes(patronId) ? known : [...known, patronId])),
  });
  const people = useQueries({
    queries: teachers.map((patronId) => ({
      queryKey: ['teacher', branchId, patronId],
      queryFn: () => lookUp({ branchId, patronId }),
      staleTime: 600_000,
    })),
  });
  return (
    <Dialog title={t('class.teachers-of', { class: shown.classId })} close={close}>
      <div className="stack">
        <p>{t('class.teachers-meaning')}</p>
        <ul aria-label={t('class.teachers')}>
          {teachers.map((patronId, at) => {
            const name = people[at]?.data?.name;
            return (
              <li key={patronId}>
                {name ? sortedName(name) : patronId}{' '}
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => setTeachers((known) => known.filter((one) => one !== patronId))}
                >
                  {t('class.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
        <TextInput
          label={t('class.teacher-card')}
          autoComplete="off"
          onKeyDown={(event) => {
            const card = event.currentTarget.value.trim();
            if (event.key !== 'Enter' || card === '') return;
            event.preventDefault();
            event.currentTarget.value = '';
            found.mutate(card);
          }}
        />
        {found.error && <FailedNotice thrown={found.error} />}
        {set.error && <FailedNotice thrown={set.error} />}
        <div className="row">
          <Button loading={set.isPending} onClick={() => set.mutate([...teachers], { onSuccess: close })}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
