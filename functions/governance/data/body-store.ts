import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type Body, bodySchema } from '../domain/bodies/body.ts';
import {
  type ActionItem,
  actionItemSchema,
  type Meeting,
  type Minutes,
  meetingSchema,
  minutesSchema,
} from '../domain/bodies/meeting.ts';
import { key } from './keys.ts';

/** How many meetings of a body are read: the newest. */
const MEETINGS = 60;
/** How many action items of a body are read: the newest. */
const ACTIONS = 200;

/** What is written of a meeting in one transaction: it, its minutes, and action items, each while it is as it was read. */
type MeetingWrite = { meeting?: Meeting; minutes?: Minutes; actions?: readonly ActionItem[] };

/** Stores the bodies with their seats, their meetings with minutes, and action items. */
export type BodyStore = {
  /** A strong read. */
  get(bodyId: string): Promise<Body | undefined>;
  list(): Promise<Body[]>;
  /** Writes a body with the writes beside it; false when it was changed since it was read. */
  put(after: Body, audit: AuditLine, beside: readonly Write[]): Promise<boolean>;
  /** A strong read. */
  meeting(bodyId: string, meetingId: string): Promise<Meeting | undefined>;
  /** Returns the meetings that were planned last, the newest first. */
  meetings(bodyId: string): Promise<Meeting[]>;
  minutes(bodyId: string, meetingId: string): Promise<Minutes | undefined>;
  actions(bodyId: string): Promise<ActionItem[]>;
  action(bodyId: string, actionId: string): Promise<ActionItem | undefined>;
  /** Writes with the writes beside it; false when something was changed since it was read. */
  write(written: MeetingWrite, audit: AuditLine, beside: readonly Write[]): Promise<boolean>;
};

const plain = ({ pk: _p, sk: _s, entity: _e, schema: _c, ...rest }: Record<string, unknown>) => rest;
const readMinutes = (row: Record<string, unknown>): Minutes => {
  const { v: _v, bodyId: _b, meetingId: _m, ...rest } = plain(row);
  return minutesSchema.parse(rest);
};

const writesOf = ({ meeting, minutes, actions = [] }: MeetingWrite): Write[] => [
  ...(meeting
    ? [
        {
          put: { ...key('meeting', meeting), ...stamp('meeting', meeting.v), ...meeting },
          when: expectedVersion(meeting.v - 1),
        },
      ]
    : []),
  // The minutes change only together with their meeting, whose version is the condition.
  ...(meeting && minutes
    ? [
        {
          put: {
            ...key('meetingMinutes', meeting),
            ...stamp('meetingMinutes', meeting.v),
            ...{ bodyId: meeting.bodyId, meetingId: meeting.meetingId, ...minutes },
          },
        },
      ]
    : []),
  ...actions.map((action) => ({
    put: { ...key('actionItem', action), ...stamp('actionItem', action.v), ...action },
    when: expectedVersion(action.v - 1),
  })),
];

/** Stores bodies and their meetings in the table. */
export const bodyStore = (table: Table): BodyStore => {
  const newest = async (bodyId: string, entity: 'meeting' | 'actionItem', begins: string, limit: number) => {
    const { pk: partition } = key(entity, { bodyId, meetingId: '-', actionId: '-' });
    return (await table.query({ partition, begins, limit, backwards: true })).items.map(plain);
  };
  return {
    get: async (bodyId) => {
      const found = await table.get(key('body', { bodyId }), { strong: true });
      return found && bodySchema.parse(plain(found));
    },
    list: async () => {
      const { pk: partition } = key('body', { bodyId: '-' });
      return (await table.queryAll({ partition })).map((row) => bodySchema.parse(plain(row)));
    },
    put: async (after, audit, beside) => {
      const put = { ...key('body', after), ...stamp('body', after.v), ...after };
      const write = { put, when: expectedVersion(after.v - 1) };
      return (await table.write([write, auditWrite(audit), ...beside])) === undefined;
    },
    meeting: async (bodyId, meetingId) => {
      const found = await table.get(key('meeting', { bodyId, meetingId }), { strong: true });
      return found && meetingSchema.parse(plain(found));
    },
    meetings: async (bodyId) =>
      (await newest(bodyId, 'meeting', 'MEETING#', MEETINGS)).map((row) => meetingSchema.parse(row)),
    minutes: async (bodyId, meetingId) => {
      const found = await table.get(key('meetingMinutes', { bodyId, meetingId }), { strong: true });
      return found && readMinutes(found);
    },
    actions: async (bodyId) =>
      (await newest(bodyId, 'actionItem', 'ACTION#', ACTIONS)).map((row) => actionItemSchema.parse(row)),
    action: async (bodyId, actionId) => {
      const found = await table.get(key('actionItem', { bodyId, actionId }), { strong: true });
      return found && actionItemSchema.parse(plain(found));
    },
    write: async (written, audit, beside) =>
      (await table.write([...writesOf(written), auditWrite(audit), ...beside])) === undefined,
  };
};
