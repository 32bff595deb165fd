import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { StepDraft } from './steps.ts';

type Given = { step: StepDraft; put: (more: Partial<StepDraft>) => void };

/** The old heading, by its text and its $0, and the new one, which is looked up among the authority records. */
export const HeadingFields = ({ step, put }: Given) => {
  const t = useTranslate();
  const { list, field } = step;
  const [typed, setTyped] = useState('');
  const look = useMutation({
    mutationFn: (heading: string) =>
      take(api.GET('/v1/catalogue/authorities/{list}', { params: { path: { list }, query: { heading } } })),
  });
  const find = (): void => {
    if (typed.trim()) look.mutate(typed.trim(), { onSuccess: (found) => put({ field: found.field }) });
  };
  const isUnknown = look.error && asProblem(look.error).code === 'unknown-authority';
  return (
    <>
      <NativeSelect
        label={t('record-changes.heading-list')}
        value={list}
        data={(['subject', 'author'] as const).map((one) => ({ value: one, label: t(`record-heading.${one}`) }))}
        onChange={({ currentTarget: { value } }) =>
          put({ list: value === 'author' ? 'author' : 'subject', field: undefined })
        }
      />
      <TextInput
        className="record-step-text"
        label={t('record-changes.old-heading')}
        value={step.find}
        maxLength={400}
        onChange={({ currentTarget: { value } }) => put({ find: value })}
      />
      <TextInput
        label={t('record-changes.old-number')}
        placeholder={t('record-changes.optional')}
        value={step.by}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => put({ by: value })}
      />
      <TextInput
        className="record-step-text"
        label={t('record-changes.new-heading')}
        value={typed}
        maxLength={400}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          put({ field: undefined });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          find();
        }}
      />
      <Button variant="default" loading={look.isPending} onClick={find}>
        {t('record-changes.look-up')}
      </Button>
      <div role="status">
        {field && (
          <p>
            {field.subfields.map(({ code, value }) => `$${code}${value}`).join('')} $0{field.number}
          </p>
        )}
        {look.data && !look.data.field && <p>{t('record-changes.old-authority')}</p>}
        {isUnknown && <p>{t('authority.none', { heading: typed })}</p>}
      </div>
      {look.error && !isUnknown && <FailedNotice thrown={look.error} />}
    </>
  );
};
