import { getRouteApi, Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { memberOfSource, useVisibility } from '../shared/visibility.ts';
import { CopyParts, HoldingParts, RecordPart } from '../shared/visibility-parts.tsx';

const route = getRouteApi('/visibility/$sourceId');

const Whole = ({ sourceId }: { sourceId: string }) => {
  const t = useTranslate();
  const { data: shown, error, refetch } = useVisibility(sourceId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!shown) return <Waiting rows={3} height={90} />;
  const { recordId, title, holdings, items, isWhole } = shown;
  return (
    <>
      <p className="hit-by">
        <Link to="/record/$recordId/sources" params={{ recordId }}>
          {title ?? recordId}
        </Link>
      </p>
      <section aria-labelledby="record" className="stack">
        <h2 id="record">{t('visibility.record')}</h2>
        <RecordPart shown={shown} />
      </section>
      {holdings.length > 0 && (
        <section aria-labelledby="holdings" className="stack">
          <h2 id="holdings">{t('visibility.holdings')}</h2>
          <HoldingParts shown={shown} />
        </section>
      )}
      {items.length > 0 && (
        <section aria-labelledby="copies" className="stack">
          <h2 id="copies">{t('visibility.copies')}</h2>
          <CopyParts shown={shown} />
          {!isWhole && (
            <p>
              {t('visibility.more')} <Link to="/copy">{t('copy-room.title')}</Link>
            </p>
          )}
        </section>
      )}
    </>
  );
};

/** The page for the visibility of a library's record, its items at each branch and each item: hide and show, with who did it and why. */
export const VisibilityPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { sourceId } = route.useParams();
  useTitle(t('visibility.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page">
      <div className="desk-head">
        <h1>{t('visibility.title')}</h1>
        <Link to="/cataloguing">{t('cataloguing.title')}</Link>
      </div>
      <p className="quiet">{t('visibility.meaning')}</p>
      {holdsAt(who, memberOfSource(sourceId), 'cataloguer') ? (
        <Whole key={sourceId} sourceId={sourceId} />
      ) : (
        <Empty title={t(session ? 'problem.not-yours' : 'union.not-here')}>
          {!session && <StaffSignIn back={`/visibility/${encodeURIComponent(sourceId)}`} />}
        </Empty>
      )}
    </div>
  );
};
