import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { type Branch, memberOf } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useAsRecent } from '../../../components/recent.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import '../shared/requests.css';
import { OverOthers } from '../shared/over-others.tsx';
import { StateBadges } from '../shared/state-badges.tsx';
import { AllSteps } from '../shared/step-buttons.tsx';
import { UndeliveredLine } from '../shared/undelivered-line.tsx';
import { isPartner } from '../shared/use-party.ts';
import { useTitleOf, WantedLine } from '../shared/wanted-line.tsx';
import { Excluded } from './excluded.tsx';
import { History } from './history.tsx';
import { JustDone } from './just-done.tsx';
import { PendingQuestions } from './pending-questions.tsx';
import { costAbove, type Loan, ownMember, sideOf, useLoan } from './request.ts';
import './request.css';
import { Offer } from './offer.tsx';
import { Papers } from './papers.tsx';
import { Possible } from './possible.tsx';
import { LoanFacts } from './request-facts.tsx';
import { Rota } from './rota.tsx';
import { type LoanStep, useLoanStep } from './use-request-step.ts';

// Needed with partners outside the consortium only, or hardly ever.
const Messages = lazyComponent(() => import('./messages.tsx'), 'Messages');
const StalledNotice = lazyComponent(() => import('./stalled-notice.tsx'), 'StalledNotice');
const Restart = lazyComponent(() => import('./restart.tsx'), 'Restart');
const route = getRouteApi('/loans/$requestId');

const Steps = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const t = useTranslate();
  // An offer above the limit is accepted beside it, where the limit is raised.
  const isAbove = costAbove(loan) !== undefined;
  const last = step.variables;
  const actions = loan.actions.filter(({ trigger }) => !(isAbove && trigger === 'agree-terms'));
  return (
    <section aria-labelledby="steps" className="card">
      <h2 id="steps">{t('loan-part.steps')}</h2>
      {actions.length === 0 ? (
        <p>{t('loan-part.no-steps')}</p>
      ) : (
        <AllSteps
          key={loan.status.state}
          actions={actions}
          asksAll
          known={loan.citation ? { citation: loan.citation } : {}}
          isPending={step.isPending}
          onTake={(action, input) => step.mutate({ action, input })}
        />
      )}
      {step.error && <FailedNotice thrown={step.error} />}
      {step.error && last && 'action' in last && (
        <OverOthers
          thrown={step.error}
          again={(comment) => step.mutate({ action: last.action, input: { ...last.input, override: { comment } } })}
        />
      )}
      <JustDone loan={loan} step={step} />
      <p role="status" className="visually-hidden">
        {step.isSuccess ? t('loan-part.taken') : ''}
      </p>
    </section>
  );
};

/** Whether a partner takes part, so that messages were exchanged. */
const speaksOutside = ({ requesterMember, asks }: Loan): boolean =>
  isPartner(requesterMember) || asks.some(({ supplierMember }) => isPartner(supplierMember));

/** The workflow belongs to the requesting library, or to the supplying one where a partner requests. */
const mayRestart = (loan: Loan): boolean =>
  loan.group !== undefined && (sideOf(loan) === 'requester' || isPartner(loan.requesterMember));

const Whole = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const textOf = useTextOf();
  const side = sideOf(loan);
  const step = useLoanStep(loan, branchId);
  const { state, meaning } = loan.status;
  return (
    <>
      <div className="loan-state">
        <WantedLine row={loan} />
        <StateBadges row={loan} side={side} />
        <UndeliveredLine row={loan} />
        <p>{textOf(side === 'requester' ? 'borrow-meaning' : 'ask-meaning', state, meaning)}</p>
      </div>
      <Offer loan={loan} step={step} />
      <Possible loan={loan} step={step} />
      {speaksOutside(loan) && (
        <Suspense>
          <StalledNotice requestId={loan.requestId} />
        </Suspense>
      )}
      <Steps loan={loan} step={step} />
      <Papers loan={loan} branchId={branchId} />
      <LoanFacts loan={loan} branchId={branchId} />
      {side === 'requester' && <PendingQuestions asks={loan.asks} />}
      <Rota rota={loan.rota} asks={loan.asks} />
      <Excluded loan={loan} />
      {speaksOutside(loan) && (
        <Suspense>
          <Messages requestId={loan.requestId} />
        </Suspense>
      )}
      <History loan={loan} />
      {mayRestart(loan) && (
        <Suspense>
          <Restart requestId={loan.requestId} branchId={branchId} />
        </Suspense>
      )}
    </>
  );
};

/** Returns the branch for the steps: the pickup branch when the user works there, otherwise the selected branch. */
const placeFor = (loan: Loan, own: readonly Branch[], branch: Branch | undefined): Branch | undefined =>
  own.find(({ branchId }) => branchId === branch?.branchId) ??
  own.find(({ branchId }) => branchId === loan.pickupBranch) ??
  own[0];

const Shown = ({ loan }: { loan: Loan }) => {
  const t = useTranslate();
  const { branches, branch } = useBranch('ill', 'desk', 'desk-supervisor');
  const title = useTitleOf()(loan);
  useTitle(title);
  useAsRecent(title);
  const own = branches.filter(({ branchId }) => memberOf(branchId) === ownMember(loan));
  const place = placeFor(loan, own, branch);
  return (
    <>
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          <Link to="/loans" search={{ side: sideOf(loan) }}>
            {t('loan-part.back')}
          </Link>
          {place && <BranchChoice branch={place} />}
        </div>
      </div>
      {place && <Whole loan={loan} branchId={place.branchId} />}
    </>
  );
};

const Asked = () => {
  const t = useTranslate();
  const { requestId } = route.useParams();
  const { data, error, refetch } = useLoan(requestId);
  if (data) return <Shown loan={data} />;
  return (
    <>
      <h1 className={error ? undefined : 'visually-hidden'}>{t('loan-part.title')}</h1>
      {error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={3} height={120} />}
    </>
  );
};

/** The page of an interlibrary request: item, patron, state, available steps, and the suppliers asked with the reasons for their order. */
export const RequestPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { requestId } = route.useParams();
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide loans loan">
      {session?.kind === 'staff' ? (
        <Asked />
      ) : (
        <>
          <h1>{t('loan-part.title')}</h1>
          <Empty title={t('loans.not-here')}>
            <StaffSignIn back={`/loans/${requestId}`} />
          </Empty>
        </>
      )}
    </div>
  );
};
