import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Scenario } from '../shared/workbench.ts';

/** The button that deletes a draft after confirmation, and returns to the list. */
export const DeleteDraft = ({ scenario: { scenarioId, v } }: { scenario: Scenario }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const gone = useMutation({
    mutationFn: () =>
      take(api.DELETE('/v1/finance/scenarios/{scenarioId}', { params: { path: { scenarioId }, query: { v } } })),
    onSuccess: async () => {
      await navigate({ to: '/workbench' });
      await client.invalidateQueries({ queryKey: ['scenarios'] });
    },
    onError: () => setIsAsked(false),
  });
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('workbench.delete-yes')}
          isPending={gone.isPending}
          go={() => gone.mutate()}
          away={() => setIsAsked(false)}
        >
          <p>{t('workbench.delete-sure')}</p>
        </Question>
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
            {t('workbench.delete')}
          </Button>
        </p>
      )}
      {gone.error && <FailedNotice thrown={gone.error} />}
    </>
  );
};
