import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { api, take } from '../../../api/client.ts';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Cover } from '../../../components/cover.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useAsRecent } from '../../../components/recent.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useDescription } from '../../../components/use-description.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PlaceHold } from '../shared/place-hold.tsx';
import { SaveTitle } from '../shared/save-title.tsx';
import '../shared/record.css';
import { Copies } from '../shared/copies.tsx';
import type { RecordAnswer } from '../shared/record-answer.ts';
import { Description } from './description.tsx';
import { StructuredData } from './structured-data.tsx';
import { TakeRecord } from './take-record.tsx';
import { WhereNow } from './where-now.tsx';

// Only staff load it.
const StaffCopies = lazyComponent(() => import('../../circulation/shared/staff-copies.tsx'), 'StaffCopies');
// It loads after the page is shown: most records have no e-book.
const RecordEBooks = lazyComponent(() => import('../../digital-lending/shared/record-e-books.tsx'), 'RecordEBooks');
// It loads after the page is shown, as nobody waits for it.
const RelatedTitles = lazyComponent(() => import('./related-titles.tsx'), 'RelatedTitles');
const StaffCover = lazyComponent(() => import('../shared/staff-cover.tsx'), 'StaffCover');
const CoverCredits = lazyComponent(() => import('./cover-credits.tsx'), 'CoverCredits');
const StaffHistory = lazyComponent(() => import('../../catalogue/shared/staff-history.tsx'), 'StaffHistory');

const route = getRouteApi('/record/$recordId');

/** Returns the record with the current state of its copies. */
const useRecord = (recordId: string) => {
  const library = useSelectedLibrary();
  return useQuery({
    queryKey: ['record', recordId, library],
    queryFn: () =>
      take(
        api.GET('/v1/discovery/records/{recordId}', {
          params: { path: { recordId }, query: library ? { portal: library } : {} },
        }),
      ),
  });
};

const Head = ({ page }: { page: RecordAnswer }) => {
  const textOf = useTextOf();
  const { language } = useFormat();
  const { title, originalScriptTitles, responsibility, author, format, languages, year, dateText, edition, summaries } =
    page.description;
  const [summary] = summaries;
  const by = responsibility || author?.name;
  const facts = [
    textOf('format', format),
    dateText || String(year ?? ''),
    languages.map(language).join(', '),
    edition ?? '',
  ];
  useDescription(summary ?? [title, by, ...facts].filter(Boolean).join(' · '));
  return (
    <div className="record-head">
      <Cover recordId={page.recordId} title={title} author={author?.name} format={format} large />
      <div>
        <h1>{title}</h1>
        {originalScriptTitles.map((other) => (
          <p key={other} className="hit-other" dir="auto">
            {other}
          </p>
        ))}
        <p className="hit-by">{by}</p>
        <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
        {summary && (
          <p className="record-summary" dir="auto">
            {summary}
          </p>
        )}
      </div>
    </div>
  );
};

/** The record page: how to get the title, its copies and the full description. */
export const RecordPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { recordId } = route.useParams();
  const who = useWho();
  const { data: page, error, refetch } = useRecord(recordId);
  useTitle(page?.description.title ?? t('record.title'));
  useAsRecent(page?.description.title);
  const now = page?.recordId;
  // A merged record has a new address; the old one redirects to it.
  useEffect(() => {
    if (now && now !== recordId) void navigate({ to: '/record/$recordId', params: { recordId: now }, replace: true });
  }, [now, recordId, navigate]);
  if (error) {
    return (
      <div className="page">
        <h1>{t('record.title')}</h1>
        <FailedNotice thrown={error} again={() => void refetch()} />
      </div>
    );
  }
  if (!page) {
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('record.title')}</h1>
        <Waiting rows={3} height={120} />
      </div>
    );
  }
  const eBooks = (
    <Suspense fallback={null}>
      <RecordEBooks recordId={page.recordId} />
    </Suspense>
  );
  const { isOnline } = page.description;
  return (
    <article className="page page-wide">
      {page.movedFrom && <p className="notice">{t('record.moved')}</p>}
      <div className="record-top">
        <Head page={page} />
        {who?.kind !== 'staff' && (
          <div className="get-it">
            {isOnline && eBooks}
            <WhereNow holdings={page.holdings} />
            <PlaceHold of={{ recordId: page.recordId, title: page.description.title }} />
            <SaveTitle recordId={page.recordId} title={page.description.title} />
            {!isOnline && eBooks}
          </div>
        )}
        <Description of={page.description} own={page.ownNotes} />
      </div>
      {who?.kind === 'staff' && (
        <Suspense>
          <StaffCopies recordId={page.recordId} holdings={page.holdings} />
          {hasRole(who, 'cataloguer') && <StaffHistory recordId={page.recordId} />}
          {hasRole(who, 'cataloguer', 'member-admin', 'admin') && (
            <StaffCover recordId={page.recordId} owners={page.holdings.map(({ memberId }) => memberId)} />
          )}
        </Suspense>
      )}
      <Copies holdings={page.holdings} />
      <Suspense fallback={null}>
        <RelatedTitles recordId={page.recordId} />
        <CoverCredits />
      </Suspense>
      <TakeRecord recordId={page.recordId} />
      <StructuredData page={page} />
      {['cataloguer', 'desk-supervisor', 'member-admin'].some((role) => hasRole(who, role)) && (
        <Link to="/home-content" search={{ record: page.recordId }}>
          {t('record.recommend')}
        </Link>
      )}
      {hasRole(who, 'cataloguer') && (
        <Link to="/record/$recordId/sources" params={{ recordId: page.recordId }}>
          {t('record.sources')}
        </Link>
      )}
    </article>
  );
};
