/** The consent of a patron of another library. */
export const optIn = {
  'opt-in.note': 'El lector acepta: anotarlo',
  'opt-in.meaning': 'El lector está aquí con el carné. Puede retirar el consentimiento en su cuenta.',
} as const;
