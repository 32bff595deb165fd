import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { useFileTexts, useOpenedBy } from '../shared/use-file-texts.ts';
import '../shared/imports.css';
import { type Load, useLoads } from '../shared/imports.ts';
import { NewLoadForm } from './new-import.tsx';
import { Running, StateBadge } from './progress.tsx';

const route = getRouteApi('/loads');

/** The result of an import in one line; empty before anything is read. */
const Came = ({ load }: { load: Load }) => {
  const t = useTranslate();
  const { read, accepted, rejected, created, changed, unchanged, withdrawn } = load.counts;
  if (load.state === 'running') return <Running load={load} />;
  if (read === 0) return null;
  return (
    <>
      <p>{t('loads.read-line', { read, accepted, rejected })}</p>
      <p className="quiet">{t('loads.accepted-line', { created, changed, unchanged, withdrawn })}</p>
    </>
  );
};

const OneLoad = ({ load, memberId }: { load: Load; memberId: string }) => {
  const texts = useFileTexts();
  const openedBy = useOpenedBy();
  const { importId, fileName } = load;
  return (
    <li className="row-card">
      <div className="row-body load-row">
        <h3 className="row-title">
          <Link to="/loads/$importId" params={{ importId }} search={{ member: memberId }}>
            {fileName}
          </Link>
        </h3>
        <p className="quiet">{texts.file(load)}</p>
        <p className="quiet">{openedBy(load)}</p>
        <Came load={load} />
      </div>
      <StateBadge load={load} />
    </li>
  );
};

const List = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data: loads, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLoads(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!loads) return <Waiting rows={3} height={110} />;
  if (loads.length === 0) return <Empty title={t('loads.none')} />;
  return (
    <>
      <ul className="rows">
        {loads.map((load) => (
          <OneLoad key={load.importId} load={load} memberId={memberId} />
        ))}
      </ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** A library's imports, and the form to start one with a local file. */
export const ImportsPage = () => {
  const t = useTranslate();
  const who = useWho();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('loads.title')}
      meaning={t('loads.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/loads', search: { member } })}
      roles={['cataloguer', 'member-admin']}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <section aria-labelledby="new-load" className="stack">
            <h2 id="new-load">{t('loads.new')}</h2>
            {holdsAt(who, memberId, 'cataloguer') ? (
              <NewLoadForm memberId={memberId} />
            ) : (
              <p className="notice">{t('loads.cataloguers-begin')}</p>
            )}
          </section>
          <section aria-labelledby="loads-before" className="stack">
            <h2 id="loads-before">{t('loads.before')}</h2>
            <List memberId={memberId} />
          </section>
        </div>
      )}
    </MemberPage>
  );
};
