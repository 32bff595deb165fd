import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type CostChoice, type Shown, useApprove, usePrepare, type Which } from '../shared/true-up.ts';

type Step = { shown: Shown; which: Which };

/** Prepares the true-up; its preparer cannot approve it. */
export const Prepare = ({ shown, which, costChoice }: Step & { costChoice: CostChoice }) => {
  const t = useTranslate();
  const [isAsked, setIsAsked] = useState(false);
  const prepare = usePrepare(which);
  const { cost } = shown.trueUp;
  return (
    <section aria-labelledby="prepare" className="stack">
      <h2 id="prepare">{t('true-up.prepare')}</h2>
      <p>{t('true-up.prepare-meaning')}</p>
      <p>
        <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
          {t('true-up.prepare')}
        </Button>
      </p>
      {isAsked && (
        <Question
          yes={t('true-up.prepare-yes')}
          isPending={prepare.isPending}
          go={() => prepare.mutate({ ...costChoice, cost, seal: shown.seal }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>{t('true-up.prepare-sure', { seal: shown.seal.slice(0, 12) })}</p>
        </Question>
      )}
      {prepare.error && <FailedNotice thrown={prepare.error} />}
    </section>
  );
};

/** Approves a true-up prepared by another person, into a month whose statements are not yet written. */
export const Approve = ({ shown, which }: Step) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const [isAsked, setIsAsked] = useState(false);
  const approve = useApprove(which);
  const { trueUp, seal } = shown;
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
  };
  return (
    <section aria-labelledby="approve" className="stack">
      <h2 id="approve">{t('true-up.approve')}</h2>
      <form className="bench-fields" onSubmit={ask}>
        <TextInput
          size="sm"
          required
          type="month"
          label={t('true-up.into')}
          value={month}
          onChange={({ currentTarget: { value } }) => setMonth(value)}
        />
        <p>
          <Button size="sm" type="submit">
            {t('true-up.approve')}
          </Button>
        </p>
      </form>
      {isAsked && (
        <Question
          yes={t('true-up.approve-yes')}
          isPending={approve.isPending}
          go={() => approve.mutate({ seal, month }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>
            {t('true-up.approve-sure', {
              ...{ amount: money(trueUp.amount, trueUp.currency), count: trueUp.parts.length },
              month: monthName(month),
            })}
          </p>
        </Question>
      )}
      {approve.error && <FailedNotice thrown={approve.error} />}
    </section>
  );
};
