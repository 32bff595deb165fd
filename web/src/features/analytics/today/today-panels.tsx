import type { ReactNode } from 'react';
import { memberOf } from '../../../api/directory.ts';
import { ClassesPanel, LateClassesPanel } from './classes-panel.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { FastAddedPanel } from './fast-added-panel.tsx';
import { ClearPanel, ComingPanel, FetchPanel, MissingPanel } from './item-panels.tsx';
import { LoansPanel } from './loans-panel.tsx';
import { FinancePanel, OwnFinancePanel } from './money-panels.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PoliciesPanel } from './policies-panel.tsx';
import { ProposalsPanel } from './proposals-panel.tsx';
import { BatchesPanel, RecordPairsPanel } from './records-panels.tsx';
import { RefusedLoadsPanel } from './refused-loads-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';
import type { Today } from './use-today.ts';
import { WebhooksPanel } from './webhooks-panel.tsx';

const Column = ({ children }: { children: ReactNode }) => <div className="today-column">{children}</div>;

const Records = ({ today, branchId }: { today: Today; branchId: string | undefined }) => {
  const { fastAdded, recordPairs, batches, refusedLoads } = today;
  return (
    <>
      {refusedLoads && branchId && <RefusedLoadsPanel list={refusedLoads} memberId={memberOf(branchId)} />}
      {fastAdded && <FastAddedPanel list={fastAdded} />}
      {recordPairs && <RecordPairsPanel list={recordPairs} />}
      {batches && <BatchesPanel list={batches} />}
    </>
  );
};

/** The panels of the day in three columns: the work with items, the rest of the branch, and what needs a decision. */
export const TodayPanels = ({ today, branchId }: { today: Today; branchId: string | undefined }) => {
  const { fetch, clear, coming, missing, signUps, duplicates, loans, ownFinance, finance, policies } = today;
  const { classes, lateClasses, terms, devices, webhooks } = today;
  const proposals = today.proposals && <ProposalsPanel proposals={today.proposals} />;
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
        <Records today={today} branchId={branchId} />
      </Column>
      <Column>
        {clear && <ClearPanel list={clear} />}
        {coming && <ComingPanel list={coming} />}
        {devices && <DevicesPanel list={devices} />}
        {lateClasses && <LateClassesPanel list={lateClasses} />}
        {classes && <ClassesPanel list={classes} />}
        {terms && <TermsPanel terms={terms} />}
        {webhooks && <WebhooksPanel list={webhooks} />}
        {!fetch && proposals}
        {!fetch && policies && <PoliciesPanel policies={policies} />}
      </Column>
      <Column>
        {(signUps ?? duplicates) && <PeoplePanel {...(signUps && { signUps })} {...(duplicates && { duplicates })} />}
        {fetch && loanPanel}
        {fetch && money}
        {fetch && proposals}
        {fetch && policies && <PoliciesPanel policies={policies} />}
      </Column>
    </div>
  );
};
