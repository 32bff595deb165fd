import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { recordIdIn } from '../shared/source-records.ts';

type Body = operations['catalogue-set-work-decision']['requestBody']['content']['application/json'];

/** Sets the editions with which a record is grouped; everything that shows it is refetched. */
const useRule = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/work-decisions', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: ['union'] }),
  });
};

const choices = ['with', 'alone', 'by-rule'] as const;
type Choice = (typeof choices)[number];

/** Returns the request, once the choice is complete. */
const workOf = (choice: Choice | undefined, recordId: string): Body['work'] | undefined => {
  if (choice !== 'with') return choice && { stands: choice };
  return recordId === '' ? undefined : { stands: 'with', recordId };
};

/** Sets the work of a library's record: with the editions of another record, alone, or by the default rule; with a reason. */
export const WorkForm = ({ sourceId, memberId, away }: { sourceId: string; memberId: string; away: () => void }) => {
  const t = useTranslate();
  const rule = useRule(memberId);
  const [choice, setChoice] = useState<Choice>();
  const [other, setOther] = useState('');
  const work = workOf(choice, recordIdIn(other));
  const done = (): void => {
    toast(t('work.done'));
    away();
  };
  return (
    <ReasonedForm
      act={t('work.say')}
      meaning={t('union.reason-meaning')}
      isComplete={work !== undefined}
      doing={rule}
      send={(reason) => work && rule.mutate({ sourceId, work, reason }, { onSuccess: done })}
      away={away}
    >
      <NativeSelect
        label={t('work.choice')}
        description={t('work.meaning')}
        value={choice ?? ''}
        data={[{ value: '', label: '' }, ...choices.map((value) => ({ value, label: t(`work.choose-${value}`) }))]}
        onChange={({ currentTarget }) => setChoice(choices.find((one) => one === currentTarget.value))}
      />
      {choice === 'with' && (
        <TextInput
          label={t('work.other')}
          description={t('union.other-meaning')}
          value={other}
          onChange={({ currentTarget }) => setOther(currentTarget.value)}
        />
      )}
    </ReasonedForm>
  );
};
