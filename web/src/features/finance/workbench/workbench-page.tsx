import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Badge } from '../../../components/badge.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { emptyFormula } from '../shared/formula-values.ts';
import { type Scenario, type ScenarioRequest, useBench, usePublished, useScenarios } from '../shared/workbench.ts';
import { Bench } from '../shared/workbench-header.tsx';
import { ScenarioForm } from './scenario-form.tsx';

/** The state of a scenario as a badge: draft or adopted. */
export const StateBadge = ({ state }: Pick<Scenario, 'state'>) => {
  const t = useTranslate();
  return state === 'adopted' ? (
    <Badge tone="good" icon="yes">
      {t('workbench.adopted')}
    </Badge>
  ) : (
    <Badge tone="none">{t('workbench.draft')}</Badge>
  );
};

const List = ({ scenarios }: { scenarios: readonly Scenario[] }) => {
  const t = useTranslate();
  const { time } = useFormat();
  return (
    <ul className="stack">
      {scenarios.map(({ scenarioId, title, year, formula, state, made, adopted }) => (
        <li key={scenarioId} className="card">
          <div className="row">
            <Link to="/workbench/$scenarioId" params={{ scenarioId }}>
              {title}
            </Link>
            <StateBadge state={state} />
          </div>
          <p className="quiet">
            {t('workbench.of-year', { year: String(year), formula: formula.title })}
            {' · '}
            {adopted
              ? t('workbench.adopted-by', { decision: adopted.decisionReference, time: time(adopted.at) })
              : t('workbench.made-at', { time: time(made.at) })}
          </p>
        </li>
      ))}
    </ul>
  );
};

const useCreate = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ request, key }: { request: ScenarioRequest; key: string }) =>
      take(api.POST('/v1/finance/scenarios', { body: request, ...keyed(key) })),
    onSuccess: async ({ scenarioId }) => {
      await client.invalidateQueries({ queryKey: ['scenarios'] });
      await navigate({ to: '/workbench/$scenarioId', params: { scenarioId } });
    },
  });
};

/** Creates a scenario from a published formula or from scratch. */
const Create = () => {
  const t = useTranslate();
  const { data } = usePublished();
  const [chosen, setChosen] = useState('');
  const create = useCreate();
  const formula = data?.formulas.find(({ name }) => name === chosen) ?? emptyFormula;
  const first: ScenarioRequest = { title: formula.title, year: new Date().getFullYear() + 1, formula, costs: {} };
  return (
    <details className="card">
      <summary>{t('workbench.new')}</summary>
      <NativeSelect
        size="sm"
        label={t('workbench.begin-with')}
        description={formula.source}
        value={chosen}
        data={[
          { value: '', label: t('workbench.begin-empty') },
          ...(data?.formulas ?? []).map(({ name, title }) => ({ value: name, label: title })),
        ]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <ScenarioForm
        key={chosen}
        first={first}
        label={t('workbench.make')}
        isPending={create.isPending}
        thrown={create.error}
        onSend={(request) => create.mutate({ request, key: newKey() })}
      />
    </details>
  );
};

/** The page of cost-sharing scenarios: drafts, adopted ones, and the form to create another. */
export const WorkbenchPage = () => {
  const t = useTranslate();
  const { prepares, readsAll } = useBench();
  const { data, error, refetch, isFetching } = useScenarios();
  return (
    <Bench title={t('workbench.title')} back="/workbench">
      <p className="quiet">{t(readsAll ? 'workbench.meaning' : 'workbench.meaning-member')}</p>
      {prepares && <Create />}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && isFetching && <Waiting rows={3} height={70} />}
      {data?.length === 0 && <Empty title={t('workbench.none')} />}
      {data && <List scenarios={data} />}
    </Bench>
  );
};
