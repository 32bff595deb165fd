// ISBN-10: weights 10 to 2, modulus 11, ten written as X (ISO 2108:1992).
function checkDigit10(nine: string): string {
  const sum = [...nine].reduce((total, digit, at) => total + (10 - at) * Number(digit), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Returns an ISBN of 13 digits in the form that a member records, or undefined when it records none. */
export function isbnAs(isbn: string, form: '13' | '10' | 'none'): string | undefined {
  if (form === 'none') return undefined;
  if (form === '13' || !isbn.startsWith('978')) return isbn;
  const nine = isbn.slice(3, 12);
  return nine + checkDigit10(nine);
}
