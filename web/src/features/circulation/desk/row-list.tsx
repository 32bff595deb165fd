import { Suspense, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Announce } from '../../../components/announce.tsx';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { reasonsIn, useReasonText } from '../../../components/use-reason-texts.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OptIn } from '../../patrons/shared/opt-in.tsx';
import { ruledAtCheckIn } from '../shared/why.ts';
import { WhyButton } from '../shared/why-button.tsx';
import type { Desk } from './desk.ts';
import type { DeskState, Row } from './desk-types.ts';
import { useOutcomeText } from './use-outcome-texts.ts';

const FastAddForm = lazyComponent(() => import('./fast-add.tsx'), 'FastAdd');
const LetThrough = lazyComponent(() => import('./let-through.tsx'), 'LetThrough');

/** Lets the desk lend an item that has no record. */
const FastAdd = ({ row, desk, branchId }: { row: Row; desk: Desk; branchId: string }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <Suspense>
      <FastAddForm branchId={branchId} barcode={row.scan} done={() => desk.again(row.key)} />
    </Suspense>
  ) : (
    <button type="button" className="text-button" onClick={() => setIsOpen(true)}>
      {t('fast-add.open')}
    </button>
  );
};

const looks = (row: Row): { icon: IconName; tone: string } => {
  if (row.state !== 'ended') return { icon: 'wait', tone: 'waiting' };
  if (row.outcome?.is === 'refused') return { icon: 'no', tone: 'refused' };
  if (row.outcome?.is === 'opened') return { icon: 'person', tone: 'opened' };
  if (row.outcome?.is === 'back') {
    const { step } = row.outcome.checkIn.next;
    if (step === 'send') return { icon: 'send', tone: 'away' };
    if (step === 'hold-shelf') return { icon: 'hold', tone: 'away' };
    if (step === 'keep-aside') return { icon: 'warn', tone: 'away' };
  }
  return { icon: 'yes', tone: 'done' };
};

/** The reasons of a refusal; a supervisor can override it, and a failed call can be retried. */
const Refused = ({ row, desk, branchId }: { row: Row; desk: Desk; branchId: string }) => {
  const t = useTranslate();
  const who = useWho();
  const reasonText = useReasonText();
  if (row.outcome?.is !== 'refused') return null;
  const { problem } = row.outcome;
  const codes = reasonsIn(problem).map(({ code }) => code);
  // When the only reason is that the item does not leave the library, it can be checked out for in-house use.
  const libraryUseOnly = codes.length > 0 && codes.every((code) => code === 'library-use-only');
  const failed = problem.status === 0 || problem.status >= 500 || problem.status === 429;
  return (
    <>
      <ul className="reasons">
        {reasonsIn(problem).map((reason) => (
          <li key={reason.code}>{reasonText(reason)}</li>
        ))}
      </ul>
      {failed && (
        <button type="button" className="text-button" onClick={() => desk.again(row.key)}>
          {t('do.again')}
        </button>
      )}
      {codes.includes('not-opted-in') && <OptIn branchId={branchId} card={row.scan} done={() => desk.again(row.key)} />}
      {codes.includes('unknown-scan') && row.patronId !== undefined && (row.mode === 'auto' || row.mode === 'out') && (
        <FastAdd row={row} desk={desk} branchId={branchId} />
      )}
      {libraryUseOnly && (
        <button type="button" className="text-button" onClick={() => desk.again(row.key, { inLibrary: true })}>
          {t('desk.in-library')}
        </button>
      )}
      {!failed && problem.status === 409 && row.item && hasRole(who, 'desk-supervisor') && (
        <Suspense>
          <LetThrough letThrough={(comment) => desk.again(row.key, { ...row.further, comment })} />
        </Suspense>
      )}
    </>
  );
};

/** Opens the rules behind a due date or a refusal. */
const Why = ({ row: { item, chosen, outcome, patronId, mode }, branchId }: { row: Row; branchId: string }) => {
  if (item === undefined || !['lent', 'renewed', 'refused'].includes(outcome?.is ?? '')) return null;
  const of = { branchId, item: chosen ?? item.barcode };
  const isDone = outcome?.is !== 'refused';
  if (outcome?.is === 'renewed' || mode === 'renew') return <WhyButton ask={{ of: 'renewal', body: of, isDone }} />;
  if (outcome?.is === 'refused' && (mode === 'in' || (mode === 'auto' && patronId === undefined))) {
    const reasons = reasonsIn(outcome.problem).filter(({ code }) => ruledAtCheckIn.includes(code));
    return reasons.length > 0 ? <WhyButton ask={{ of: 'check-in', reasons }} /> : null;
  }
  if (patronId === undefined || mode === 'in') return null;
  return <WhyButton ask={{ of: 'check-out', body: { ...of, patron: patronId }, isDone }} />;
};

type LineProps = { row: Row; desk: Desk; isEarlier: boolean; branchId: string };

const RowLine = ({ row, desk, isEarlier, branchId }: LineProps) => {
  const outcomeText = useOutcomeText();
  const { icon, tone } = looks(row);
  return (
    <li className={`scan scan-${tone}${isEarlier ? ' scan-earlier' : ''}`} data-state={row.state}>
      <span className="scan-icon">
        <Icon name={icon} size={22} />
      </span>
      <div>
        <p className="scan-title">
          {row.item?.title ?? row.scan} <span className="barcode">{row.item?.title ? row.scan : ''}</span>
        </p>
        <p className="scan-outcome">{outcomeText(row)}</p>
        <Refused row={row} desk={desk} branchId={branchId} />
        <Why row={row} branchId={branchId} />
      </div>
    </li>
  );
};

/** The list of scans, newest first; refused ones stay with their reasons. */
export const RowList = ({ state, desk, branchId }: { state: DeskState; desk: Desk; branchId: string }) => {
  const t = useTranslate();
  const outcomeText = useOutcomeText();
  const last = state.rows.find((row) => row.state === 'ended');
  const waiting = state.rows.filter((row) => row.state === 'waiting').length;
  return (
    <section aria-label={t('desk.rows')}>
      <Announce text={last ? `${last.item?.title ?? last.scan}: ${outcomeText(last)}` : ''} />
      {waiting > 0 && <p className="quiet">{t('desk.waiting', { count: waiting })}</p>}
      {state.rows.length === 0 && <p className="desk-hint">{t('desk.hint')}</p>}
      <ol className="scans">
        {state.rows.map((row) => (
          <RowLine
            key={row.key}
            row={row}
            desk={desk}
            branchId={branchId}
            isEarlier={row.state === 'ended' && row.session < state.session}
          />
        ))}
      </ol>
    </section>
  );
};
