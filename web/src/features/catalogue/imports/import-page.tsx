import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { Fact } from '../../../components/fact.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { useFileTexts, useOpenedBy } from '../shared/use-file-texts.ts';
import '../shared/imports.css';
import { type Load, useLoad } from '../shared/imports.ts';
import { NextSteps } from './next-steps.tsx';
import { StateBadge } from './progress.tsx';
import { Rejects } from './rejects.tsx';
import { Sums } from './sums.tsx';

const ChangedHeadings = lazyComponent(() => import('./changed-headings.tsx'), 'ChangedHeadings');

const route = getRouteApi('/loads/$importId');

const Facts = ({ load }: { load: Load }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const texts = useFileTexts();
  const openedBy = useOpenedBy();
  const { fileName, startedAt, endedAt, importId } = load;
  return (
    <dl className="facts">
      <Fact name={t('loads.its-file')}>{fileName}</Fact>
      <Fact name={t('loads.what')}>{texts.file(load)}</Fact>
      <Fact name={t('changes.who')}>{openedBy(load)}</Fact>
      <Fact name={t('loads.began')}>{startedAt && time(startedAt)}</Fact>
      <Fact name={t('loads.ended')}>{endedAt && time(endedAt)}</Fact>
      <Fact name={t('loads.its-id')}>
        <span className="barcode">{importId}</span>
      </Fact>
      <Fact name={t('changes.state')}>
        <StateBadge load={load} />
      </Fact>
    </dl>
  );
};

const Whole = ({ memberId, importId }: { memberId: string; importId: string }) => {
  const t = useTranslate();
  const { data: load, error, refetch } = useLoad(memberId, importId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!load) return <Waiting rows={3} height={80} />;
  const { state, counts } = load;
  const isOver = state === 'done' || state === 'failed';
  return (
    <>
      <Announce text={t('loads.heard-state', { state: t(`load-state.${state}`) })} />
      <Facts load={load} />
      <NextSteps load={load} memberId={memberId} />
      {counts.read > 0 && (
        <section aria-labelledby="sums" className="stack">
          <h2 id="sums">{t(isOver ? 'loads.came' : 'loads.came-so-far')}</h2>
          <Sums load={load} />
        </section>
      )}
      {isOver && load.kind === 'authorities' && (
        <section aria-labelledby="headings" className="stack">
          <h2 id="headings">{t('changed-headings.title')}</h2>
          <Suspense>
            <ChangedHeadings load={load} memberId={memberId} />
          </Suspense>
        </section>
      )}
      {isOver && (
        <section aria-labelledby="rejects" className="stack">
          <h2 id="rejects">{t('load-reject.title')}</h2>
          <Rejects load={load} memberId={memberId} />
        </section>
      )}
      <p>
        <Link to="/loads" search={{ member: memberId }}>
          {t('loads.title')}
        </Link>
      </p>
    </>
  );
};

/** One import: its progress, then its result, the rejected records with reasons, and the next steps. */
export const ImportPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { importId } = route.useParams();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('loads.one')}
      meaning={t('loads.one-meaning')}
      asked={asked}
      // An import belongs to one library, so selecting another library opens that library's list.
      choose={(member) => void navigate({ to: '/loads', search: { member } })}
      roles={['cataloguer', 'member-admin']}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} importId={importId} />}
    </MemberPage>
  );
};
