import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { ConditionFields } from './condition-fields.tsx';
import { HeadingFields } from './heading-fields.tsx';
import { deeds, emptyCondition, type StepDraft } from './steps.ts';

type Part = { step: StepDraft; put: (more: Partial<StepDraft>) => void };

const Text = ({ step, put, of, name }: Part & { of: 'value' | 'find' | 'by'; name: string }) => (
  <TextInput
    className="record-step-text"
    label={name}
    value={step[of]}
    maxLength={of === 'find' ? 200 : 2_000}
    onChange={({ currentTarget: { value } }) => put({ [of]: value })}
  />
);

const Code = ({ step, put }: Part) => {
  const t = useTranslate();
  return (
    <TextInput
      className="record-step-tag"
      label={t('record-changes.code')}
      placeholder={step.do === 'replace-text' ? t('record-changes.any') : ''}
      value={step.code}
      maxLength={1}
      onChange={({ currentTarget: { value } }) => put({ code: value })}
    />
  );
};

/** The inputs that a deed needs besides the tag. */
const Values = (part: Part) => {
  const t = useTranslate();
  const { step, put } = part;
  if (step.do === 'delete-field') return null;
  if (step.do === 'add-field') {
    return (
      <>
        <TextInput
          className="record-step-tag"
          label={t('record-changes.indicators')}
          value={step.indicators}
          maxLength={2}
          onChange={({ currentTarget: { value } }) => put({ indicators: value })}
        />
        <Text {...part} of="value" name={t('record-changes.content')} />
      </>
    );
  }
  if (step.do === 'set-indicator') {
    return (
      <>
        <NativeSelect
          label={t('record-changes.indicator')}
          value={step.place}
          data={['1', '2']}
          onChange={({ currentTarget: { value } }) => put({ place: value === '2' ? '2' : '1' })}
        />
        <TextInput
          className="record-step-tag"
          label={t('record-changes.new-value')}
          value={step.value}
          maxLength={1}
          onChange={({ currentTarget: { value } }) => put({ value })}
        />
      </>
    );
  }
  return (
    <>
      <Code {...part} />
      {step.do === 'replace-text' && (
        <>
          <Text {...part} of="find" name={t('record-changes.find')} />
          <Text {...part} of="by" name={t('record-changes.by')} />
          <Checkbox
            label={t('record-changes.pattern')}
            checked={step.pattern}
            onChange={({ currentTarget: { checked } }) => put({ pattern: checked })}
          />
        </>
      )}
      {(step.do === 'add-subfield' || step.do === 'set-subfield') && (
        <Text {...part} of="value" name={t('record-changes.new-value')} />
      )}
    </>
  );
};

type Given = { step: StepDraft; number: number; change: (step: StepDraft) => void; remove: (() => void) | undefined };

/** One step of a batch change, with its condition. */
export const StepFields = ({ step, number, change, remove }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const put = (more: Partial<StepDraft>): void => change({ ...step, ...more });
  const isHeading = step.do === 'change-heading';
  return (
    <li className="record-step">
      <fieldset className="stack">
        <legend>{t('record-changes.step', { number })}</legend>
        <div className="record-step-parts">
          <NativeSelect
            label={t('record-changes.deed')}
            value={step.do}
            data={deeds.map((deed) => ({ value: deed, label: t(`record-step.${deed}`) }))}
            onChange={({ currentTarget: { value } }) =>
              put({ do: deeds.find((deed) => deed === value) ?? 'replace-text', value: '', find: '', by: '' })
            }
          />
          {isHeading ? (
            <HeadingFields step={step} put={put} />
          ) : (
            <>
              <TextInput
                className="record-step-tag"
                label={t('record-changes.tag')}
                value={step.tag}
                maxLength={3}
                onChange={({ currentTarget: { value } }) => put({ tag: value })}
              />
              <Values step={step} put={put} />
            </>
          )}
        </div>
        {!isHeading && step.tag.length === 3 && <p className="quiet">{textOf('marc', step.tag, '')}</p>}
        <div className="row">
          {!isHeading && (
            <Checkbox
              label={t('record-changes.only-where')}
              checked={step.where !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                put({ where: checked ? { ...emptyCondition, tag: step.tag } : undefined })
              }
            />
          )}
          {remove && (
            <Button size="compact-sm" variant="subtle" onClick={remove}>
              {t('record-changes.remove-step', { number })}
            </Button>
          )}
        </div>
        {!isHeading && step.where && (
          <>
            <ConditionFields
              name={t('record-changes.condition')}
              condition={step.where}
              change={(where) => put({ where })}
            />
            <p className="quiet">{t('record-changes.condition-meaning')}</p>
          </>
        )}
      </fieldset>
    </li>
  );
};
