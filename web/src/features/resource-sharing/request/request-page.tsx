import { getRouteApi, Link } from '@tanstack/react-router';
import { useWho } from '../../../api/current-user.ts';
import { type Branch, memberOf } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { BranchChoice } from '../../../components/branch-choice.tsx';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import '../shared/requests.css';
import { StateBadges } from '../shared/state-badges.tsx';
import { AllSteps } from '../shared/step-buttons.tsx';
import { isPartner } from '../shared/use-party.ts';
import { useTitleOf, WantedLine } from '../shared/wanted-line.tsx';
import { History } from './history.tsx';
import { JustDone } from './just-done.tsx';
import { Asks } from './pending-questions.tsx';
import { costAbove, type Loan, ownMember, sideOf, useLoan } from './request.ts';
import './request.css';
import { Messages } from './messages.tsx';
import { Offer } from './offer.tsx';
import { Papers } from './papers.tsx';
import { LoanFacts } from './request-facts.tsx';
import { Restart } from './restart.tsx';
import { Rota } from './rota.tsx';
import { Unmoved } from './stalled-notice.tsx';
import { type LoanStep, useLoanStep } from './use-request-step.ts';

const route = getRouteApi('/loans/$requestId');

const Steps = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const say = useSay();
  // What costs more than may be spent is agreed to beside the offer, where the limit is raised.
  const isAbove = costAbove(loan) !== undefined;
  const actions = loan.actions.filter(({ trigger }) => !(isAbove && trigger === 'agree-terms'));
  return (
    <section aria-labelledby="steps" className="card">
      <h2 id="steps">{say('loan-part.steps')}</h2>
      {actions.length === 0 ? (
        <p>{say('loan-part.no-steps')}</p>
      ) : (
        <AllSteps
          key={loan.status.state}
          actions={actions}
          asksAll
          known={loan.citation ? { citation: loan.citation } : {}}
          isPending={step.isPending}
          onTake={(action, said) => step.mutate({ action, said })}
        />
      )}
      {step.error && <FailedNotice thrown={step.error} />}
      <JustDone loan={loan} step={step} />
      <p role="status" className="only-heard">
        {step.isSuccess ? say('loan-part.taken') : ''}
      </p>
    </section>
  );
};

/** Whether a library outside has part in it, so that messages went to and fro. */
const speaksOutside = ({ requesterMember, asks }: Loan): boolean =>
  isPartner(requesterMember) || asks.some(({ supplierMember }) => isPartner(supplierMember));

/** Its workflow is that of the library which asks, and of the one that supplies where a partner outside asks. */
const mayRestart = (loan: Loan): boolean =>
  loan.group !== undefined && (sideOf(loan) === 'requester' || isPartner(loan.requesterMember));

const Whole = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const sayOf = useSayOf();
  const side = sideOf(loan);
  const step = useLoanStep(loan, branchId);
  const { state, meaning } = loan.status;
  return (
    <>
      <div className="loan-state">
        <WantedLine row={loan} />
        <StateBadges row={loan} side={side} />
        <p>{sayOf(side === 'requester' ? 'borrow-meaning' : 'ask-meaning', state, meaning)}</p>
      </div>
      <Offer loan={loan} step={step} />
      {speaksOutside(loan) && <Unmoved requestId={loan.requestId} />}
      <Steps loan={loan} step={step} />
      <Papers loan={loan} branchId={branchId} />
      <LoanFacts loan={loan} branchId={branchId} />
      {side === 'requester' && <Asks asks={loan.asks} />}
      <Rota rota={loan.rota} asks={loan.asks} />
      {speaksOutside(loan) && <Messages requestId={loan.requestId} />}
      <History loan={loan} />
      {mayRestart(loan) && <Restart requestId={loan.requestId} branchId={branchId} />}
    </>
  );
};

/** The branch at which the steps are taken: where the item is collected when one works there, else the one kept. */
const placeFor = (loan: Loan, own: readonly Branch[], branch: Branch | undefined): Branch | undefined =>
  own.find(({ branchId }) => branchId === branch?.branchId) ??
  own.find(({ branchId }) => branchId === loan.pickupBranch) ??
  own[0];

const Shown = ({ loan }: { loan: Loan }) => {
  const say = useSay();
  const { branches, branch, choose } = useBranch('ill', 'desk', 'desk-supervisor');
  const title = useTitleOf()(loan);
  useTitle(title);
  const own = branches.filter(({ branchId }) => memberOf(branchId) === ownMember(loan));
  const place = placeFor(loan, own, branch);
  return (
    <>
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          <Link to="/loans" search={{ side: sideOf(loan) }}>
            {say('loan-part.back')}
          </Link>
          {place && <BranchChoice branches={own} branch={place} choose={choose} />}
        </div>
      </div>
      {place && <Whole loan={loan} branchId={place.branchId} />}
    </>
  );
};

const Asked = () => {
  const say = useSay();
  const { requestId } = route.useParams();
  const { data, error, refetch } = useLoan(requestId);
  if (data) return <Shown loan={data} />;
  return (
    <>
      <h1 className={error ? undefined : 'only-heard'}>{say('loan-part.title')}</h1>
      {error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={3} height={120} />}
    </>
  );
};

/** One loan between libraries: what and for whom, how far, what can be done now, who was asked and why in this order. */
export const LoanRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  const { requestId } = route.useParams();
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room room-wide loans loan">
      {session?.kind === 'staff' ? (
        <Asked />
      ) : (
        <>
          <h1>{say('loan-part.title')}</h1>
          <Empty title={say('loans.not-here')}>
            <Link to="/sign-in" search={{ back: `/loans/${requestId}` }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          </Empty>
        </>
      )}
    </div>
  );
};
