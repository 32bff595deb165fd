import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import '../../../components/print-list.css';
import './classes.css';
import { BarcodeSheet } from './barcode-sheet.tsx';
import { ClassTable } from './class-table.tsx';
import { Letters } from './letters.tsx';
import { LoansFile } from './loans-file.tsx';
import { useClass } from './use-classes.ts';

const route = getRouteApi('/classes/$classId');
const LendSet = lazyComponent(() => import('./lend-set.tsx'), 'LendSet');
const ClassTeachers = lazyComponent(() => import('./class-teachers.tsx'), 'ClassTeachers');

const views = ['pupils', 'overdue', 'letters', 'barcodes'] as const;
type View = (typeof views)[number];

const ClassOf = ({ branchId, classId }: { branchId: string; classId: string }) => {
  const t = useTranslate();
  const [view, setView] = useState<View>('pupils');
  const [open, setOpen] = useState<'set' | 'teachers'>();
  const { data, error, refetch } = useClass(branchId, classId);
  const close = (): void => {
    setOpen(undefined);
    void refetch();
  };
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      <div className="row class-bar">
        <fieldset className="row" aria-label={t('class.views')}>
          {views.map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === view ? 'filled' : 'default'}
              aria-pressed={one === view}
              onClick={() => setView(one)}
            >
              {t(`class.view-${one}`)}
            </Button>
          ))}
        </fieldset>
        <div className="row">
          <Button size="xs" variant="default" onClick={() => setOpen('teachers')} disabled={!data}>
            {t('class.teachers')}
          </Button>
          <LoansFile branchId={branchId} classId={classId} />
          <Button size="xs" variant="default" onClick={() => setOpen('set')} disabled={!data}>
            {t('class.lend-set')}
          </Button>
        </div>
      </div>
      <Panel title={t(`class.view-${view}`)} count={view === 'pupils' ? data?.pupils.length : undefined} flush>
        {(view === 'pupils' || view === 'overdue') && (
          <ClassTable classId={classId} pupils={data?.pupils} isOverdueOnly={view === 'overdue'} />
        )}
        {view === 'letters' && data && <Letters pupils={data.pupils} classId={classId} />}
        {view === 'barcodes' && data && <BarcodeSheet pupils={data.pupils} />}
      </Panel>
      {open && data && (
        <Suspense>
          {open === 'set' ? (
            <LendSet branchId={branchId} classId={classId} pupils={data.pupils} close={close} />
          ) : (
            <ClassTeachers branchId={branchId} shown={data.class} close={close} />
          )}
        </Suspense>
      )}
    </>
  );
};

/** One class: its pupils with their loans, what is overdue, letters, a sheet of barcodes, and class sets. */
export const ClassPage = () => {
  const t = useTranslate();
  const { classId } = route.useParams();
  return (
    <BranchPage
      title={t('class.title', { class: classId })}
      meaning={t('class.one-meaning')}
      back={`/classes/${classId}`}
      isPaper
      isWide
    >
      {(branchId) => (
        <>
          <p className="quiet">
            <Link to="/classes">{t('class.classes')}</Link>
          </p>
          <ClassOf key={`${branchId} ${classId}`} branchId={branchId} classId={classId} />
        </>
      )}
    </BranchPage>
  );
};
