import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { Icon } from '../../../components/icon.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { isOpen, type Load, sentKey, useRunAgain } from '../shared/imports.ts';
import { useWhy } from '../shared/use-file-texts.ts';
import { Running } from './progress.tsx';

type Given = { load: Load; memberId: string };

/** Restarts an import that stopped or did not begin; for cataloguers only. */
const RunAgain = ({ load: { importId, state }, memberId }: Given) => {
  const t = useTranslate();
  const who = useWho();
  const run = useRunAgain(memberId, importId);
  if (!holdsAt(who, memberId, 'cataloguer')) return <p>{t('loads.cataloguers-begin')}</p>;
  return (
    <>
      <Button
        size="sm"
        variant={state === 'failed' ? 'filled' : 'default'}
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {t(state === 'failed' ? 'loads.run-again' : 'loads.run')}
      </Button>
      {run.error && <FailedNotice thrown={run.error} />}
    </>
  );
};

const Another = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  return (
    <Link to="/loads" search={{ member: memberId }}>
      {t('loads.another')}
    </Link>
  );
};

/** The file has not arrived: upload it again, or start the import manually where only the arrival event was missed. */
const Awaiting = ({ load, memberId }: Given) => {
  const t = useTranslate();
  const isSent = useQueryClient().getQueryData(sentKey(load.importId)) === true;
  if (isSent)
    return (
      <div className="notice">
        <div>
          <p className="notice-title">{t('loads.begins')}</p>
          <p>{t('loads.begins-meaning')}</p>
          <RunAgain load={load} memberId={memberId} />
        </div>
      </div>
    );
  return (
    <div className="notice">
      <div>
        <p className="notice-title">{t(isOpen(load) ? 'loads.awaiting' : 'loads.never-came')}</p>
        <p>{t('loads.awaiting-meaning')}</p>
        <p className="row">
          <RunAgain load={load} memberId={memberId} />
          <Another memberId={memberId} />
        </p>
      </div>
    </div>
  );
};

/** The whole file was refused or the import stopped: the reason and the next step. */
const Stopped = ({ load, memberId }: Given) => {
  const t = useTranslate();
  const why = useWhy();
  const { problem, state } = load;
  return (
    <div className="notice notice-bad">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t(`loads.is-${state === 'failed' ? 'failed' : 'rejected'}`)}</p>
        {problem && <p>{why(problem)}</p>}
        {state === 'failed' ? <RunAgain load={load} memberId={memberId} /> : <Another memberId={memberId} />}
      </div>
    </div>
  );
};

/** The next steps after a completed import, by its result. */
const Afterwards = ({ load: { counts, kind }, memberId }: Given) => {
  const t = useTranslate();
  const isOfRecords = kind !== 'authorities';
  const { rejected, itemsRejected, barcodesShared, matched, itemsCreated, created } = counts;
  const isAllWell = rejected + itemsRejected + barcodesShared === 0;
  const here = { member: memberId };
  return (
    <ul className="load-steps">
      {isAllWell && <li>{t('loads.all-well')}</li>}
      {rejected > 0 && <li>{t('loads.mend-records', { count: rejected })}</li>}
      {itemsRejected > 0 && (
        <li>
          {t('loads.mend-copies', { count: itemsRejected })}{' '}
          <Link to="/item-mapping" search={here}>
            {t('loads.to-mapping')}
          </Link>
        </li>
      )}
      {isOfRecords && created > 0 && itemsCreated + itemsRejected === 0 && (
        <li>
          {t('loads.no-copies')}{' '}
          <Link to="/item-mapping" search={here}>
            {t('loads.to-mapping')}
          </Link>
        </li>
      )}
      {barcodesShared > 0 && <li>{t('loads.relabel', { count: barcodesShared })}</li>}
      {matched > 0 && (
        <li>
          {t('loads.matched', { count: matched })}{' '}
          <Link to="/possible-duplicates" search={here}>
            {t('possible-duplicates.title')}
          </Link>
        </li>
      )}
    </ul>
  );
};

/** The state of an import and its next steps. */
export const NextSteps = ({ load, memberId }: Given) => {
  const t = useTranslate();
  if (load.state === 'awaiting-file') return <Awaiting load={load} memberId={memberId} />;
  if (load.state === 'running')
    return (
      <div className="stack load-sending">
        <Running load={load} />
        <p className="quiet">{t('loads.goes-on')}</p>
      </div>
    );
  if (load.state === 'done')
    return (
      <section aria-labelledby="next" className="stack">
        <h2 id="next">{t('loads.next')}</h2>
        <Afterwards load={load} memberId={memberId} />
      </section>
    );
  return <Stopped load={load} memberId={memberId} />;
};
