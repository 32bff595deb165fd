/** The page of the rules for patrons' PINs. */
export const pinRules = {
  'pin-rules.title': 'Rules for PINs',
  'pin-rules.none-adopted':
    'No rules have been adopted. By default a PIN has at least {shortest} digits, a code for a new PIN is valid for {codeMinutes} minutes, and one address receives {perDay} codes a day for a card.',
  'pin-rules.shortest': 'Minimum digits of a PIN',
  'pin-rules.codeMinutes': 'Minutes that a code for a new PIN is valid',
  'pin-rules.perDay': 'Codes a day for a card from one address',
  'pin-rules.always':
    'Always: at most 12 digits; no sequence of digits, no repeated digits, no year, no date of birth, no part of the card number. The rules apply when a PIN is set; existing PINs remain valid.',
  'pin-rules.adopt-meaning': 'The rules apply to all libraries. Other rules for patrons stay as they are.',
  'pin-rules.between': '{min} to {max}',
};
