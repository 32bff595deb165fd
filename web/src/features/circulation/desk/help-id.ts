/** The id of the panel of keys, which the key ? opens. */
export const helpId = 'desk-keys';
