import path from 'node:path';

/** Resolves a path against the caller's folder: npm starts a script in the project's folder and stores the caller's in INIT_CWD. */
export const fromCaller = (given: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
