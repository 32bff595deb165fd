/** The texts of the page of the free tier. */
export const freeTier = {
  'free-tier.title': 'Free tier of AWS',
  'free-tier.none-adopted': 'Nothing is adopted: use is priced at list prices.',
  'free-tier.adopt-meaning':
    'Use within the free tier costs nothing in months that begin after the rules do. An account in an organisation shares the free tier with others.',
  'free-tier.always': 'The permanent free tier applies',
  'free-tier.opened': 'The account was opened on',
  'free-tier.opened-hint': 'Adds the free tier of its first twelve months; empty: none',
  'free-tier.day-fault': 'Write a day as 2027-06-30',
};
