import * as z from 'zod';

/** The rights of a proxy for a patron: to borrow on that account, to collect holds from its hold shelf. */
export const proxyActs = ['borrow', 'collect'] as const;
export type ProxyAct = (typeof proxyActs)[number];

/** Permission to act for another patron, until a date (`YYYY-MM-DD`, inclusive). */
export const proxySchema = z.object({
  sponsorId: z.string(),
  proxyId: z.string(),
  until: z.string(),
  may: z.array(z.enum(proxyActs)).min(1),
  givenAt: z.string(),
});
export type Leave = z.infer<typeof proxySchema>;

/** Returns whether a proxy is valid on a date for an act. Permission to borrow includes collecting, as both are loans. */
export const mayAct = ({ until, may }: Pick<Leave, 'until' | 'may'>, act: ProxyAct, today: string): boolean =>
  today <= until && (may.includes('borrow') || may.includes(act));
