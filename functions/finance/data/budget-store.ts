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

/** A stored alert: `published` once it was sent to the bus. */
export type StoredAlert = Alert & { published: boolean };

/** Stores budgets and their alerts. */
export type BudgetStore = {
  /** A strong read; undefined when nothing was ever set there. */
  get(place: BudgetPlace): Promise<Budget | undefined>;
  /** Returns the budgets of a member or the consortium, started or not, and the alerts, both in key order. */
  of(owner: string): Promise<{ budgets: Budget[]; alerts: StoredAlert[] }>;
  /** Returns all budgets, by owner. */
  all(): Promise<Map<string, Budget[]>>;
  /**
   * Sets a budget while it is unchanged since it was read (`v` is one above the stored one), with the audit entry and the writes of
   * `beside`. Returns why not.
   */
  set(budget: Budget, audit: AuditLine, beside: readonly Write[]): Promise<'set' | 'unknown-member' | 'changed'>;
  /**
   * Raises an alert once, while its budget is unchanged since the decision. False when the alert exists already, or the budget was
   * changed.
   */
  raise(alert: Alert): Promise<boolean>;
  /** Records that an alert was sent to the bus. */
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

/** Returns the check that the member exists; the consortium always does. */
const ownerCheck = (owner: string): Write[] =>
  owner === 'consortium' ? [] : [{ check: membershipKeys.key('member', { memberId: owner }), when: present() }];

/** Stores budgets in the table. */
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
