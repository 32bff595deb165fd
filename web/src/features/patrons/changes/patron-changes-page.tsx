import { useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useBatches, useOwnMember } from './changes.ts';
import { NewChange } from './new-change.tsx';
import { OneChange } from './one-change.tsx';

type Opened = { batchId: string; unknownCards: string[] };

const Earlier = ({ memberId, open }: { memberId: string; open: (opened: Opened) => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { batches, error, refetch, ...more } = useBatches(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!batches) return <Waiting rows={2} height={60} />;
  if (batches.length === 0) return <Empty title={t('patron-changes.none')} />;
  return (
    <>
      <ul className="plain-rows">
        {batches.map(({ batchId, at, reason, state }) => (
          <li key={batchId}>
            <button type="button" className="text-button" onClick={() => open({ batchId, unknownCards: [] })}>
              {reason}
            </button>{' '}
            <span className="quiet">
              {time(at)} · {textOf('patron-changes-state', state)}
            </span>
          </li>
        ))}
      </ul>
      <ShowMore {...more} />
    </>
  );
};

const Changes = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const [opened, setOpened] = useState<Opened>();
  return (
    <div className="stack">
      {opened ? (
        <section aria-labelledby="open-change" className="stack">
          <h2 id="open-change">{t('patron-changes.open')}</h2>
          <OneChange key={opened.batchId} memberId={memberId} {...opened} />
          <p>
            <button type="button" className="text-button" onClick={() => setOpened(undefined)}>
              {t('patron-changes.another')}
            </button>
          </p>
        </section>
      ) : (
        <section aria-labelledby="new-change" className="stack">
          <h2 id="new-change">{t('patron-changes.new')}</h2>
          <NewChange memberId={memberId} opened={(batchId, unknownCards) => setOpened({ batchId, unknownCards })} />
        </section>
      )}
      <section aria-labelledby="made" className="stack">
        <h2 id="made">{t('patron-changes.earlier')}</h2>
        <Earlier memberId={memberId} open={setOpened} />
      </section>
    </div>
  );
};

/** The page of staff for changes of many patrons at once: preview, make, undo. */
export const PatronChangesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const memberId = useOwnMember();
  useTitle(t('nav.patron-changes'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page">
      <h1>{t('nav.patron-changes')}</h1>
      <p className="quiet">{t('patron-changes.meaning')}</p>
      {memberId ? (
        <Changes memberId={memberId} />
      ) : (
        <Empty title={t('patron-changes.not-here')}>
          <StaffSignIn back="/patron-changes" />
        </Empty>
      )}
    </div>
  );
};
