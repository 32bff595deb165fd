import * as z from 'zod';

const member = z.string().min(1).optional();

/** The members that a request may concern, and the kind of caller; `work` is a stream, queue or schedule without a caller. */
export const evidenceSchema = z.object({
  caller: z.enum(['staff', 'patron', 'machine', 'anonymous', 'consortium', 'work']),
  /** The member of the branch where staff work now. */
  workplace: member,
  /** The home library of a patron, the employer of staff, the owner of a machine client. */
  home: member,
  /** The requester of an interlibrary request. */
  requester: member,
  /** The member whose act caused this stream or queue work. */
  cause: member,
  /** The library whose portal (path or scope) an anonymous visitor used. */
  portal: member,
});
export type Evidence = z.infer<typeof evidenceSchema>;

type Place = Exclude<keyof Evidence, 'caller'>;

const situations = ['ill-request', 'caused-work', 'staff', 'patron', 'machine', 'anonymous', 'consortium'] as const;
type Situation = (typeof situations)[number];
const places = ['workplace', 'home', 'requester', 'cause', 'portal'] as const satisfies readonly Place[];

/** Returns the names in the evidence: members, or whatever a visitor or an external partner called itself. */
export const membersNamed = (evidence: Evidence): string[] => places.flatMap((place) => evidence[place] ?? []);

// Only for evidence that we set ourselves: a visitor's address with this word does not make the use shared by all.
const forAll = (place: string, name: string): boolean =>
  name === 'consortium' && (place === 'cause' || place === 'requester');

/** Returns the evidence restricted to these members, and to the consortium for work caused for all. */
export const ofMembers = ({ caller, ...named }: Evidence, members: ReadonlySet<string>): Evidence => ({
  caller,
  ...Object.fromEntries(
    Object.entries(named).filter(([place, name]) => name !== undefined && (members.has(name) || forAll(place, name))),
  ),
});

/**
 * The body of the versioned attribution policy, which decides whose use a request is: the first rule with a matching situation and a
 * known member applies. `public-use` and `consortium` are shared by the agreed key.
 */
export const attributionPolicySchema = z.strictObject({
  rules: z
    .array(z.strictObject({ when: z.enum(situations), to: z.enum([...places, 'public-use', 'consortium']) }))
    .min(1),
});
export type AttributionPolicy = z.infer<typeof attributionPolicySchema>;

/** The initial policy; a ballot may adopt another. */
export const defaultAttributionPolicy: AttributionPolicy = {
  rules: [
    { when: 'ill-request', to: 'requester' },
    { when: 'caused-work', to: 'cause' },
    { when: 'staff', to: 'workplace' },
    { when: 'staff', to: 'home' },
    { when: 'patron', to: 'home' },
    { when: 'machine', to: 'home' },
    { when: 'anonymous', to: 'portal' },
    { when: 'anonymous', to: 'public-use' },
    { when: 'consortium', to: 'consortium' },
  ],
};

const holds = (when: Situation, evidence: Evidence): boolean => {
  if (when === 'ill-request') return evidence.requester !== undefined;
  if (when === 'caused-work') return evidence.caller === 'work' && evidence.cause !== undefined;
  return evidence.caller === when;
};

/** Returns the member of a use and the rule that decided; `unattributed` because `unexplained` when no rule applies. */
export const attribute = (policy: AttributionPolicy, evidence: Evidence): { member: string; because: string } => {
  for (const { when, to } of policy.rules) {
    if (!holds(when, evidence)) continue;
    const member = to === 'public-use' || to === 'consortium' ? to : evidence[to];
    if (member !== undefined) return { member, because: `${when}-${to}` };
  }
  return { member: 'unattributed', because: 'unexplained' };
};
