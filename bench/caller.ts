import path from 'node:path';

/** A path as whoever typed it meant it: npm starts a script in the project's folder and keeps theirs in INIT_CWD. */
export const fromCaller = (given: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
