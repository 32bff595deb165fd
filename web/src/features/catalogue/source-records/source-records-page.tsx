import { getRouteApi, Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { History } from '../shared/history.tsx';
import { useUnion } from '../shared/source-records.ts';
import { MergeForm, Sources } from './sources.tsx';

const route = getRouteApi('/record/$recordId/sources');

const Whole = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const { data: union, error, refetch } = useUnion(recordId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!union) return <Waiting rows={3} height={80} />;
  const now = union.movedTo ?? union.recordId;
  return (
    <>
      <p className="hit-by">
        <Link to="/record/$recordId" params={{ recordId: now }}>
          {union.description?.title ?? now}
        </Link>
      </p>
      {union.movedTo && <p className="notice">{t('union.moved')}</p>}
      <section aria-labelledby="sources" className="stack">
        <h2 id="sources">{t('union.sources')}</h2>
        <Sources key={now} union={{ ...union, recordId: now }} />
      </section>
      <section aria-labelledby="merge" className="stack">
        <h2 id="merge">{t('union.merge-title')}</h2>
        <MergeForm recordId={now} />
      </section>
      <section aria-labelledby="history" className="stack">
        <h2 id="history">{t('union.history')}</h2>
        <History recordId={recordId} />
      </section>
    </>
  );
};

/** The page of a union record's source records and match reasons: split, merge, and undo a decision. */
export const SourceRecordsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { recordId } = route.useParams();
  useTitle(t('union.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('union.title')}</h1>
        {hasRole(who, 'cataloguer') && <Link to="/cataloguing">{t('cataloguing.title')}</Link>}
      </div>
      {hasRole(who, 'cataloguer') ? (
        <Whole recordId={recordId} />
      ) : (
        <>
          <p className="notice">{t('union.not-here')}</p>
          {!session && <StaffSignIn back={`/record/${recordId}/sources`} />}
        </>
      )}
    </div>
  );
};
