import { type ReactNode, Suspense } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FastAddedPanel } from './fast-added-panel.tsx';
import { ClearPanel, ComingPanel, FetchPanel, MissingPanel } from './item-panels.tsx';
import { LoansPanel } from './loans-panel.tsx';
import { FinancePanel, OwnFinancePanel } from './money-panels.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PoliciesPanel } from './policies-panel.tsx';
import type { Today } from './use-today.ts';

const ProposalsPanel = lazyComponent(() => import('./proposals-panel.tsx'), 'ProposalsPanel');

const Column = ({ children }: { children: ReactNode }) => <div className="today-column">{children}</div>;

/** The panels of the day in three columns: the work with items, the rest of the branch, and what needs a decision. */
export const TodayPanels = ({ today, branchId }: { today: Today; branchId: string | undefined }) => {
  const { fetch, clear, coming, missing, signUps, duplicates, loans, fastAdded, ownFinance, finance, policies } = today;
  const who = useWho();
  const proposals = hasRole(who, 'admin', 'member-admin') && (
    <Suspense>
      <ProposalsPanel />
    </Suspense>
  );
  const loanPanel = loans && <LoansPanel loans={loans} />;
  const money = (
    <>
      {finance && <FinancePanel finance={finance} />}
      {ownFinance && branchId && <OwnFinancePanel own={ownFinance} memberId={memberOf(branchId)} />}
    </>
  );
  return (
    <div className={fetch ? 'today-columns' : 'today-columns today-even'}>
      <Column>
        {fetch && <FetchPanel list={fetch} />}
        {!fetch && loanPanel}
        {!fetch && money}
        {missing && <MissingPanel list={missing} />}
      </Column>
      <Column>
        {clear && <ClearPanel list={clear} />}
        {coming && <ComingPanel list={coming} />}
        {!fetch && proposals}
        {!fetch && policies && <PoliciesPanel policies={policies} />}
      </Column>
      <Column>
        {(signUps ?? duplicates) && <PeoplePanel {...(signUps && { signUps })} {...(duplicates && { duplicates })} />}
        {fetch && loanPanel}
        {fastAdded && <FastAddedPanel list={fastAdded} />}
        {fetch && money}
        {fetch && proposals}
        {fetch && policies && <PoliciesPanel policies={policies} />}
      </Column>
    </div>
  );
};
