import * as z from 'zod';

/** What somebody may do for another: borrow on that account, collect what waits on the hold shelf for it. */
export const proxyActs = ['borrow', 'collect'] as const;
export type ProxyAct = (typeof proxyActs)[number];

/** Leave to act for another patron, until a day (`YYYY-MM-DD`, the last on which it holds). */
export const proxySchema = z.object({
  sponsorId: z.string(),
  proxyId: z.string(),
  until: z.string(),
  may: z.array(z.enum(proxyActs)).min(1),
  givenAt: z.string(),
});
export type Leave = z.infer<typeof proxySchema>;

/** Whether leave holds on a day for an act. Who may borrow may collect as well: it is lent either way. */
export const mayAct = ({ until, may }: Pick<Leave, 'until' | 'may'>, act: ProxyAct, today: string): boolean =>
  today <= until && (may.includes('borrow') || may.includes(act));
