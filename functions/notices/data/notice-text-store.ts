import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { SetText } from '../domain/choose-text.ts';
import {
  channelSchema,
  languageSchema,
  type TemplateKey,
  type TemplateText,
  templateNameSchema,
} from '../domain/template.ts';
import { key } from './keys.ts';

const stored = z.object({
  owner: z.string(),
  template: templateNameSchema,
  channel: channelSchema,
  language: languageSchema,
  subject: z.string(),
  text: z.string(),
  v: z.number(),
});

/** A text that a member or the consortium set, with its version: 1, then one more each time it is set again. */
export type StoredText = SetText & { version: number };

const read = (item: unknown): StoredText => {
  const { v: version, ...rest } = stored.parse(item);
  return { ...rest, version };
};

const keyOf = (owner: string, { language, channel, template }: TemplateKey) =>
  key('noticeText', { owner, language, channel, template });

/** Stores the texts of notices that members and the consortium set. */
export const noticeTextStore = (table: Table) => {
  const list = async (owner: string): Promise<StoredText[]> => {
    const { pk: partition } = keyOf(owner, { language: '-', channel: 'email', template: 'frame' });
    return (await table.queryAll({ partition })).map(read);
  };
  return {
    /** Lists the texts that one owner set. */
    list,
    /** The list of texts, cached for 60 s, for sending. `now` in epoch ms. */
    known: cachedFor(60_000, list),
    get: async (owner: string, which: TemplateKey): Promise<StoredText | undefined> => {
      const item = await table.get(keyOf(owner, which), { strong: true });
      return item && read(item);
    },
    /**
     * Saves a text over the version that was read (none for the first), with its audit entry. Returns the new version; undefined when
     * another was saved meanwhile.
     */
    set: async (
      owner: string,
      which: TemplateKey,
      text: TemplateText,
      before: number | undefined,
      audit: AuditLine,
    ): Promise<number | undefined> => {
      const version = (before ?? 0) + 1;
      const put = { ...keyOf(owner, which), ...stamp('noticeText', version), owner, ...which, ...text };
      const when = before === undefined ? absent() : unchanged(before);
      return (await table.write([{ put, when }, auditWrite(audit)])) === undefined ? version : undefined;
    },
    /** Removes a text, so that the next owner's is used. False when its version differs from `before`. */
    remove: async (owner: string, which: TemplateKey, before: number, audit: AuditLine): Promise<boolean> =>
      (await table.write([{ delete: keyOf(owner, which), when: unchanged(before) }, auditWrite(audit)])) === undefined,
  };
};
