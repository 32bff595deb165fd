const inFiles: Readonly<Record<string, string>> = { idle: 'stand-by', unattributed: 'not-assigned' };

/** Returns the code of a kind of cost as files show it, which is what screens and statements call it. */
export const codeInFile = (code: string): string => inFiles[code] ?? code;
