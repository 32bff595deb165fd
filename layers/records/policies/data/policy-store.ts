import { absent } from '../../../platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { cachedFor } from '../../../platform/runtime/cached-for.ts';
import { iso } from '../../../platform/runtime/clock.ts';
import { type AuditLine, auditWrite } from '../../audit/data/audit.ts';
import { inForce, type PolicyDocument, policyDocumentSchema, policyHeadSchema } from '../domain/document.ts';
import type { PolicyKind } from '../domain/policy-kind.ts';
import { key } from './keys.ts';

/** A policy to adopt, with a body validated by the schema of its kind; its version is the next free one. */
export type Adoption = Omit<PolicyDocument, 'version'> & {
  /** The last version, 0 for none: when another was adopted since, this one is not. */
  follows?: number | undefined;
};

/** Stores adopted policies. */
export type PolicyStore = {
  /** Adopts the next version, with its audit entry in the same write. Returns the document with its version. */
  adopt(adoption: Adoption, audit: (version: number) => AuditLine): Promise<PolicyDocument>;
  /** Does the same while all `checks` hold and `follows` is the last version; else returns undefined and writes nothing. */
  adoptWhile(
    adoption: Adoption,
    audit: (version: number) => AuditLine,
    checks: readonly Write[],
  ): Promise<PolicyDocument | undefined>;
  /** Returns all versions of a kind, in the order of their effective dates; `strong` when a just adopted one must be included. */
  list<K extends PolicyKind>(kind: K, strong?: boolean): Promise<PolicyDocument<K>[]>;
  /**
   * Returns the version of a kind in force at `at` (epoch ms), cached for 60 s. `now` (epoch ms, when other than `at`) is the time for
   * the expiry of the cache.
   */
  inForce<K extends PolicyKind>(kind: K, at: number, now?: number): Promise<PolicyDocument<K> | undefined>;
  /** Returns a version regardless of its effective date, for example that of an existing loan. Uses the same cache. */
  version<K extends PolicyKind>(kind: K, version: number, now: number): Promise<PolicyDocument<K> | undefined>;
};

const TRIES = 5;
const CACHE_MS = 60_000;

const parts = ({ kind, version, effectiveFrom, decisionReference, adoptedBy, body }: Record<string, unknown>) => ({
  ...{ kind, version, effectiveFrom, decisionReference, adoptedBy, body },
});

/** Stores policies in the table. Use one store per container, because its cache saves the reads. */
export const policyStore = (table: Table): PolicyStore => {
  const rows = (kind: string, strong = false): Promise<Record<string, unknown>[]> =>
    table.queryAll({ partition: `POLICY#${kind}`, strong });
  const read = <K extends PolicyKind>(kind: K, items: Record<string, unknown>[]): PolicyDocument<K>[] => {
    const schema = policyDocumentSchema(kind);
    return items.map((item) => schema.parse(parts(item)) as PolicyDocument<K>);
  };
  const list: PolicyStore['list'] = async (kind, strong) => read(kind, await rows(kind.name, strong));
  const kinds = new Map<string, PolicyKind>();
  const cached = cachedFor(CACHE_MS, async (name) => {
    const kind = kinds.get(name);
    return kind ? list(kind) : [];
  });
  const known = (kind: PolicyKind, now: number): Promise<PolicyDocument[]> => {
    kinds.set(kind.name, kind);
    return cached(kind.name, now);
  };
  const adoptWhile: PolicyStore['adoptWhile'] = async ({ follows, ...adoption }, audit, checks) => {
    for (let i = 0; i < TRIES; i += 1) {
      const versions = (await rows(adoption.kind, true)).map((item) => policyHeadSchema.parse(parts(item)).version);
      const last = Math.max(0, ...versions);
      if (follows !== undefined && follows !== last) return undefined;
      const version = last + 1;
      const document = policyHeadSchema.parse({ ...adoption, version });
      const named = { ...document, version: String(version) };
      const lost = await table.write([
        ...checks,
        { put: { ...key('policyVersion', named), ...stamp('policyVersion', 1) }, when: absent() },
        { put: { ...key('policy', named), ...stamp('policy', 1), ...document }, when: absent() },
        auditWrite(audit(version)),
      ]);
      if (!lost) return document;
      if (lost.conflict.some(({ index }) => index < checks.length)) return undefined;
    }
    throw new TableConflict(`${adoption.kind} was adopted ${TRIES} times at once`);
  };
  return {
    list,
    adoptWhile,
    adopt: async (adoption, audit) => {
      const adopted = await adoptWhile(adoption, audit, []);
      if (!adopted) throw new TableConflict(`${adoption.kind} was not adopted`);
      return adopted;
    },
    inForce: async (kind, at, now = at) => inForce(await known(kind, now), kind, iso(at)),
    version: async (kind, version, now) => {
      const found = (await known(kind, now)).find((document) => document.version === version);
      return found && inForce([found], kind, found.effectiveFrom);
    },
  };
};
