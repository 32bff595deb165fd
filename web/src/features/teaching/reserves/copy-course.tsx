import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Course, type useListActs, useTerms } from './use-reserves.ts';

type Props = { branchId: string; course: Course; copy: ReturnType<typeof useListActs>['copy']; close: () => void };

/** A dialog that copies a course with its list to another term, and says what was left out and why. */
export const CopyCourse = ({ branchId, course, copy, close }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const terms = (useTerms(course.memberId).data?.terms ?? []).filter(
    ({ termId, endedAt }) => termId !== course.termId && endedAt === undefined,
  );
  const [chosen, setChosen] = useState('');
  const termId = chosen || (terms[0]?.termId ?? '');
  const { data } = copy;
  return (
    <Dialog title={t('reserve.copy-course')} close={close}>
      <div className="stack">
        {terms.length === 0 ? (
          <p>{t('reserve.no-other-term')}</p>
        ) : (
          <NativeSelect
            label={t('reserve.term')}
            value={termId}
            data={terms.map((term) => ({ value: term.termId, label: term.name }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        {copy.error && <FailedNotice thrown={copy.error} />}
        {data && (
          <div role="status" className="notice notice-good">
            <div>
              <p className="notice-title">{t('reserve.copied', { count: data.copied })}</p>
              <ul>
                {data.leftOut.map(({ entryId, why }) => (
                  <li key={entryId}>
                    {entryId}: {textOf('reserve-left-out', why)}
                  </li>
                ))}
              </ul>
              <Link to="/reserves/$courseId" params={{ courseId: data.course.courseId }} onClick={close}>
                {t('reserve.open-copy')}
              </Link>
            </div>
          </div>
        )}
        <div className="row">
          {!data && (
            <Button disabled={termId === ''} loading={copy.isPending} onClick={() => copy.mutate({ branchId, termId })}>
              {t('reserve.copy')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('do.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
