import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { type Answered, hasRole, type operations, useWho } from '../../../api/current-user.ts';

/** The request to create a scenario. */
export type ScenarioRequest = operations['finance-create-scenario']['requestBody']['content']['application/json'];
export type Formula = ScenarioRequest['formula'];
export type Part = Formula['parts'][number];
export type When = NonNullable<Part['when']>;
export type Guard = NonNullable<Formula['guards']>[number];
export type FigureSource = NonNullable<ScenarioRequest['size']>;
export type Scenario = Answered<'finance-create-scenario'>;
export type View = Answered<'finance-show-scenario'>;
export type Outcome = NonNullable<View['outcome']>;
export type Warning = Outcome['warnings'][number];
/** The check for larger members that pay less. */
export type Checked = Pick<Outcome, 'warnings' | 'checkedBy' | 'tariff' | 'unchecked' | 'uncovered'>;
export type Concern = View['concerns'][number];
export type Compared = Answered<'finance-compare-scenarios'>;
export type Figures = Answered<'finance-set-figures'>;

/** Returns the user's role at the workbench: reads all, prepares, approves, or reads one member only. */
export const useBench = () => {
  const who = useWho();
  const may = (...roles: string[]): boolean => hasRole(who, ...roles);
  const readsAll = may('finance-preparer', 'finance-approver', 'auditor', 'admin');
  const isMembers = may('member-finance') && !readsAll;
  return {
    who,
    readsAll,
    mayEnter: readsAll || isMembers,
    prepares: may('finance-preparer'),
    approves: may('finance-approver'),
    /** The member whose data the user reads; undefined for users who read all. */
    member: isMembers && who?.kind === 'staff' ? who.member : undefined,
  };
};

type Page = { limit: number; member?: string; after?: string };
const pageOf = (member: string | undefined, after: string): Page => ({
  limit: 100,
  ...(member !== undefined && { member }),
  ...(after !== '' && { after }),
});

const scenariosFrom = async (member: string | undefined, after = ''): Promise<Scenario[]> => {
  const { scenarios, next } = await take(
    api.GET('/v1/finance/scenarios', { params: { query: pageOf(member, after) } }),
  );
  return next === undefined ? scenarios : [...scenarios, ...(await scenariosFrom(member, next))];
};
const figuresFrom = async (member: string | undefined, after = ''): Promise<Figures[]> => {
  const { figures, next } = await take(api.GET('/v1/finance/figures', { params: { query: pageOf(member, after) } }));
  return next === undefined ? figures : [...figures, ...(await figuresFrom(member, next))];
};

/** Returns the visible scenarios, newest first. */
export const useScenarios = () => {
  const { mayEnter, member } = useBench();
  return useQuery({ queryKey: ['scenarios', member], queryFn: () => scenariosFrom(member), enabled: mayEnter });
};

/** Returns the visible figures, by member. */
export const useFigures = () => {
  const { mayEnter, member } = useBench();
  return useQuery({ queryKey: ['figures', member], queryFn: () => figuresFrom(member), enabled: mayEnter });
};

/** Returns a scenario with its results. */
export const useScenario = (scenarioId: string) => {
  const { mayEnter, member } = useBench();
  return useQuery({
    queryKey: ['scenario', scenarioId, member],
    queryFn: () =>
      take(
        api.GET('/v1/finance/scenarios/{scenarioId}', {
          params: { path: { scenarioId }, query: member === undefined ? {} : { member } },
        }),
      ),
    enabled: mayEnter,
  });
};

/** Returns the published formulas, which change only with a release. */
export const usePublished = () =>
  useQuery({
    queryKey: ['published-formulas'],
    queryFn: () => take(api.GET('/v1/finance/formulas')),
    staleTime: Number.POSITIVE_INFINITY,
  });

const moneyIn = ({ parts, currency }: Formula): (readonly [figure: string, currency: string])[] =>
  parts.flatMap((part) => (part.kind === 'tiers' ? [[part.figure, currency] as const] : []));

/** Returns the figures that are money, with their currencies: those used for tiers in a scenario or a published formula. */
export const useMoneyFigures = (): ReadonlyMap<string, string> => {
  const { data: scenarios = [] } = useScenarios();
  const { data: published } = usePublished();
  const formulas = [...(published?.formulas ?? []), ...scenarios.map(({ formula }) => formula)];
  return new Map(formulas.flatMap(moneyIn));
};

/** Formats a formula's name for display: `operating-expenditure` becomes operating expenditure. */
export const readable = (name: string): string => name.replaceAll('-', ' ');

/** Whether a text is a valid currency; a code that is still being typed is not. */
export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);
