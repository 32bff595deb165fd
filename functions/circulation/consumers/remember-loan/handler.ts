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
import { patronStore } from '../../../patrons/public/patron-store.ts';
import { pastLoanStore } from '../../data/past-loan-store.ts';
import { type PastLoan, type PastLoanEvent, pastLoanEventSchema } from '../../domain/past-loan.ts';
import { applyRetention } from '../../use-cases/apply-retention.ts';
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

/** Loads the loan that a message is about; nothing while it is still on loan, or when nothing of it was stored. */
const loanOf = async (message: PastLoanEvent, { past, items }: Stores) => {
  if (message.event === 'ended') return message.loan;
  const item = await items.get(message.itemId, { strong: true });
  if (item?.loan?.loanId === message.loanId) return undefined;
  return past.get(message.patronId, message.loanId);
};

/** Adds the title where the record that holds it will be deleted. */
const titled = async (loan: PastLoan, { titles }: Stores, now: number): Promise<PastLoan> => {
  const title = isTemporarySource(loan.sourceId) ? await titles.ofSource(loan.sourceId, now) : undefined;
  return title === undefined ? loan : { ...loan, title };
};

export const handler = work(contract, compose, (event: Pick<SQSEvent, 'Records'>, stores, { now }) =>
  eachMessage(event, pastLoanEventSchema, async (message) => {
    const { patrons, past, policies } = stores;
    const [status, policy] = await Promise.all([
      patrons.status(message.patronId, { strong: true }),
      policies.inForce(patronsKind, now),
    ]);
    if (message.event === 'ended') {
      // The statistics count the loan of a patron erased meanwhile as well, without a category.
      await past.count(message.loan, status ?? { homeMember: message.patronMember, category: 'unknown' });
    }
    const loan = await loanOf(message, stores);
    if (!status || !loan) return;
    const { loans: rules } = policy?.body ?? defaultPatrons;
    // The queue delivers the message again, and the patron's choice is read anew.
    if (!(await applyRetention(past, rules, status, await titled(loan, stores, now), iso(now))))
      throw new TableConflict('The patron turned the reading history on or off meanwhile.');
  }),
);
