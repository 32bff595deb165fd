import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { today } from '../../../components/days.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { useBranches } from '../../circulation/shared/use-branch.ts';
import { useHoldsAt } from '../shared/use-holds-at.ts';
import './reserves.css';
import { CourseForm } from './course-form-part.ts';
import { type Course, type Term, useCoursesOf, useTerms } from './use-reserves.ts';

const TermForm = lazyComponent(() => import('./term-form.tsx'), 'TermForm');

/** The roles that take care of course reserves. */
export const reserveRoles = ['desk', 'desk-supervisor', 'cataloguer'];
/** The roles that decide the terms of their library. */
const termRoles = ['member-admin', 'desk-supervisor'];

const TermCourses = ({ term, branchId }: { term: Term; branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { date } = useFormat();
  const [isAdding, setIsAdding] = useState(false);
  const mayAdd = useBranches(...reserveRoles).some((branch) => branch.branchId === branchId);
  const { data, error, refetch, hasNextPage } = useCoursesOf(term.memberId, term.termId);
  const rows = data && !hasNextPage ? data.pages.flatMap(({ courses }) => courses) : undefined;
  const columns: Column<Course>[] = [
    {
      ...{ key: 'code', head: t('reserve.code'), sort: ({ code }: Course) => code },
      cell: ({ courseId, code }) => (
        <Link to="/reserves/$courseId" params={{ courseId }}>
          {code}
        </Link>
      ),
    },
    { key: 'title', head: t('reserve.title'), sort: ({ title }) => title, cell: ({ title }) => title },
    {
      ...{ key: 'people', head: t('reserve.instructors'), sort: ({ instructors }: Course) => instructors.join(', ') },
      cell: ({ instructors }) => instructors.join(', '),
    },
    {
      ...{ key: 'department', head: t('reserve.department'), sort: ({ department }: Course) => department },
      cell: ({ department }) => department,
    },
  ];
  return (
    <Panel
      title={term.name}
      count={rows?.length}
      note={t('reserve.days', { from: date(term.startsOn), until: date(term.endsOn) })}
      flush
      action={
        term.endedAt === undefined &&
        mayAdd && (
          <Button size="xs" onClick={() => setIsAdding(true)}>
            {t('reserve.new-course')}
          </Button>
        )
      }
    >
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={term.name}
          columns={columns}
          rows={rows}
          rowKey={({ courseId }) => courseId}
          order={{ key: 'code', down: false }}
          open={({ courseId }) => void navigate({ to: '/reserves/$courseId', params: { courseId } })}
          empty={t('reserve.no-courses')}
          file={`courses-${term.termId}`}
        />
      )}
      {isAdding && (
        <Suspense>
          <CourseForm branchId={branchId} termId={term.termId} close={() => setIsAdding(false)} />
        </Suspense>
      )}
    </Panel>
  );
};

/** The term that runs on a day, else the latest: terms are listed the latest first. */
const currentTerm = (terms: readonly Term[], on = today()): Term | undefined =>
  terms.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn) ?? terms[0];

const Reserves = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const memberId = branchId.split('.')[0] ?? '';
  const [chosen, setChosen] = useState<string>();
  const [edited, setEdited] = useState<Term | 'new'>();
  const maySetTerms = useHoldsAt(memberId, termRoles);
  const { data, error, refetch } = useTerms(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  const term = data.terms.find(({ termId }) => termId === chosen) ?? currentTerm(data.terms);
  return (
    <>
      <div className="row reserve-fields">
        {term && (
          <>
            <NativeSelect
              label={t('reserve.term')}
              value={term.termId}
              data={data.terms.map(({ termId, name }) => ({ value: termId, label: name }))}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
            {maySetTerms && (
              <Button variant="default" onClick={() => setEdited(term)} disabled={term.endedAt !== undefined}>
                {t('reserve.edit-term')}
              </Button>
            )}
          </>
        )}
        {maySetTerms && (
          <Button variant="default" onClick={() => setEdited('new')}>
            {t('reserve.new-term')}
          </Button>
        )}
      </div>
      {term ? (
        <TermCourses key={term.termId} term={term} branchId={branchId} />
      ) : (
        <Empty title={t('reserve.no-terms')}>
          <p className="quiet">{t('reserve.no-terms-hint')}</p>
        </Empty>
      )}
      {edited && (
        <Suspense>
          <TermForm
            memberId={memberId}
            term={edited === 'new' ? undefined : edited}
            close={(termId) => {
              setEdited(undefined);
              if (termId !== undefined) setChosen(termId);
            }}
          />
        </Suspense>
      )}
    </>
  );
};

/** Course reserves: the terms of a library and the courses of each. */
export const ReservesPage = () => {
  const t = useTranslate();
  return (
    <BranchPage
      title={t('reserve.reserves')}
      meaning={t('reserve.meaning')}
      back="/reserves"
      roles={[...reserveRoles, ...termRoles]}
      isWide
    >
      {(branchId) => <Reserves key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
