import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ReasonField, saysWhy } from '../../../components/reason-field.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePreview } from '../item-changes/changes.ts';
import { type ChoiceDraft, choiceOf } from './choice.ts';
import { ChooseRecords } from './choose-records.tsx';
import { StepFields } from './step-fields.tsx';
import { emptyCondition, emptyStep, stepOf } from './steps.ts';
import './record-changes.css';

const MOST_STEPS = 20;

/** The form for a batch change of records and its preview; the preview changes nothing. */
export const NewRecordChange = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const preview = usePreview(memberId);
  const next = useRef(1);
  const [choice, setChoice] = useState<ChoiceDraft>({ by: 'numbers', numbers: '', found: [], where: emptyCondition });
  const [steps, setSteps] = useState([emptyStep(0)]);
  const [reason, setReason] = useState('');
  const records = choiceOf(choice);
  const made = steps.flatMap((step) => stepOf(step) ?? []);
  const isReady = records !== undefined && made.length === steps.length && saysWhy(reason);
  const send = (): void => {
    if (!records || !isReady) return;
    preview.mutate(
      { records, steps: made, reason: reason.trim() },
      {
        onSuccess: ({ batchId }) =>
          void navigate({ to: '/record-changes/$batchId', params: { batchId }, search: { member: memberId } }),
      },
    );
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3>{t('record-changes.which')}</h3>
      <ChooseRecords choice={choice} put={(more) => setChoice({ ...choice, ...more })} memberId={memberId} />
      <h3>{t('record-changes.what')}</h3>
      <ol className="record-steps">
        {steps.map((step, i) => (
          <StepFields
            key={step.key}
            step={step}
            number={i + 1}
            change={(changed) => setSteps(steps.map((one) => (one.key === changed.key ? changed : one)))}
            remove={steps.length > 1 ? () => setSteps(steps.filter(({ key }) => key !== step.key)) : undefined}
          />
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <p>
          <Button size="sm" variant="default" onClick={() => setSteps([...steps, emptyStep(next.current++)])}>
            {t('record-changes.add-step')}
          </Button>
        </p>
      )}
      <ReasonField meaning={t('record-changes.reason-meaning')} reason={reason} change={setReason} />
      <p className="row">
        <Button type="submit" disabled={!isReady} loading={preview.isPending}>
          {t('record-changes.preview')}
        </Button>
        <span className="quiet">{t('record-changes.preview-meaning')}</span>
      </p>
      {preview.error && <FailedNotice thrown={preview.error} />}
    </form>
  );
};
