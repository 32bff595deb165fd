/** [major, minor]. */
export type Version = [number, number];
export declare const versionIn: (text: string) => Version | undefined;
export declare const reaches: (version: Version | undefined, least: Version) => boolean;
export declare const prerequisites: { ask: string[]; least: Version; missing: string }[];
export declare const nodeOnly: string[];
export declare const missingPrerequisites: (answer: (ask: string[]) => string | undefined, entry?: string) => string[];
/** A package-lock.json, as far as it matters here. */
export type Lock = { packages: Record<string, { version?: string; optional?: boolean }> };
export declare const packagesInStep: (lock: Lock, installed: Lock | undefined) => boolean;
