import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, MoneyField } from '../shared/fields.tsx';
import { sharedCosts } from '../shared/formula-values.ts';
import { type CostChoice, useTrueUp } from '../shared/true-up.ts';
import { Facts, Packs, Parts } from '../shared/true-up-parts.tsx';
import { readable, type Scenario, useBench, useScenario } from '../shared/workbench.ts';
import { Bench } from '../shared/workbench-header.tsx';
import { Approve, Prepare } from './steps.tsx';

const route = getRouteApi('/workbench/$scenarioId/true-up');

type Costs = {
  scenario: Scenario;
  names: readonly string[];
  costChoice: CostChoice;
  setCostChoice: (costChoice: CostChoice) => void;
};

/** The form for formulas with several costs: which one is the platform's, and the amounts of the others. */
const CostsForm = ({ scenario, names, costChoice, setCostChoice }: Costs) => {
  const t = useTranslate();
  const [draft, setDraft] = useState(costChoice);
  const chosen = draft.cost ?? names[0] ?? '';
  const others = names.filter((name) => name !== chosen);
  return (
    <form
      className="bench-fields"
      aria-label={t('true-up.costs')}
      onSubmit={(event) => {
        event.preventDefault();
        const costs = Object.fromEntries(others.map((name) => [name, draft.costs[name] ?? scenario.costs[name] ?? 0]));
        setCostChoice({ cost: chosen, costs });
      }}
    >
      <ChoiceField
        label={t('true-up.which-cost')}
        value={chosen}
        choices={names.map((name) => ({ value: name, label: readable(name) }))}
        onChange={(cost) => setDraft({ ...draft, cost })}
      />
      {others.map((name) => (
        <MoneyField
          key={name}
          label={t('true-up.other-cost', { name: readable(name) })}
          currency={scenario.formula.currency}
          value={draft.costs[name] ?? scenario.costs[name] ?? 0}
          onChange={(amount) => setDraft({ ...draft, costs: { ...draft.costs, [name]: amount } })}
        />
      ))}
      <p>
        <Button size="sm" type="submit">
          {t('true-up.reckon')}
        </Button>
      </p>
    </form>
  );
};

const Whole = ({ scenario }: { scenario: Scenario }) => {
  const t = useTranslate();
  const { prepares, approves } = useBench();
  const names = sharedCosts(scenario.formula.parts);
  const [costChoice, setCostChoice] = useState<CostChoice>({ costs: {} });
  const which = { year: String(scenario.year), fee: scenario.formula.name };
  const { data, error, refetch, isFetching } = useTrueUp(which, costChoice);
  return (
    <>
      {names.length > 1 && data?.state !== 'booked' && (
        <CostsForm scenario={scenario} names={names} costChoice={costChoice} setCostChoice={setCostChoice} />
      )}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && isFetching && <Waiting rows={3} height={120} />}
      {data && (
        <>
          <Facts shown={data} />
          <Parts trueUp={data.trueUp} />
          <Packs packs={data.trueUp.packs} />
          {prepares && data.state === 'possible' && <Prepare shown={data} which={which} costChoice={costChoice} />}
          {approves && data.state === 'prepared' && <Approve shown={data} which={which} />}
          {data.state === 'booked' && <p role="status">{t('true-up.is-booked')}</p>}
        </>
      )}
    </>
  );
};

/** The page of an adopted fee's year-end true-up: each member's actual cost and billed amount; prepare and approve. */
export const TrueUpPage = () => {
  const t = useTranslate();
  const { scenarioId } = route.useParams();
  const { data, error, refetch, isFetching } = useScenario(scenarioId);
  const { readsAll } = useBench();
  const scenario = data?.scenario;
  const isAdopted = readsAll && scenario?.state === 'adopted';
  // Its fees do not depend on the year's costs, so no input is needed.
  const isFixed = scenario !== undefined && sharedCosts(scenario.formula.parts).length === 0;
  const title = scenario
    ? t('true-up.title', { year: String(scenario.year), fee: scenario.formula.title })
    : t('true-up.one');
  return (
    <Bench title={title} back={`/workbench/${scenarioId}/true-up`}>
      <p className="quiet">{t('true-up.meaning')}</p>
      <p>
        <Link to="/workbench/$scenarioId" params={{ scenarioId }}>
          {scenario?.title ?? t('workbench.one')}
        </Link>
      </p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && isFetching && <Waiting rows={3} height={120} />}
      {!readsAll && <p className="notice">{t('true-up.not-yours')}</p>}
      {readsAll && scenario?.state === 'draft' && <p className="notice">{t('true-up.not-adopted')}</p>}
      {isAdopted && isFixed && <p className="notice">{t('problem.shares-no-cost')}</p>}
      {isAdopted && !isFixed && <Whole key={scenarioId} scenario={scenario} />}
    </Bench>
  );
};
