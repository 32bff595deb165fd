import { getRouteApi, Link } from '@tanstack/react-router';
import { FailedNotice, PagePending } from '../../../components/states.tsx';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { AddFile } from './add-file.tsx';
import { FilesTable } from './files-table.tsx';
import { ReadingForm } from './reading-form.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { useDraft } from './use-draft.ts';
import { type Migration, useMigration } from './use-migrations.ts';
import './migration.css';

const route = getRouteApi('/migration/$memberId/$loadId');

const Whole = ({ migration }: { migration: Migration }) => {
  const t = useTranslate();
  const draft = useDraft(migration.load.mapping);
  useAskBeforeLeaving(() => draft.isChanged, t('migration.leave'));
  const part = { migration, draft };
  return (
    <>
      <ReadingForm {...part} />
      <AddFile {...part} />
      <FilesTable files={migration.files} />
      <RunsPanel migration={migration} isSaved={!draft.isChanged} />
    </>
  );
};

/** One load from an old system: its mapping, its files, dry run, report and apply. */
export const MigrationPage = () => {
  const t = useTranslate();
  const { memberId, loadId } = route.useParams();
  const { data, error, refetch } = useMigration(memberId, loadId);
  useTitle(data?.load.name ?? t('migration.title'));
  if (error)
    return (
      <div className="page page-wide">
        <h1>{t('migration.title')}</h1>
        <FailedNotice thrown={error} again={() => void refetch()} />
      </div>
    );
  if (!data) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{data.load.name}</h1>
        <Link to="/migration" search={{ member: memberId }}>
          {t('migration.title')}
        </Link>
      </div>
      <p className="quiet">{t(`migration-purpose.${data.load.purpose}`)}</p>
      <Whole key={loadId} migration={data} />
    </div>
  );
};
