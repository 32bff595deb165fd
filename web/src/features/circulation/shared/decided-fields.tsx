import { TextInput } from '@mantine/core';
import { beginningOf, today } from '../../../components/days.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** From which day a change of rules applies, and the decision or the reason for it. */
export type Decided = { day: string; reason: string };

/** Returns the first instant of the day, for a request; nothing for no day and for today. */
export const beginsOn = ({ day }: Decided): { effectiveFrom?: string } => {
  const effectiveFrom = beginningOf(day);
  return effectiveFrom === undefined ? {} : { effectiveFrom };
};

type Props = {
  decided: Decided;
  change: (decided: Decided) => void;
  isProposal: boolean;
  /** Whether the members vote on it: then its proposal has the reasons. */
  isVote?: boolean;
};

/** The fields of the day from which a change of rules applies, and of its reason, or of the decision where nobody else adopts it. */
export const DecidedFields = ({ decided, change, isProposal, isVote = false }: Props) => {
  const t = useTranslate();
  return (
    <>
      <TextInput
        size="sm"
        type="date"
        min={today()}
        label={t('loan-rules.from-day')}
        description={t('loan-rules.from-day-hint')}
        value={decided.day}
        onChange={({ currentTarget }) => change({ ...decided, day: currentTarget.value })}
      />
      {!isVote && (
        <TextInput
          size="sm"
          required
          maxLength={isProposal ? 160 : 200}
          label={t(isProposal ? 'rule-proposals.reason' : 'loan-rules.decision')}
          value={decided.reason}
          onChange={({ currentTarget }) => change({ ...decided, reason: currentTarget.value })}
        />
      )}
    </>
  );
};
