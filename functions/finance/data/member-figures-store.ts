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

/** What members report of themselves for cost sharing, one row a member. */
export type MemberFiguresStore = {
  /** Strongly read. */
  get(memberId: string): Promise<ReportedFigures | undefined>;
  /** Of all members, by id; strongly read: fees are reckoned and frozen from them. */
  all(): Promise<ReportedFigures[]>;
  list(page: PageRequest): Promise<CursorPage<ReportedFigures> | 'bad-cursor'>;
  /**
   * Writes a member's figures as long as they are as they were read (`v` is one above what was there), with the audit line and
   * what goes `beside` in the same write.
   */
  set(figures: ReportedFigures, audit: AuditLine, beside: Write[]): Promise<'written' | 'unknown-member' | 'changed'>;
};

/** The figures kept in the table, all in one partition: members are hundreds, and are always read together. */
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
