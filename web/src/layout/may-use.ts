type Grant = { role: string; scope: string };
type Page = { roles: readonly string[]; at?: 'member' };

/** Whether one of these grants leads to a page: a grant for a branch leads to no page of a whole library. */
export const mayUse = (grants: readonly Grant[], { roles, at }: Page): boolean =>
  roles.length === 0 || grants.some(({ role, scope }) => roles.includes(role) && (!at || scope === at));
