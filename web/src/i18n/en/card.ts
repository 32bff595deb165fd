/** The page of the library card. */
export const card = {
  'card.title': 'My library card',
  'card.until': 'Valid until {date}',
  'card.sign-in': 'Sign in to see your card.',
  'card.store': 'Store the card on this device',
  'card.store-meaning':
    'It then opens here without a network and without a sign-in. Only on a device of your own; signing out removes it.',
  'card.stored':
    'The card is stored on this device: it opens without a network. Add this page to the home screen of your phone to open it like an app.',
  'card.remove': 'Remove the card from this device',
  'card.to-apple': 'Add to Apple Wallet',
  'card.to-google': 'Add to Google Wallet',
  'problem.wallet-not-offered': 'Your consortium offers no cards for this wallet.',
  'card.google-meaning': 'Google gets your name, your library and the card number.',
} as const;
