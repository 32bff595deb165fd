/** How a read sees writes before it: eventually by default, certainly when strong. */
export type Consistency = { strong?: boolean };
