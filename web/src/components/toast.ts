/** A short message, with an optional undo action. */
export type Toast = { message: string; undo?: { label: string; act: () => void } };
