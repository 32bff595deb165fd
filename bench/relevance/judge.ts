import type { Case, Condition } from './cases.ts';

/** The result of a search, as far as conditions need it: the first hits and the total number. */
export type Answer = { hits: { id: string; title: string }[]; total: number };
/** Searches for a query in the scope of a case. */
export type Search = (query: string, scope: Case['scope']) => Promise<Answer>;

/** A case and whether it is met; the first hits, and the total number of hits of each compared query. */
export type Judged = { kind: string; query: string; met: boolean; came: string; total: number; others: number[] };

/** Returns whether a case compares queries none of which finds anything, so that it proves nothing about these documents. */
export const isIdle = ({ total, others }: Judged): boolean =>
  others.length > 0 && [total, ...others].every((hits) => hits === 0);

/** Ids have the library as a prefix or not, and leading zeros or not. */
const bare = (id: string): string =>
  id
    .trim()
    .replace(/^.*[:/]/, '')
    .replace(/^0+(?=\d)/, '');

type Named = Extract<Condition, { records: string[] }>;

const isMeant =
  ({ records, title }: Named) =>
  (hit: Answer['hits'][number]): boolean =>
    records.some((id) => id === hit.id || id.replace('/', ':') === hit.id || bare(id) === bare(hit.id)) ||
    (title?.test(hit.title) ?? false);

const idsOf = ({ hits }: Answer): string => [...hits.map(({ id }) => id)].sort().join(' ');

const alike = (a: Answer, b: Answer): boolean =>
  // Of many hits only the first are known, and equal scores may come in another order.
  a.total === b.total && (a.total > a.hits.length || idsOf(a) === idsOf(b));

const isMet = (condition: Condition, answer: Answer, others: readonly Answer[]): boolean => {
  switch (condition.is) {
    case 'none':
      return answer.total === 0;
    case 'within':
      return answer.hits.slice(0, condition.n).some(isMeant(condition));
    case 'all':
      return answer.hits.length >= condition.n && answer.hits.slice(0, condition.n).every(isMeant(condition));
    case 'only':
      return answer.hits.length > 0 && answer.total === answer.hits.length && answer.hits.every(isMeant(condition));
    case 'count':
      return answer.total >= condition.least && answer.total <= condition.most;
    case 'before': {
      const [one, other] = [isMeant(condition), isMeant({ is: 'absent', records: condition.others })].map((test) =>
        answer.hits.findIndex(test),
      );
      return one !== undefined && one >= 0 && (other === undefined || other < 0 || one < other);
    }
    case 'absent':
      return !answer.hits.some(isMeant(condition));
    case 'same':
      return answer.total > 0 && others.every((other) => alike(answer, other));
    case 'different':
      return others.every((other) => !alike(answer, other));
  }
};

/** Runs a case; never throws for a condition that is not met. */
export const judge = async ({ kind, query, scope, condition }: Case, search: Search): Promise<Judged> => {
  const answer = await search(query, scope);
  const others = await Promise.all('as' in condition ? condition.as.map((other) => search(other, scope)) : []);
  const came = `${answer.total}: ${answer.hits
    .slice(0, 3)
    .map(({ id, title }) => `${id} ${title.slice(0, 50)}`)
    .join(' | ')}`;
  const { total } = answer;
  const met = isMet(condition, answer, others);
  return { kind, query: `${query} (${scope})`, met, came, total, others: others.map((other) => other.total) };
};
