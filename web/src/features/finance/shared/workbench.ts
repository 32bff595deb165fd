import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { type Answered, hasRole, type operations, useWho } from '../../../api/current-user.ts';

/** What is asked for when a scenario is made. */
export type ScenarioRequest = operations['finance-create-scenario']['requestBody']['content']['application/json'];
export type Formula = ScenarioRequest['formula'];
export type Part = Formula['parts'][number];
export type When = NonNullable<Part['when']>;
export type Guard = NonNullable<Formula['guards']>[number];
export type Reading = NonNullable<ScenarioRequest['size']>;
export type Scenario = Answered<'finance-create-scenario'>;
export type View = Answered<'finance-show-scenario'>;
export type Outcome = NonNullable<View['outcome']>;
export type Warning = Outcome['warnings'][number];
export type Concern = View['concerns'][number];
export type Compared = Answered<'finance-compare-scenarios'>;
export type Figures = Answered<'finance-set-figures'>;

/** Who somebody is at the workbench: reads all, prepares, approves, or reads for one member alone. */
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
    /** The member that is read for; nothing for those who read all. */
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

/** The scenarios that one may see, the newest first. */
export const useScenarios = () => {
  const { mayEnter, member } = useBench();
  return useQuery({ queryKey: ['scenarios', member], queryFn: () => scenariosFrom(member), enabled: mayEnter });
};

/** The figures that one may see, by member. */
export const useFigures = () => {
  const { mayEnter, member } = useBench();
  return useQuery({ queryKey: ['figures', member], queryFn: () => figuresFrom(member), enabled: mayEnter });
};

/** A scenario with what it comes to. */
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

/** The published formulas, which change with a release alone. */
export const usePublished = () =>
  useQuery({
    queryKey: ['published-formulas'],
    queryFn: () => take(api.GET('/v1/finance/formulas')),
    staleTime: Number.POSITIVE_INFINITY,
  });

const moneyIn = ({ parts, currency }: Formula): (readonly [figure: string, currency: string])[] =>
  parts.flatMap((part) => (part.kind === 'tiers' ? [[part.figure, currency] as const] : []));

/** The figures that are money, each with its currency: those that tiers are laid on, by a scenario or by a published formula. */
export const useMoneyFigures = (): ReadonlyMap<string, string> => {
  const { data: scenarios = [] } = useScenarios();
  const { data: published } = usePublished();
  const formulas = [...(published?.formulas ?? []), ...scenarios.map(({ formula }) => formula)];
  return new Map(formulas.flatMap(moneyIn));
};

/** A name as formulas write it, as one reads it: `operating-expenditure` is operating expenditure. */
export const readable = (name: string): string => name.replaceAll('-', ' ');

/** Whether a text is a currency that amounts can be written in: while it is being typed it is none. */
export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);
