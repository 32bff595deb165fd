import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { Fact } from '../../../components/fact.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import {
  type Outcome,
  readable,
  type Scenario,
  type ScenarioRequest,
  useBench,
  useScenario,
  type View,
} from '../shared/workbench.ts';
import { Bench } from '../shared/workbench-header.tsx';
import { Adopt } from './adopt.tsx';
import { BudgetTable } from './budget-table.tsx';
import { DeleteDraft } from './delete-draft.tsx';
import { FeeTable } from './fee-table.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { TariffChecked } from './tariff-checked.tsx';
import { Lacking, MonthsClosed, Warnings, WithoutFigures } from './warnings.tsx';
import { StateBadge } from './workbench-page.tsx';

const route = getRouteApi('/workbench/$scenarioId');

const Facts = ({ scenario, outcome }: { scenario: Scenario; outcome: Outcome | undefined }) => {
  const t = useTranslate();
  const { money, time } = useFormat();
  const { formula, costs, adopted, made } = scenario;
  const { currency } = formula;
  return (
    <dl className="facts card">
      <Fact name={t('workbench.state')}>
        <StateBadge state={scenario.state} />
      </Fact>
      <Fact name={t('workbench.year')}>{String(scenario.year)}</Fact>
      <Fact name={t('workbench.formula')}>{formula.title}</Fact>
      <Fact name={t('workbench.source')}>{formula.source}</Fact>
      {Object.entries(costs).map(([name, amount]) => (
        <Fact key={name} name={t('workbench.cost-of', { name: readable(name) })}>
          {money(amount, currency)}
        </Fact>
      ))}
      {outcome?.payers.map(({ payer, amount }) => (
        <Fact key={payer} name={t('workbench.paid-by', { payer: readable(payer) })}>
          {money(amount, currency)}
        </Fact>
      ))}
      <Fact name={t('workbench.made')}>{time(made.at)}</Fact>
      <Fact name={t('workbench.decision')}>{adopted?.decisionReference}</Fact>
      <Fact name={t('workbench.adopted')}>{adopted && time(adopted.at)}</Fact>
      <Fact name={t('workbench.seal')}>{adopted && <code className="bench-seal">{adopted.seal}</code>}</Fact>
    </dl>
  );
};

const useChange = ({ scenarioId, v }: Scenario) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: ScenarioRequest; key: string }) =>
      take(
        api.PUT('/v1/finance/scenarios/{scenarioId}', {
          params: { path: { scenarioId } },
          body: { ...request, v },
          ...keyed(key),
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['scenario', 'scenarios', 'comparison'].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
};

const Edit = ({ scenario }: { scenario: Scenario }) => {
  const t = useTranslate();
  const change = useChange(scenario);
  return (
    <details className="card">
      <summary>{t('workbench.edit')}</summary>
      <ScenarioForm
        first={scenario}
        label={t('texts.save')}
        isPending={change.isPending}
        thrown={change.error}
        onSend={(request) => change.mutate({ request, key: newKey() })}
      />
      {change.isSuccess && (
        <p role="status" className="good">
          {t('partners.saved')}
        </p>
      )}
    </details>
  );
};

const Shown = ({ view }: { view: View }) => {
  const t = useTranslate();
  const { prepares, approves, readsAll } = useBench();
  const { scenario, outcome, lacking, withoutFigures, monthsClosed } = view;
  const isDraft = scenario.state === 'draft';
  return (
    <>
      <Facts scenario={scenario} outcome={outcome} />
      {readsAll && (
        <p>
          <Link to="/workbench/compare" search={{ one: scenario.scenarioId }}>
            {t('workbench.compare-this')}
          </Link>{' '}
          {!isDraft && (
            <Link to="/workbench/$scenarioId/true-up" params={{ scenarioId: scenario.scenarioId }}>
              {t('true-up.link')}
            </Link>
          )}
        </p>
      )}
      {outcome?.intact === false && (
        <p className="notice notice-bad" role="alert">
          {t('workbench.not-intact')}
        </p>
      )}
      {scenario.budget && <BudgetTable budget={scenario.budget} currency={scenario.formula.currency} />}
      <Lacking lacking={lacking} />
      <WithoutFigures members={withoutFigures} />
      <MonthsClosed closed={monthsClosed} currency={scenario.formula.currency} />
      {outcome && (
        <section aria-labelledby="fees" className="stack">
          <h2 id="fees">{t('workbench.fees')}</h2>
          <Warnings
            warnings={outcome.warnings}
            currency={scenario.formula.currency}
            title={t('workbench.larger-pays-less')}
          />
          <TariffChecked checked={outcome} currency={scenario.formula.currency} />
          {readsAll && outcome.checkedBy.length === 0 && <p className="notice">{t('workbench.not-checked')}</p>}
          <FeeTable outcome={outcome} scenario={scenario} />
        </section>
      )}
      {isDraft && prepares && <Edit key={scenario.v} scenario={scenario} />}
      {isDraft && prepares && <DeleteDraft scenario={scenario} />}
      {isDraft && approves && outcome && <Adopt key={scenario.v} view={view} seal={outcome.seal} />}
    </>
  );
};

/** The page of a scenario: its formula, each member's fee with the figures behind it, and warnings; edited as a draft, or adopted. */
export const ScenarioPage = () => {
  const t = useTranslate();
  const { scenarioId } = route.useParams();
  const { data, error, refetch, isFetching } = useScenario(scenarioId);
  return (
    <Bench title={data?.scenario.title ?? t('workbench.one')} back={`/workbench/${scenarioId}`}>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && isFetching && <Waiting rows={3} height={120} />}
      {data && <Shown view={data} />}
    </Bench>
  );
};
