import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { absent, and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { feeSchema } from '../domain/cost-sharing/fees.ts';
import { memberFiguresSchema } from '../domain/cost-sharing/figures.ts';
import {
  type Outcome,
  type Scenario,
  type ScenarioInput,
  type ScenarioRow,
  scenarioSchema,
  sealedContent,
} from '../domain/cost-sharing/scenario.ts';
import { gsi2, gsi4, indexPartition, key, sortPrefix } from './keys.ts';

/** The other writes of a scenario's change: its audit entry, and the stored response. */
type Beside = { audit: AuditLine; beside: Write[] };

/** Stores the cost-sharing scenarios: drafts, and adopted ones, which are immutable. */
export type ScenarioStore = {
  add(scenario: Scenario, with_: Beside): Promise<void>;
  /** A strong read. */
  get(scenarioId: string): Promise<Scenario | undefined>;
  /** Writes a draft while it is one and unchanged since it was read (`v` is one above it). Otherwise false. */
  change(scenario: Scenario, with_: Beside): Promise<boolean>;
  /** Deletes a draft while it is one and unchanged since it was read. Otherwise false. */
  delete(scenario: Scenario, audit: AuditLine): Promise<boolean>;
  /** Returns a page of all scenarios, or only of the adopted ones, the newest first. */
  list(which: { adoptedOnly: boolean }, page: PageRequest): Promise<CursorPage<Scenario> | 'bad-cursor'>;
  /** Returns all adopted ones for any of these years. */
  adoptedFor(years: readonly number[]): Promise<Scenario[]>;
  /** Returns all adopted ones for a year and the number of its adoptions, strongly read: none that completed before is missed. */
  adoptedIn(year: number): Promise<{ scenarios: Scenario[]; adoptions: number }>;
  /**
   * Freezes a draft's outcome and adopts it, while it is an unchanged draft, and no other was adopted for its year since `adoptions`
   * were read. Otherwise false.
   */
  adopt(
    scenario: Scenario & Required<Pick<Scenario, 'adopted'>>,
    outcome: Outcome,
    with_: Beside,
    adoptions?: number,
  ): Promise<boolean>;
  /** Returns the frozen outcome of an adopted scenario, by member. */
  frozen(scenario: Scenario): Promise<ScenarioRow[]>;
  /** Returns the frozen outcome of one member; undefined when it had no part in it. */
  frozenOf(scenario: Scenario, memberId: string): Promise<ScenarioRow | undefined>;
};

/** Returns the seal of everything that adoption freezes: SHA-256 of its canonical text, in hex. */
export const sealOf = (scenario: Pick<Scenario, 'scenarioId'> & ScenarioInput, outcome: Outcome): string =>
  sha256(sealedContent(scenario, outcome));

/** A row is at most some 80 kB (figures and lines are bounded), and a transaction takes 100 writes of 4 MB together. */
const ROWS_AT_ONCE = 40;

const readScenario = (item: Record<string, unknown>): Scenario =>
  scenarioSchema.parse(
    Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(scenarioSchema.shape, name))),
  );

const rowOf = ({ figures, fee }: Record<string, unknown>): ScenarioRow => ({
  figures: memberFiguresSchema.parse(figures),
  fee: feeSchema.parse(fee),
});

const itemOf = (scenario: Scenario) => ({
  ...key('scenario', scenario),
  ...gsi2('scenario', scenario),
  ...(scenario.adopted !== undefined && gsi4('scenario', scenario)),
  ...stamp('scenario', scenario.v),
  ...scenario,
});

const sealIn = ({ scenarioId, adopted }: Scenario): string => {
  if (adopted === undefined) throw new Error(`${scenarioId} is not adopted: nothing of it is frozen.`);
  return adopted.seal;
};

const adoptedIds = (row: Record<string, unknown> | undefined): string[] =>
  z.array(z.string()).parse(row?.scenarioIds ?? []);

/** Returns the write of one more adoption in a year, after those that were read. */
const yearWrite = (year: number, scenarioId: string, adoptions: number): Write => {
  const { v: _, ...kind } = stamp('scenarioYear', 1);
  return {
    update: key('scenarioYear', { year: String(year) }),
    ...{ set: kind, append: { scenarioIds: [scenarioId] } },
    when: adoptions === 0 ? absent() : unchanged(adoptions),
  };
};

/** Stores scenarios in the table. */
export const scenarioStore = (table: Table): ScenarioStore => {
  /** The condition of every write to a scenario: it is an unchanged draft. */
  const draftAt = (v: number) => and(unchanged(v), equals('state', 'draft'));
  /**
   * Writes the rows of an outcome, under their seal: equal content gives equal rows, so that a retry completes a crashed attempt. Each
   * transaction checks that the scenario is still a draft; rows under another seal do not belong to it.
   */
  const freeze = async (scenarioId: string, v: number, seal: string, { rows }: Outcome): Promise<boolean> => {
    for (const some of chunks(rows, ROWS_AT_ONCE)) {
      const puts = some.map(({ figures, fee }) => {
        const { memberId } = fee;
        const row = { ...stamp('scenarioFee', 1), memberId, figures, fee };
        return { put: { ...key('scenarioFee', { scenarioId, seal, memberId }), ...row } };
      });
      const lost = await table.write([{ check: key('scenario', { scenarioId }), when: draftAt(v) }, ...puts]);
      if (lost) return false;
    }
    return true;
  };
  const save = async (scenario: Scenario, { audit, beside }: Beside, more: Write[] = []): Promise<boolean> => {
    const header = { put: itemOf(scenario), when: draftAt(scenario.v - 1) };
    return (await table.write([header, ...more, auditWrite(audit), ...beside])) === undefined;
  };
  const get = async (scenarioId: string): Promise<Scenario | undefined> => {
    const item = await table.get(key('scenario', { scenarioId }), { strong: true });
    return item && readScenario(item);
  };
  const adoptedFor = async (years: readonly number[]): Promise<Scenario[]> => {
    const partition = indexPartition('scenario', 'gsi4', {});
    const adopted = (await table.queryAll({ index: 'gsi4', partition })).map(readScenario);
    return adopted.filter(({ year }) => years.includes(year));
  };
  return {
    add: async (scenario, { audit, beside }) => {
      const lost = await table.write([{ put: itemOf(scenario), when: absent() }, auditWrite(audit), ...beside]);
      if (lost) throw new Error('A scenario met another of its id.');
    },
    get,
    change: save,
    delete: async ({ scenarioId, v }, audit) => {
      const gone = { delete: key('scenario', { scenarioId }), when: draftAt(v) };
      return (await table.write([gone, auditWrite(audit)])) === undefined;
    },
    list: ({ adoptedOnly }, page) => {
      const index = adoptedOnly ? 'gsi4' : 'gsi2';
      const query = { index, partition: indexPartition('scenario', index, {}), backwards: true } as const;
      return readPage(table, query, page, readScenario);
    },
    adoptedFor,
    adoptedIn: async (year) => {
      const row = await table.get(key('scenarioYear', { year: String(year) }), { strong: true });
      // The index is eventually consistent, and years older than the row exist only in the index.
      const indexed = await adoptedFor([year]);
      const known = new Set(indexed.map(({ scenarioId }) => scenarioId));
      const late = await Promise.all(adoptedIds(row).flatMap((id) => (known.has(id) ? [] : [get(id)])));
      return { scenarios: [...indexed, ...late.flatMap((one) => one ?? [])], adoptions: Number(row?.v ?? 0) };
    },
    adopt: async (scenario, outcome, with_, adoptions = 0) => {
      const { scenarioId, v, adopted, year } = scenario;
      if (!(await freeze(scenarioId, v - 1, adopted.seal, outcome))) return false;
      return save(scenario, with_, [yearWrite(year, scenarioId, adoptions)]);
    },
    frozen: async (scenario) => {
      const { pk: partition } = key('scenario', scenario);
      const begins = `${sortPrefix('scenarioFee')}${sealIn(scenario)}#`;
      return (await table.queryAll({ partition, begins, strong: true })).map(rowOf);
    },
    frozenOf: async (scenario, memberId) => {
      const { scenarioId } = scenario;
      const item = await table.get(key('scenarioFee', { scenarioId, seal: sealIn(scenario), memberId }));
      return item && rowOf(item);
    },
  };
};
