import type { pinRules as english } from '../en/pin-rules.ts';

/** La página de las reglas de los PIN. */
export const pinRules: Record<keyof typeof english, string> = {
  'pin-rules.title': 'Reglas de los PIN',
  'pin-rules.not-yours': 'Esto es para el personal.',
  'pin-rules.versions': 'Reglas vigentes, futuras y anteriores',
  'pin-rules.none-adopted':
    'Por ahora no se ha aprobado nada: un PIN tiene al menos {shortest} cifras, un código para un PIN nuevo vale {codeMinutes} minutos y una dirección recibe {perDay} códigos al día por carné.',
  'pin-rules.from': 'Desde',
  'pin-rules.state': 'Estado',
  'pin-rules.in-force': 'Vigente',
  'pin-rules.later': 'Empieza más tarde',
  'pin-rules.before': 'Sustituida',
  'pin-rules.shortest': 'Mínimo de cifras de un PIN',
  'pin-rules.codeMinutes': 'Minutos de validez de un código para un PIN nuevo',
  'pin-rules.perDay': 'Códigos al día por carné desde una dirección',
  'pin-rules.decision': 'Decisión',
  'pin-rules.always':
    'Siempre: 12 cifras como máximo; ni serie de cifras, ni cifras repetidas, ni año, ni fecha de nacimiento, ni parte del número del carné. Las reglas se aplican al fijar un PIN; los anteriores siguen valiendo.',
  'pin-rules.adopt-title': 'Cambiar las reglas',
  'pin-rules.adopt-meaning':
    'Las reglas valen para todas las bibliotecas. Las demás reglas sobre usuarios no cambian.',
  'pin-rules.between': 'De {min} a {max}',
  'pin-rules.day': 'Desde qué día',
  'pin-rules.day-hint': 'Vacío: de inmediato',
  'pin-rules.later-versions': 'Reglas ya aprobadas que empiezan más tarde ({days})',
  'pin-rules.keep-later': 'Sustituyen a estas cuando empiecen',
  'pin-rules.end-later': 'Anularlas: estas reglas siguen',
  'pin-rules.adopt': 'Aprobar las reglas',
  'pin-rules.adopted': 'Las reglas están aprobadas.',
  'problem.policy-overtaken': 'Otra persona aprobó otras reglas entretanto. Véalas y apruebe después las suyas.',
};
