/** A short message, with an optional undo action and the key that undoes it on pages of staff. */
export type Toast = { message: string; undo?: { label: string; act: () => void; key?: string } };
