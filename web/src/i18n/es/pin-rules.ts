import type { pinRules as english } from '../en/pin-rules.ts';

/** La página de las reglas de los PIN. */
export const pinRules: Record<keyof typeof english, string> = {
  'pin-rules.title': 'Reglas de los PIN',
  'pin-rules.none-adopted':
    'Por ahora no se ha aprobado nada: un PIN tiene al menos {shortest} cifras, un código para un PIN nuevo vale {codeMinutes} minutos y una dirección recibe {perDay} códigos al día por carné.',
  'pin-rules.shortest': 'Mínimo de cifras de un PIN',
  'pin-rules.codeMinutes': 'Minutos de validez de un código para un PIN nuevo',
  'pin-rules.perDay': 'Códigos al día por carné desde una dirección',
  'pin-rules.always':
    'Siempre: 12 cifras como máximo; ni serie de cifras, ni cifras repetidas, ni año, ni fecha de nacimiento, ni parte del número del carné. Las reglas se aplican al fijar un PIN; los anteriores siguen valiendo.',
  'pin-rules.adopt-meaning': 'Las reglas valen para todas las bibliotecas. Las demás reglas sobre usuarios no cambian.',
  'pin-rules.between': 'De {min} a {max}',
};
