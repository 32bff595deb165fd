import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { CopyState } from '../../discovery/shared/copies.tsx';
import { AddToList } from './add-to-list.tsx';
import { CourseForm } from './course-form-part.ts';
import { reserveRoles } from './reserves-page.tsx';
import { type Course, type CourseEntry, useCourse, useListActs } from './use-reserves.ts';

const route = getRouteApi('/reserves/$courseId');
const PersonalCopy = lazyComponent(() => import('./personal-copy.tsx'), 'PersonalCopy');
const CopyCourse = lazyComponent(() => import('./copy-course.tsx'), 'CopyCourse');

const useColumns = (branchId: string, acts: ReturnType<typeof useListActs>): Column<CourseEntry>[] => {
  const t = useTranslate();
  return [
    {
      ...{ key: 'title', head: t('reserve.title'), sort: ({ title }: CourseEntry) => title },
      cell: ({ title, url, note, kind }) => (
        <>
          {url === undefined ? (title ?? t('reserve.untitled')) : <a href={url}>{title}</a>}
          <span className="data-second">{note ?? t(`reserve.kind-${kind}`)}</span>
        </>
      ),
    },
    {
      ...{ key: 'call', head: t('reserve.call-number'), sort: ({ copy }: CourseEntry) => copy?.callNumber },
      cell: ({ copy }) =>
        copy && (
          <>
            {copy.callNumber} <span className="data-second barcode">{copy.barcode}</span>
          </>
        ),
    },
    {
      ...{ key: 'place', head: t('reserve.place'), sort: ({ copy }: CourseEntry) => copy?.location },
      cell: ({ copy }) =>
        copy && (
          <>
            {copy.location} <span className="data-second">{copy.category}</span>
          </>
        ),
    },
    {
      ...{ key: 'state', head: t('reserve.state') },
      cell: ({ copy }) =>
        copy &&
        (copy.awaited && copy.state === 'available' ? (
          <Badge tone="warn">{t('reserve.awaited')}</Badge>
        ) : (
          <CopyState copy={copy} />
        )),
    },
    {
      ...{ key: 'act', head: t('reserve.act') },
      cell: ({ entryId, title, endedAt }) =>
        endedAt === undefined && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('reserve.take-off-title', { title: title ?? '' })}
            loading={acts.remove.isPending && acts.remove.variables.entryId === entryId}
            onClick={() => acts.remove.mutate({ branchId, entryId })}
          >
            {t('reserve.take-off')}
          </Button>
        ),
    },
  ];
};

type ListProps = { course: Course; materials: readonly CourseEntry[]; branchId: string };

const CourseList = ({ course, materials, branchId }: ListProps) => {
  const t = useTranslate();
  const [open, setOpen] = useState<'edit' | 'copy' | 'personal'>();
  const acts = useListActs(course.courseId);
  const columns = useColumns(branchId, acts);
  return (
    <>
      <div className="row">
        <Link to="/reserves">{t('reserve.reserves')}</Link>
        <Link to="/courses/$courseId" params={{ courseId: course.courseId }}>
          {t('reserve.as-seen')}
        </Link>
        {!course.ended && (
          <>
            <Button size="xs" variant="default" onClick={() => setOpen('edit')}>
              {t('reserve.edit-course')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen('personal')}>
              {t('reserve.personal')}
            </Button>
          </>
        )}
        <Button size="xs" variant="default" onClick={() => setOpen('copy')}>
          {t('reserve.copy-course')}
        </Button>
      </div>
      {course.ended ? (
        <p className="notice">{t('reserve.ended')}</p>
      ) : (
        <AddToList branchId={branchId} courseId={course.courseId} acts={acts} materials={materials} />
      )}
      {acts.remove.error && <FailedNotice thrown={acts.remove.error} />}
      <Panel title={`${course.code} · ${course.title}`} count={materials.length} flush>
        <DataTable
          name={t('reserve.list')}
          columns={columns}
          rows={materials}
          rowKey={({ entryId }) => entryId}
          empty={t('reserve.nothing')}
          file={`reserves-${course.code}`}
        />
      </Panel>
      {open && (
        <Suspense>
          {open === 'edit' && (
            <CourseForm branchId={branchId} termId={course.termId} course={course} close={() => setOpen(undefined)} />
          )}
          {open === 'copy' && (
            <CopyCourse branchId={branchId} course={course} copy={acts.copy} close={() => setOpen(undefined)} />
          )}
          {open === 'personal' && (
            <PersonalCopy branchId={branchId} courseId={course.courseId} close={() => setOpen(undefined)} />
          )}
        </Suspense>
      )}
    </>
  );
};

const CourseOf = ({ branchId, courseId }: { branchId: string; courseId: string }) => {
  const { data, error, refetch } = useCourse(courseId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  return <CourseList course={data.course} materials={data.materials} branchId={branchId} />;
};

/** The list of a course for the staff of its reserve: copies on reserve, records and links. */
export const CourseReservesPage = () => {
  const t = useTranslate();
  const { courseId } = route.useParams();
  return (
    <BranchPage
      title={t('reserve.list')}
      meaning={t('reserve.list-meaning')}
      back={`/reserves/${courseId}`}
      roles={reserveRoles}
      isPaper
      isWide
    >
      {(branchId) => <CourseOf key={branchId} branchId={branchId} courseId={courseId} />}
    </BranchPage>
  );
};
