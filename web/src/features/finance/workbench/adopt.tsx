import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Concern, Scenario, View } from '../shared/workbench.ts';

type AdoptionRequest = { decisionReference: string; replaces: string[]; acknowledged: Concern[]; key: string };

const useAdopt = ({ scenarioId, v }: Scenario, seal: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: AdoptionRequest) =>
      take(
        api.POST('/v1/finance/scenarios/{scenarioId}/adoption', {
          params: { path: { scenarioId } },
          body: { v, seal, ...body },
          ...keyed(key),
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['scenario', 'scenarios', 'comparison'].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
};

type Replacing = {
  besides: View['besides'];
  formula: string;
  replaces: readonly string[];
  put: (ids: string[]) => void;
};

/** The other scenarios in force for the year: each is replaced or billed in addition. One of the same formula is replaced. */
const Replaces = ({ besides, formula, replaces, put }: Replacing) => {
  const t = useTranslate();
  if (besides.length === 0) return null;
  return (
    <fieldset className="card bench-piece">
      <legend>{t('workbench.in-force')}</legend>
      {besides.map((one) => (
        <Checkbox
          key={one.scenarioId}
          size="sm"
          label={t('workbench.replaces', { title: one.title })}
          disabled={one.formula === formula}
          checked={replaces.includes(one.scenarioId)}
          onChange={({ currentTarget: { checked } }) =>
            put(checked ? [...replaces, one.scenarioId] : replaces.filter((id) => id !== one.scenarioId))
          }
        />
      ))}
    </fieldset>
  );
};

/** Adopts the scenario by a named decision, with every concern acknowledged, after confirmation: the adoption is final. */
export const Adopt = ({ view, seal }: { view: View; seal: string }) => {
  const t = useTranslate();
  const { scenario, besides } = view;
  const [reference, setReference] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [replaces, setReplaces] = useState(() =>
    besides.filter(({ formula }) => formula === scenario.formula.name).map(({ scenarioId }) => scenarioId),
  );
  // A replaced scenario is not billed in addition.
  const concerns = view.concerns.filter((one) => one !== 'beside-others' || replaces.length < besides.length);
  const adopt = useAdopt(scenario, seal);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
  };
  return (
    <section aria-labelledby="adopt" className="stack">
      <h2 id="adopt">{t('workbench.adopt')}</h2>
      <p>{t('workbench.adopt-meaning')}</p>
      <form className="bench-fields" onSubmit={ask}>
        <TextInput
          size="sm"
          label={t('workbench.decision')}
          required
          maxLength={500}
          value={reference}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
        />
        <Replaces besides={besides} formula={scenario.formula.name} replaces={replaces} put={setReplaces} />
        {concerns.map((one) => (
          <Checkbox key={one} size="sm" required label={t(`concern.${one}`)} />
        ))}
        <p>
          <Button size="sm" type="submit">
            {t('workbench.adopt')}
          </Button>
        </p>
      </form>
      {isAsked && (
        <Question
          yes={t('workbench.adopt-yes')}
          isPending={adopt.isPending}
          go={() =>
            adopt.mutate(
              { decisionReference: reference, replaces, acknowledged: concerns, key: newKey() },
              { onSettled: () => setIsAsked(false) },
            )
          }
          away={() => setIsAsked(false)}
        >
          <p>{t('workbench.adopt-sure', { title: scenario.title })}</p>
        </Question>
      )}
      {adopt.error && <FailedNotice thrown={adopt.error} />}
    </section>
  );
};
