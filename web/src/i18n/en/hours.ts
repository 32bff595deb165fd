/** Opening hours, addresses and closures, which everybody reads. */
export const hours = {
  'hours.title': 'Libraries and hours',
  'hours.of': 'Opening hours of {branch}',
  'hours.open-until': 'Open until {time}',
  'hours.closed': 'Closed',
  'hours.opens': 'Closed. Opens {day} at {time}',
  'hours.today': 'today',
  'hours.tomorrow': 'tomorrow',
  'hours.closures': 'Closures',
  'hours.from-to': '{from} to {to}',
  'hours.from-time': '{days}, from {time}',
  'hours.map': 'Map',
  'hours.map-of': 'Map: {address}',
} as const;
