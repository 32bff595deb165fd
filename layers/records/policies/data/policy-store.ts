import { gunzipSync, gzipSync } from 'node:zlib';
import { millis } from '../../../kernel/calendar/days.ts';
import { absent, expectedVersion } from '../../../platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { cachedFor } from '../../../platform/runtime/cached-for.ts';
import { iso } from '../../../platform/runtime/clock.ts';
import { type AuditLine, auditWrite } from '../../audit/data/audit.ts';
import { inForce, type PolicyDocument, policyDocumentSchema, policyHeadSchema } from '../domain/document.ts';
import type { PolicyKind } from '../domain/policy-kind.ts';
import { afterAdoption, byBeginning, periodAt, type VersionPeriod } from '../domain/versions.ts';
import { key } from './keys.ts';
import { inForceSchema, noneOf, type PoliciesInForce } from './policies-in-force.ts';

/** A policy to adopt, with a body validated by the schema of its kind; its version is the next free one. */
export type Adoption = Omit<PolicyDocument, 'version'> & {
  /** The last version, 0 for none: when another was adopted since, this one is not. */
  follows?: number | undefined;
  /** The last versions of the kinds by which it was judged: when one of these was adopted since, this one is not. */
  judgedBy?: Readonly<Record<string, number>> | undefined;
};

/** Stores adopted policies. */
export type PolicyStore = {
  /** Adopts the next version at `now` (epoch ms), with its audit entry in the same write. Returns the document with its version. */
  adopt(adoption: Adoption, audit: (version: number) => AuditLine): Promise<PolicyDocument>;
  /**
   * Adopts a version on the condition that all `checks` hold and `follows` is the last version; otherwise returns undefined and writes
   * nothing.
   */
  adoptWhile(
    adoption: Adoption,
    audit: (version: number) => AuditLine,
    checks: readonly Write[],
  ): Promise<PolicyDocument | undefined>;
  /** Adopts several consecutive versions of one kind on these conditions: all or none. */
  adoptTogether(
    adoptions: readonly [Adoption, ...Adoption[]],
    audit: (version: number) => AuditLine,
    checks: readonly Write[],
  ): Promise<[PolicyDocument, ...PolicyDocument[]] | undefined>;
  /** Returns the number of the last version of a kind (0 for none), and the versions that begin after an instant. */
  adopted(kind: string, after: string): Promise<{ last: number; later: VersionPeriod[] }>;
  /** Returns all versions of a kind, in the order of their effective dates; `strong` when a just adopted one must be included. */
  list<K extends PolicyKind>(kind: K, strong?: boolean): Promise<PolicyDocument<K>[]>;
  /**
   * Returns the version of a kind in force at `at` (epoch ms), cached for 60 s. `now` (epoch ms, when other than `at`) is the time for
   * the expiry of the cache.
   */
  inForce<K extends PolicyKind>(kind: K, at: number, now?: number): Promise<PolicyDocument<K> | undefined>;
  /** Returns the adopted versions of all kinds that begin after `now` (epoch ms), the next first; cached for 60 s. */
  upcoming(now: number): Promise<{ kind: string; version: number; from: string }[]>;
  /** Returns a version regardless of its effective date, for example that of an existing loan. It never changes, so it is cached for long. */
  version<K extends PolicyKind>(kind: K, version: number, now: number): Promise<PolicyDocument<K> | undefined>;
};

/** Kinds that are adopted at once share an item. */
const TRIES = 20;
const CACHE_MS = 60_000;
/** A version never changes; the limit frees the memory of those that are no longer in force. */
const VERSION_CACHE_MS = 3_600_000;
/** A longer body is stored compressed: the rules of many members are ten times as long as their compressed text. */
const LONGEST_PLAIN = 2_000;

type Row = Record<string, unknown>;

const stored = (body: unknown): Row => {
  const text = JSON.stringify(body);
  return text.length > LONGEST_PLAIN ? { zipped: gzipSync(text) } : { body };
};

const parts = ({
  kind,
  version,
  effectiveFrom,
  endsLater,
  decisionReference,
  adoptedBy,
  body,
  zipped,
  ...row
}: Row) => ({
  ...{ kind, version, effectiveFrom, decisionReference, adoptedBy },
  ...(row.proposalId !== undefined && { proposalId: row.proposalId }),
  ...(row.returnsTo !== undefined && { returnsTo: row.returnsTo }),
  ...(endsLater === true && { endsLater }),
  body: zipped instanceof Uint8Array ? JSON.parse(gunzipSync(zipped).toString('utf8')) : body,
});

/** Stores policies in the table. Use one store per container, because its cache saves the reads. */
export const policyStore = (table: Table): PolicyStore => {
  const read = <K extends PolicyKind>(kind: K, items: readonly Row[]): PolicyDocument<K>[] => {
    const schema = policyDocumentSchema(kind);
    return items.map((item) => schema.parse(parts(item)) as PolicyDocument<K>);
  };
  const list: PolicyStore['list'] = async (kind, strong = false) =>
    read(kind, await table.queryAll({ partition: `POLICY#${kind.name}`, strong })).sort(byBeginning);
  const current = async (strong: boolean): Promise<PoliciesInForce> => {
    const row = await table.get(key('policiesInForce', {}), { strong });
    return row ? inForceSchema.parse(row) : { v: 0, kinds: {} };
  };
  const cachedCurrent = cachedFor(CACHE_MS, () => current(false));
  const kinds = new Map<string, PolicyKind>();
  const cachedList = cachedFor(CACHE_MS, async (name) => {
    const kind = kinds.get(name);
    return kind ? list(kind) : [];
  });
  const cachedVersion = cachedFor(
    VERSION_CACHE_MS,
    async ({ kind, version }: { kind: PolicyKind; version: number }) => {
      const itsKey = key('policy', { kind: kind.name, version: String(version) });
      // An eventually consistent read may miss a version that was adopted just now.
      const row = (await table.get(itsKey)) ?? (await table.get(itsKey, { strong: true }));
      return row && read(kind, [row])[0];
    },
    ({ kind, version }) => `${kind.name} ${version}`,
  );
  const version = async <K extends PolicyKind>(kind: K, number: number, now: number) =>
    (await cachedVersion({ kind, version: number }, now)) as PolicyDocument<K> | undefined;

  const adoptTogether: PolicyStore['adoptTogether'] = async (
    [{ follows, judgedBy = {}, ...first }, ...others],
    audit,
    checks,
  ) => {
    for (let i = 0; i < TRIES; i += 1) {
      const { v, kinds: before } = await current(true);
      const { last, periods } = before[first.kind] ?? noneOf;
      if (follows !== undefined && follows !== last) return undefined;
      if (Object.entries(judgedBy).some(([kind, seen]) => (before[kind]?.last ?? 0) !== seen)) return undefined;
      const document = policyHeadSchema.parse({ ...first, version: last + 1 });
      const following = others.map(({ follows: _, judgedBy: _judged, ...one }, place) =>
        policyHeadSchema.parse({ ...one, version: last + 2 + place }),
      );
      const all = [document, ...following];
      const line = audit(document.version);
      const after = all.reduce<VersionPeriod[]>((now, one) => afterAdoption(now, one, line.at), [...periods]);
      const adopted = last + all.length;
      const next = { last: adopted, older: adopted > after.length, periods: after };
      const lost = await table.write([
        ...checks,
        ...all.map(({ body, ...head }) => ({
          put: {
            ...key('policy', { ...head, version: String(head.version) }),
            ...stamp('policy', 1),
            ...head,
            ...stored(body),
          },
          when: absent(),
        })),
        {
          put: {
            ...key('policiesInForce', {}),
            ...stamp('policiesInForce', v + 1),
            kinds: { ...before, [first.kind]: next },
          },
          when: expectedVersion(v),
        },
        auditWrite(line),
      ]);
      if (!lost) return [document, ...following];
      if (lost.conflict.some(({ index }) => index < checks.length)) return undefined;
    }
    throw new TableConflict(`${first.kind} was adopted ${TRIES} times at once`);
  };
  const adoptWhile: PolicyStore['adoptWhile'] = async (adoption, audit, checks) =>
    (await adoptTogether([adoption], audit, checks))?.[0];
  return {
    list,
    version,
    adoptWhile,
    adoptTogether,
    adopt: async (adoption, audit) => {
      const adopted = await adoptWhile(adoption, audit, []);
      if (!adopted) throw new TableConflict(`${adoption.kind} was not adopted`);
      return adopted;
    },
    adopted: async (kind, after) => {
      const { last, periods } = (await current(true)).kinds[kind] ?? noneOf;
      return { last, later: periods.filter(({ from }) => millis(from) > millis(after)) };
    },
    upcoming: async (now) =>
      Object.entries((await cachedCurrent('', now)).kinds)
        .flatMap(([kind, { periods }]) => periods.map(({ version: number, from }) => ({ kind, version: number, from })))
        .filter(({ from }) => millis(from) > now)
        .toSorted((one, other) => millis(one.from) - millis(other.from)),
    inForce: async (kind, at, now = at) => {
      const { older, periods } = (await cachedCurrent('', now)).kinds[kind.name] ?? noneOf;
      const period = periodAt(periods, iso(at));
      if (period) return version(kind, period.version, now);
      if (!older) return undefined;
      kinds.set(kind.name, kind);
      return inForce(await cachedList(kind.name, now), kind, iso(at));
    },
  };
};
