import { getRouteApi, Link } from '@tanstack/react-router';
import { BranchChoice } from '../../parts/branch-choice.tsx';
import { type Branch, memberOf } from '../../parts/directory.ts';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { useSession } from '../../session/session.ts';
import { useWho } from '../../session/who.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { useBranch } from '../desk/use-branch.ts';
import { keyOf } from '../loans/loans.ts';
import '../loans/loans.css';
import { StateBadges } from '../loans/state-badges.tsx';
import { AllSteps } from '../loans/step-buttons.tsx';
import { useSteps } from '../loans/use-steps.ts';
import { useTitleOf, WantedLine } from '../loans/wanted-line.tsx';
import { Asks } from './asks.tsx';
import { History } from './history.tsx';
import { type Loan, ownMember, sideOf, useLoan } from './loan.ts';
import './loan.css';
import { LoanFacts } from './loan-facts.tsx';
import { Offer } from './offer.tsx';
import { Rota } from './rota.tsx';

const route = getRouteApi('/loans/$requestId');

const Steps = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const say = useSay();
  const { steps, outcome } = useSteps(branchId);
  const problem = outcome?.refused.get(keyOf(loan));
  return (
    <section aria-labelledby="steps" className="card">
      <h2 id="steps">{say('loan-part.steps')}</h2>
      {loan.actions.length === 0 ? (
        <p>{say('loan-part.no-steps')}</p>
      ) : (
        <AllSteps
          key={loan.status.state}
          actions={loan.actions}
          isPending={steps.isPending}
          onTake={(action, said) => steps.mutate([{ row: loan, action, said }])}
        />
      )}
      {problem && <FailedNotice thrown={problem} />}
      {steps.error && <FailedNotice thrown={steps.error} />}
      <p role="status" className="only-heard">
        {outcome && outcome.taken > 0 ? say('loan-part.taken') : ''}
      </p>
    </section>
  );
};

const Whole = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const sayOf = useSayOf();
  const side = sideOf(loan);
  const { state, meaning } = loan.status;
  return (
    <>
      <div className="loan-state">
        <WantedLine row={loan} />
        <StateBadges row={loan} side={side} />
        <p>{sayOf(side === 'requester' ? 'borrow-meaning' : 'ask-meaning', state, meaning)}</p>
      </div>
      <Offer loan={loan} />
      <Steps loan={loan} branchId={branchId} />
      <LoanFacts loan={loan} branchId={branchId} />
      {side === 'requester' && <Asks asks={loan.asks} />}
      <Rota rota={loan.rota} asks={loan.asks} />
      <History loan={loan} />
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
