import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Action, asksFirst, type Row, type Together, together } from '../shared/requests.ts';
import { StepForm } from '../shared/step-form.tsx';
import type { StepInput } from '../shared/use-steps.ts';
import { PackingSlips } from './papers-bar.tsx';

type Chosen = {
  branchId: string;
  rows: readonly Row[];
  isPending: boolean;
  onTake: (rows: readonly Row[], action: Action, input: StepInput) => void;
  onClear: () => void;
};

/** The steps for all selected requests; a reason or date is asked for once. */
export const BulkBar = ({ branchId, rows, isPending, onTake, onClear }: Chosen) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [asked, setAsked] = useState<string>();
  const offered = together(rows);
  const now = asked && offered.find(({ action }) => action.trigger === asked);
  const send = ({ rows: meant, action }: Together, input: StepInput): void => {
    setAsked(undefined);
    onTake(meant, action, input);
  };
  return (
    <section className="bulk-bar" aria-label={t('loans.chosen-bar')}>
      <p role="status">{t('loans.chosen', { count: rows.length })}</p>
      {now ? (
        <StepForm
          key={now.action.trigger}
          action={now.action}
          isPending={isPending}
          onSend={(input) => send(now, input)}
          onClose={() => setAsked(undefined)}
        />
      ) : (
        <p className="row">
          {offered.map((one) => (
            <Button
              key={one.action.trigger}
              size="sm"
              variant={one.action.usual ? 'filled' : 'default'}
              disabled={isPending}
              onClick={() => (asksFirst(one.action) ? setAsked(one.action.trigger) : send(one, {}))}
            >
              {textOf('step', one.action.trigger, one.action.label)}
              {one.rows.length < rows.length && ` (${one.rows.length})`}
            </Button>
          ))}
          {offered.length === 0 && <span className="quiet">{t('loans.nothing-common')}</span>}
          <PackingSlips branchId={branchId} requestIds={rows.map(({ requestId }) => requestId)} />
          <Button size="sm" variant="subtle" onClick={onClear}>
            {t('loans.clear')}
          </Button>
        </p>
      )}
    </section>
  );
};
