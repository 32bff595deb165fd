import * as z from 'zod';
import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type Alert, alertName, alertSchema } from '../domain/budgets/alert.ts';
import { type Budget, type BudgetPlace, budgetSchema } from '../domain/budgets/budget.ts';
import { countAlert } from './budget-alert-counts.ts';
import { gsi2, indexPartition, key } from './keys.ts';

/** An alert as stored: `published` once it was put on the bus. */
export type StoredAlert = Alert & { published: boolean };

/** Budgets, and the alerts that they raised. */
export type BudgetStore = {
  /** Strongly read; undefined where nothing was ever set there. */
  get(place: BudgetPlace): Promise<Budget | undefined>;
  /** A member's or the consortium's budgets, begun or not, and its alerts, both in the order of their keys. */
  of(owner: string): Promise<{ budgets: Budget[]; alerts: StoredAlert[] }>;
  /** The budgets of all, by whose they are. */
  all(): Promise<Map<string, Budget[]>>;
  /**
   * Sets a budget as long as it is as it was read (`v` is one above what was there), with the audit line and what goes `beside`
   * in the same write. Gives why not.
   */
  set(budget: Budget, audit: AuditLine, beside: readonly Write[]): Promise<'set' | 'unknown-member' | 'changed'>;
  /** Raises an alert once, as long as its budget is as it was judged by. False when it is there already, or the budget was set anew. */
  raise(alert: Alert): Promise<boolean>;
  /** Notes that an alert was put on the bus. */
  published(alert: Alert): Promise<void>;
};

const readBudget = ({ pk: _pk, sk: _sk, gsi2pk: _p, gsi2sk: _s, entity: _e, schema: _c, ...budget }: Stored): Budget =>
  budgetSchema.parse(budget);

type Stored = Record<string, unknown>;
const storedAlert = z.object({ alert: alertSchema, published: z.boolean() });
const readAlert = (item: Stored): StoredAlert => {
  const { alert, published } = storedAlert.parse(item);
  return { ...alert, published };
};

const alertKey = (alert: Alert) => key('budgetAlert', { owner: alert.owner, name: alertName(alert) });

/** The check that the member is there; the consortium always is. */
const ownerCheck = (owner: string): Write[] =>
  owner === 'consortium' ? [] : [{ check: membershipKeys.key('member', { memberId: owner }), when: present() }];

/** The budgets kept in the table. */
export const budgetStore = (table: Table): BudgetStore => ({
  get: async (place) => {
    const item = await table.get(key('budget', place), { strong: true });
    return item && readBudget(item);
  },
  of: async (owner) => {
    const { pk: partition } = key('budgetAlert', { owner, name: 'any' });
    const items = await table.queryAll({ partition });
    return {
      budgets: items.filter(({ entity }) => entity === 'budget').map(readBudget),
      alerts: items.filter(({ entity }) => entity === 'budgetAlert').map(readAlert),
    };
  },
  all: async () => {
    const partition = indexPartition('budget', 'gsi2', {});
    const budgets = (await table.queryAll({ index: 'gsi2', partition })).map(readBudget);
    return Map.groupBy(budgets, ({ owner }) => owner);
  },
  set: async (budget, audit, beside) => {
    const put = { ...key('budget', budget), ...gsi2('budget', budget), ...stamp('budget', budget.v), ...budget };
    const write = { put, when: budget.v === 1 ? absent() : unchanged(budget.v - 1) };
    const lost = await table.write([write, auditWrite(audit), ...ownerCheck(budget.owner), ...beside]);
    if (!lost) return 'set';
    return lost.conflict.some(({ index }) => index === 0) ? 'changed' : 'unknown-member';
  },
  raise: async (alert) => {
    const put = { ...alertKey(alert), ...stamp('budgetAlert', 1), alert, published: false };
    const asJudged = { check: key('budget', alert), when: unchanged(alert.v) };
    return (await table.write([{ put, when: absent() }, asJudged, countAlert(alert.at)])) === undefined;
  },
  published: async (alert) => {
    await table.write([{ update: alertKey(alert), set: { published: true }, when: equals('published', false) }]);
  },
});
