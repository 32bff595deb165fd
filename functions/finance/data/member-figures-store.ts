import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type ReportedFigures, reportedFiguresSchema } from '../domain/cost-sharing/scenario.ts';
import { key } from './keys.ts';

const readFigures = ({
  pk: _pk,
  sk: _sk,
  entity: _e,
  schema: _s,
  ...stored
}: Record<string, unknown>): ReportedFigures => reportedFiguresSchema.parse(stored);

/** Stores the figures that members report for cost sharing, one row per member. */
export type MemberFiguresStore = {
  /** A strong read. */
  get(memberId: string): Promise<ReportedFigures | undefined>;
  /** Returns those of all members, by id; a strong read, because fees are calculated and frozen from them. */
  all(): Promise<ReportedFigures[]>;
  list(page: PageRequest): Promise<CursorPage<ReportedFigures> | 'bad-cursor'>;
  /**
   * Writes a member's figures while they are unchanged since they were read (`v` is one above the stored one), with the audit entry and
   * the writes of `beside`.
   */
  set(figures: ReportedFigures, audit: AuditLine, beside: Write[]): Promise<'written' | 'unknown-member' | 'changed'>;
};

/** Stores figures in the table, all in one partition: there are hundreds of members, always read together. */
export const memberFiguresStore = (table: Table): MemberFiguresStore => {
  const { pk: partition } = key('memberFigures', { memberId: 'any' });
  return {
    get: async (memberId) => {
      const item = await table.get(key('memberFigures', { memberId }), { strong: true });
      return item && readFigures(item);
    },
    all: async () => (await table.queryAll({ partition, strong: true })).map(readFigures),
    list: (page) => readPage(table, { partition }, page, readFigures),
    set: async (figures, audit, beside) => {
      const { memberId, v } = figures;
      const put = { ...key('memberFigures', { memberId }), ...stamp('memberFigures', v), ...figures };
      const lost = await table.write([
        { check: membershipKeys.key('member', { memberId }), when: present() },
        { put, when: v === 1 ? absent() : unchanged(v - 1) },
        auditWrite(audit),
        ...beside,
      ]);
      if (!lost) return 'written';
      return lost.conflict.some(({ index }) => index === 0) ? 'unknown-member' : 'changed';
    },
  };
};
