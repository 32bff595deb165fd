import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { carriedSum } from '../domain/statements/billing-cycle.ts';
import type { Packed } from '../domain/statements/pack.ts';
import { type Statement, statementSchema, sumOfLines } from '../domain/statements/statement.ts';
import { key, sortPrefix } from './keys.ts';
import { whileRound } from './period-store.ts';

const storedHead = z.object({
  month: z.string(),
  memberId: z.string(),
  round: z.number(),
  parts: z.number(),
  hash: z.string(),
  currency: z.string(),
  total: z.number(),
  due: z.number(),
  booked: z.string().exactOptional(),
  invoice: z.string().exactOptional(),
  /** The sum of the lines that wait for the invoice of their cycle, and the month whose statement bills them. */
  deferred: z.number().exactOptional(),
  billedIn: z.string().exactOptional(),
  /** The sum of its lines of earlier months, which are stated there, too. */
  carried: z.number().exactOptional(),
});

/** The head of a statement: its total (minor units), hash, booking time, and invoice or credit note. */
export type StatementHead = z.infer<typeof storedHead>;

type TextOf = Pick<StatementHead, 'month' | 'memberId' | 'round' | 'parts'>;

/** A statement that is written but not stored yet, with its canonical text. */
export type Written = { statement: Statement; pack: Packed };

/** Stores the statements of periods. */
export type StatementStore = {
  /** Returns the heads of the statements of a month's round, by member. Always a strong read. */
  heads(of: { month: string; round: number }): Promise<StatementHead[]>;
  head(of: { month: string; round: number }, memberId: string): Promise<StatementHead | undefined>;
  /** Returns the canonical text of a statement, byte for byte as written. */
  text(head: TextOf): Promise<string>;
  /** Returns several texts, in order and with few calls: for reading a whole month. */
  texts(heads: readonly TextOf[]): Promise<string[]>;
  /** Reads and parses a statement. Throws when its text differs from the hash of its head: nobody may calculate with it then. */
  read(head: StatementHead): Promise<Statement>;
  /** Stores a round's statements; repeating it changes nothing. False when the period is no longer reconciled in this round. */
  keep(of: { month: string; round: number }, written: readonly Written[]): Promise<boolean>;
};

/** Characters of a part: at most 3 bytes each in UTF-8, far below DynamoDB's 400 KB including overhead. */
const PART = 100_000;
/** A transaction takes 100 writes and 4 MB (DynamoDB). */
const MOST_WRITES = 90;
const MOST_CHARS = 1_000_000;

const serial = (number: number): string => String(number).padStart(4, '0');

/** Splits a text into parts, none of which splits a surrogate pair: each part is a valid string in UTF-8. */
export const partsOf = (text: string, size = PART): string[] => {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const until = from + size;
    const splits = /[\uD800-\uDBFF]/.test(text.charAt(until - 1));
    const to = splits ? until - 1 : until;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
};

const writesOf = ({ statement, pack }: Written, round: number): Write[] => {
  const { month, memberId, currency, total, due } = statement;
  const parts = partsOf(pack.text);
  const waiting = statement.lines.filter(({ mode }) => mode === 'deferred');
  const beside = {
    ...(waiting.length > 0 && { deferred: sumOfLines(waiting) }),
    ...(carriedSum(statement) !== 0 && { carried: carriedSum(statement) }),
  };
  const head = { month, memberId, round, parts: parts.length, hash: pack.hash, currency, total, due, ...beside };
  return [
    { put: { ...key('statement', { month, memberId }), ...stamp('statement', round), ...head } },
    ...parts.map((text, part): Write => {
      const at = { month, memberId, round: serial(round), part: serial(part) };
      return { put: { ...key('statementPart', at), ...stamp('statementPart', 1), text } };
    }),
  ];
};

/** Groups writes so that each group fits into one transaction. */
const grouped = (written: readonly Written[], round: number): Write[][] => {
  const groups: { writes: Write[]; chars: number }[] = [];
  for (const one of written) {
    const [writes, chars] = [writesOf(one, round), one.pack.text.length];
    const last = groups.at(-1);
    if (last && last.writes.length + writes.length <= MOST_WRITES && last.chars + chars <= MOST_CHARS) {
      last.writes.push(...writes);
      last.chars += chars;
    } else groups.push({ writes, chars });
  }
  return groups.map(({ writes }) => writes);
};

/** Stores statements in the table. */
export const statementStore = (table: Table): StatementStore => {
  const partKeys = ({ month, memberId, round, parts }: TextOf) =>
    Array.from({ length: parts }, (_, part) =>
      key('statementPart', { month, memberId, round: serial(round), part: serial(part) }),
    );
  const texts: StatementStore['texts'] = async (heads) => {
    const items = await table.getMany(heads.flatMap(partKeys));
    let from = 0;
    return heads.map(({ parts }) => {
      const own = items.slice(from, from + parts);
      from += parts;
      return own.map((item) => z.object({ text: z.string() }).parse(item).text).join('');
    });
  };
  const text: StatementStore['text'] = async (head) => (await texts([head]))[0] ?? '';
  return {
    heads: async ({ month, round }) => {
      const { pk: partition } = key('statement', { month, memberId: 'any' });
      const items = await table.queryAll({ partition, begins: sortPrefix('statement'), strong: true });
      return items.map((item) => storedHead.parse(item)).filter((head) => head.round === round);
    },
    head: async ({ month, round }, memberId) => {
      const item = await table.get(key('statement', { month, memberId }), { strong: true });
      const head = item && storedHead.parse(item);
      return head?.round === round ? head : undefined;
    },
    text,
    texts,
    read: async (head) => {
      const stored = await text(head);
      if (sha256(stored) !== head.hash)
        throw new Error(`The statement of ${head.memberId} in ${head.month} is not as its hash states`);
      return statementSchema.parse(JSON.parse(stored));
    },
    keep: async (of, written) => {
      const during = whileRound(of, 'reconciled');
      for (const writes of grouped(written, of.round)) {
        if (await table.write([during, ...writes])) return false;
      }
      return true;
    },
  };
};
