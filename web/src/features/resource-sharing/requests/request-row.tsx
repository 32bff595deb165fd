import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import type { Problem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { OverOthers } from '../shared/over-others.tsx';
import type { Action, Row, Side } from '../shared/requests.ts';
import { StateBadges } from '../shared/state-badges.tsx';
import { RowSteps } from '../shared/step-buttons.tsx';
import { UndeliveredLine } from '../shared/undelivered-line.tsx';
import { useParty } from '../shared/use-party.ts';
import type { StepInput } from '../shared/use-steps.ts';
import { useTitleOf, WantedLine } from '../shared/wanted-line.tsx';
import { DatesLine } from './dates-line.tsx';

const isOutside = (branchId: string): boolean => branchId.endsWith('.outside');

const OtherLibrary = ({ row, side }: { row: Row; side: Side }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const party = useParty();
  const { requesterMember, pickupBranch, supplierMember } = row;
  if (side === 'requester') {
    return (
      <p>
        {supplierMember ? t('loans.from', { library: party(supplierMember) }) : t('loans.nobody-asked')}
        {' · '}
        {t('hold.collect-at', { branch: branchName(pickupBranch) })}
      </p>
    );
  }
  const library = party(requesterMember);
  return (
    <p>
      {isOutside(pickupBranch)
        ? t('loans.for-outside', { library })
        : t('loans.for', { library, branch: branchName(pickupBranch) })}
    </p>
  );
};

type Listed = {
  row: Row;
  side: Side;
  isChosen: boolean;
  isPending: boolean;
  problem: Problem | undefined;
  /** Takes the refused step again, with a supervisor's reason. */
  onAgain: (comment: string) => void;
  onChoose: (isChosen: boolean) => void;
  onTake: (action: Action, input: StepInput) => void;
};

/** A request in the work list: item, parties, state and dates, with a selection box and the next step. */
export const LoanRow = ({ row, side, isChosen, isPending, problem, onAgain, onChoose, onTake }: Listed) => {
  const t = useTranslate();
  const title = useTitleOf()(row);
  return (
    <li className="row-card loan-row">
      <Checkbox
        checked={isChosen}
        aria-label={t('loans.choose', { title })}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      <div className="row-body">
        <div className="row">
          <h3 className="row-title">
            <Link to="/loans/$requestId" params={{ requestId: row.requestId }}>
              {title}
            </Link>
          </h3>
          <StateBadges row={row} side={side} />
        </div>
        <WantedLine row={row} />
        <OtherLibrary row={row} side={side} />
        <DatesLine row={row} side={side} />
        <UndeliveredLine row={row} />
        {problem && <FailedNotice thrown={problem} />}
        {problem && <OverOthers thrown={problem} again={onAgain} />}
      </div>
      <RowSteps {...{ title, isPending, onTake }} requestId={row.requestId} actions={row.actions} />
    </li>
  );
};
