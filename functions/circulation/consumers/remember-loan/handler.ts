import type { SQSEvent } from 'aws-lambda';
import { openTable, TableConflict } from '../../../../layers/platform/dynamodb/table.ts';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { defaultPatrons, patronsKind } from '../../../../layers/records/policies/domain/patrons.ts';
import { isTemporarySource } from '../../../catalogue/public/source-id.ts';
import { titlesIn } from '../../../catalogue/public/titles.ts';
import { itemStore } from '../../../items/public/item-store.ts';
import { judgeLoan } from '../../../patrons/public/judge-loan.ts';
import { type PastLoan, type PastLoanNews, pastLoanNewsSchema } from '../../../patrons/public/past-loan.ts';
import { pastLoanStore } from '../../../patrons/public/past-loan-store.ts';
import { patronStore } from '../../../patrons/public/patron-store.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    patrons: patronStore(table),
    past: pastLoanStore(table),
    items: itemStore(table),
    policies: policyStore(table),
    titles: titlesIn(table),
  };
};
type Stores = ReturnType<typeof compose>;

/** The loan that news are about; nothing while it goes on, or when nothing of it was kept. */
const loanOf = async (news: PastLoanNews, { past, items }: Stores) => {
  if (news.news === 'ended') return news.loan;
  const item = await items.get(news.itemId, { strong: true });
  if (item?.loan?.loanId === news.loanId) return undefined;
  return past.get(news.patronId, news.loanId);
};

/** With its title, where the record that says it will not stay. */
const titled = async (loan: PastLoan, { titles }: Stores, now: number): Promise<PastLoan> => {
  const title = isTemporarySource(loan.sourceId) ? await titles.ofSource(loan.sourceId, now) : undefined;
  return title === undefined ? loan : { ...loan, title };
};

export const handler = work(contract, compose, (event: Pick<SQSEvent, 'Records'>, stores, { now }) =>
  eachMessage(event, pastLoanNewsSchema, async (news) => {
    const { patrons, past, policies } = stores;
    const [status, policy] = await Promise.all([
      patrons.status(news.patronId, { strong: true }),
      policies.inForce(patronsKind, now),
    ]);
    if (news.news === 'ended') {
      // Of somebody erased meanwhile the loan is counted all the same, in no category.
      await past.count(news.loan, status ?? { homeMember: news.patronMember, category: 'unknown' });
    }
    const loan = await loanOf(news, stores);
    if (!status || !loan) return;
    const { loans: rules } = policy?.body ?? defaultPatrons;
    // Tried again by the queue, with the wish as it is by then.
    if (!(await judgeLoan(past, rules, status, await titled(loan, stores, now), iso(now))))
      throw new TableConflict('the wish changed meanwhile');
  }),
);
