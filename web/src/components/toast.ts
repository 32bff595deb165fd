/** A short message, with a way to undo what it tells. */
export type Toast = { message: string; undo?: { label: string; act: () => void } };
