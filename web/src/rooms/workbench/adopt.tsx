import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../api/client.ts';
import { Question } from '../../parts/question.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { useSay } from '../../words/words.tsx';
import type { Scenario } from './workbench.ts';

const useAdopt = ({ scenarioId, v }: Scenario, seal: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ decisionReference, key }: { decisionReference: string; key: string }) =>
      take(
        api.POST('/v1/finance/scenarios/{scenarioId}/adoption', {
          params: { path: { scenarioId } },
          body: { v, seal, decisionReference },
          ...keyed(key),
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['scenario', 'scenarios', 'comparison'].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
};

/** Adopts what is shown, by a decision that is named, and asks before: nothing changes it afterwards. */
export const Adopt = ({ scenario, seal }: { scenario: Scenario; seal: string }) => {
  const say = useSay();
  const [reference, setReference] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const adopt = useAdopt(scenario, seal);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
  };
  return (
    <section aria-labelledby="adopt" className="stack">
      <h2 id="adopt">{say('workbench.adopt')}</h2>
      <p>{say('workbench.adopt-meaning')}</p>
      <form className="bench-fields" onSubmit={ask}>
        <TextInput
          size="sm"
          label={say('workbench.decision')}
          required
          maxLength={500}
          value={reference}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
        />
        <p>
          <Button size="sm" type="submit">
            {say('workbench.adopt')}
          </Button>
        </p>
      </form>
      {isAsked && (
        <Question
          yes={say('workbench.adopt-yes')}
          isPending={adopt.isPending}
          go={() =>
            adopt.mutate({ decisionReference: reference, key: newKey() }, { onSettled: () => setIsAsked(false) })
          }
          away={() => setIsAsked(false)}
        >
          <p>{say('workbench.adopt-sure', { title: scenario.title })}</p>
        </Question>
      )}
      {adopt.error && <FailedNotice thrown={adopt.error} />}
    </section>
  );
};
