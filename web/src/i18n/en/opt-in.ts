/** The consent of a patron of another library. */
export const optIn = {
  'opt-in.note': 'The patron agrees: note it',
  'opt-in.meaning': 'The patron is here with the card. The consent can be withdrawn in the account.',
} as const;
