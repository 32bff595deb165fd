/** Obtener un carné por cuenta propia, y un PIN nuevo por correo electrónico. */
export const signUp = {
  'sign-up.title': 'Obtener un carné',
  'sign-up.meaning':
    'Recibe enseguida un carné temporal. Lleve a la biblioteca un documento que le identifique y será definitivo.',
  'sign-up.given': 'Nombre',
  'sign-up.family': 'Apellidos',
  'sign-up.birthDate': 'Fecha de nacimiento',
  'sign-up.email': 'Correo electrónico',
  'sign-up.usedGiven': 'Nombre que usa, si es otro',
  'sign-up.phone': 'Teléfono móvil',
  'sign-up.lines': 'Calle y número',
  'sign-up.locality': 'Localidad',
  'sign-up.region': 'Estado o provincia',
  'sign-up.postalCode': 'Código postal',
  'sign-up.residence': 'Lugar de residencia',
  'sign-up.mayEmail': 'La biblioteca puede enviarme correos sobre sus servicios',
  'sign-up.homeBranch': 'Biblioteca que visitará',
  'sign-up.ask': 'Enviarme un código',
  'sign-up.sent':
    'Le llega un código, si la dirección es correcta. Vale {minutes, plural, one {un minuto} other {# minutos}}.',
  'sign-up.code': 'Código del correo',
  'sign-up.pin': 'PIN que desea',
  'sign-up.pin-hint': 'De {shortest} a {longest} cifras, difícil de adivinar: ni fecha de nacimiento ni año.',
  'sign-up.confirm': 'Obtener el carné',
  'sign-up.again': 'Pedir otro código',
  'sign-up.done': 'Su carné temporal',
  'sign-up.until': 'Vale hasta el {date}. Después se borran sus datos, si no ha pasado por un mostrador.',
  'sign-up.may-borrow': 'Puede pedir prestado con él lo que permiten los carnés temporales.',
  'sign-up.may-not-borrow': 'Puede entrar con él. Para pedir prestado, pase por un mostrador.',
  'sign-up.closed': 'Los carnés se dan en los mostradores. Acuda a cualquier biblioteca con un documento de identidad.',
  'forgotten-pin.title': 'Elegir un PIN nuevo',
  'forgotten-pin.meaning':
    'Llega un código al correo electrónico que su biblioteca tiene de usted. Con él elige un PIN nuevo; también termina un bloqueo.',
  'forgotten-pin.sent':
    'Un código está en camino, si el carné es correcto y su biblioteca tiene una dirección de usted. Vale {minutes, plural, one {un minuto} other {# minutos}}. También vale uno que llegó poco antes.',
  'forgotten-pin.set': 'Guardar el PIN',
  'forgotten-pin.done': 'El PIN nuevo está guardado.',
} as const;
