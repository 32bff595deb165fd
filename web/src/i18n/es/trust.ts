/** Qué se mide, qué se guarda y qué aún no es posible, para quienes deciden sobre Concord. */
export const trust = {
  'trust.title': 'Por qué confiar',
  'trust.lead':
    'Lo que una biblioteca pregunta antes de incorporarse, respondido por el propio producto. Las cifras proceden de las últimas ejecuciones de sus pruebas.',
  'trust.measured': 'Medido',
  'trust.pages': 'páginas con la accesibilidad comprobada, cada una en dos anchuras',
  'trust.rules': 'reglas de WCAG 2.2 AA comprobadas, {failed, plural, =0 {ninguna} other {#}} incumplidas',
  'trust.fields': 'clases de datos guardados con finalidad y plazo',
  'trust.limits': 'límites conocidos, enumerados abajo',
  'trust.by-axe': 'Con axe en cada página; el informe indica lo que no puede juzgar.',
  'trust.by-table': 'Generado de la tabla de claves; una prueba borra a un lector y busca lo que queda.',
  'trust.patrons': 'Qué se guarda de los lectores',
  'trust.staff': 'Qué se guarda del personal',
  'trust.what': 'Qué',
  'trust.why': 'Para qué',
  'trust.period': 'Cuánto tiempo',
  'trust.who': 'Quién lo ve',
  'trust.back': 'Si algo se pierde',
  'trust.back-text':
    'La tabla puede restaurarse a cualquier momento de los últimos 35 días. Los borrados posteriores se repiten, y los accesos retirados se retiran de nuevo. Un simulacro de toda la restauración, con cada uno de estos pasos, es una sola orden para los técnicos (npm run prove:restore).',
  'trust.away': 'Qué sale de Concord',
  'trust.away-text':
    'Los registros técnicos nombran operaciones y bibliotecas, nunca a un lector. Los webhooks y las estadísticas no contienen personas. El proveedor de pagos recibe un importe y un número. El navegador no hace peticiones a terceros.',
  'trust.leave': 'Marcharse',
  'trust.leave-text':
    'El lector exporta todos sus datos y pide el borrado en Mi cuenta; la biblioteca exporta sus registros, ejemplares, lectores y extractos.',
  'trust.known-limits': 'Límites conocidos',
  'trust.cost': 'Cuánto costaría',
  'trust.reliability': 'Fiabilidad de este sistema',
  'trust.example': 'Ejemplo de la demostración, no medido',
  'trust.no-check': 'No consta ninguna comprobación del sitio.',
  'trust.answered':
    '{passed, number} de {checks, number} comprobaciones, una cada hora, desde el {since} tuvieron respuesta',
  'trust.not-made':
    '{missing, plural, =0 {No faltó ninguna comprobación.} one {No se hizo una comprobación: de esa hora no se sabe nada.} other {No se hicieron # comprobaciones: de esas horas no se sabe nada.}}',
  'trust.no-rehearsal': 'No consta ningún simulacro de restauración.',
  'trust.rehearsed':
    'para el último simulacro de restauración, el {day}: {compared, plural, one {se comparó # fila} other {se compararon # filas}}',
  'trust.changed':
    '{changed, plural, =0 {Ninguna difiere} one {Una difiere} other {# difieren}} de la tabla en uso, que sigue cambiando después del momento restaurado ({moment}).',
  'trust.days': 'Días en que una comprobación falló o no se hizo',
  'trust.day': 'Día (UTC)',
  'trust.passed': 'Con respuesta',
  'trust.failed': 'Fallidas',
  'trust.missing': 'No hechas',
  'trust.reliability-how':
    'Cada hora el sistema pide su propia primera página, el contenido de la portada y una búsqueda, por la misma dirección que los lectores. Cuentan los últimos 90 días. Un simulacro restaura la tabla entera como una segunda y compara cada fila.',
  'trust.conformance': 'Accesibilidad: el informe de conformidad',
  'trust.conformance-text':
    'De los criterios de WCAG 2.2, niveles A y AA, {met} se cumplen, {less} se cumplen en parte, {notMet} no se cumplen y {absent} tratan de cosas que el producto no tiene. No se ha evaluado el uso de lectores de pantalla por personas que los usan ni la entrada por voz. El informe completo, con las reglas medidas de cada criterio, está en el producto (docs/accessibility.md).',
  'trust.less': 'Se cumplen en parte',
  'trust-less.2.2.1':
    '2.2.1 Tiempo ajustable: la sesión termina tras un plazo por seguridad. Lo escrito se conserva tras un diálogo hasta que la misma persona vuelve a entrar. El plazo lo fija el consorcio, no el lector.',
  'trust-less.3.1.2':
    '3.1.2 Idioma de las partes: los títulos y las notas de los registros se muestran como se catalogaron, sin indicar su idioma.',
  'trust-what.person': 'Nombre, dirección, teléfonos, correo, fecha de nacimiento, carnés, consentimientos',
  'trust-why.person': 'Para identificarle y avisarle',
  'trust-period.person': 'Mientras esté inscrito',
  'trust-who.person':
    'Su biblioteca; el personal de otras solo cuando usted acude a su mostrador, y usted ve cada consulta',
  'trust-what.pin': 'PIN, guardado de modo que nadie pueda leerlo',
  'trust-why.pin': 'Para iniciar sesión',
  'trust-period.pin': 'Hasta que lo cambie',
  'trust-who.pin': 'Nadie',
  'trust-what.loans': 'Préstamos abiertos',
  'trust-why.loans': 'Para saber qué tiene y cuándo vence',
  'trust-period.loans': 'Hasta la devolución; más tiempo solo con un cargo pendiente',
  'trust-who.loans': 'El mostrador que le atiende',
  'trust-what.history': 'Historial de lectura',
  'trust-why.history': 'Para usted',
  'trust-period.history': 'Desactivado hasta que lo active; se borra al desactivarlo',
  'trust-who.history': 'Solo usted',
  'trust-what.holds': 'Reservas y solicitudes',
  'trust-why.holds': 'Para apartar ejemplares y avisarle',
  'trust-period.holds': '30 días después de terminar',
  'trust-who.holds': 'Los mostradores que las tramitan; las bibliotecas externas reciben un seudónimo',
  'trust-what.bills': 'Cargos y pagos',
  'trust-why.bills': 'Para cobrar lo que se debe',
  'trust-period.bills': 'Mientras esté inscrito, sin el título cuando el préstamo se anonimiza',
  'trust-who.bills': 'Su biblioteca y la que hizo el cargo',
  'trust-what.looks': 'Quién de otra biblioteca abrió su ficha',
  'trust-why.looks': 'Para que usted pueda verlo',
  'trust-period.looks': 'Mientras esté inscrito',
  'trust-who.looks': 'Usted y su biblioteca',
  'trust-what.notes': 'Notas y mensajes del personal',
  'trust-why.notes': 'Para informar al personal cuando usted acude',
  'trust-period.notes': 'Hasta que se retiren',
  'trust-who.notes': 'Su biblioteca; usted puede exportarlas',
  'trust-what.staff': 'Nombre, correo y funciones',
  'trust-why.staff': 'Para iniciar sesión y decir quién hizo qué',
  'trust-period.staff': 'Permanente: los registros, las reglas y el dinero nombran al personal',
  'trust-who.staff': 'Los colegas; no figura en los recibos salvo que la biblioteca lo decida',
  'trust-what.acts': 'Qué cambió el personal y por qué',
  'trust-why.acts': 'Para responder preguntas y deshacer',
  'trust-period.acts': 'Mientras exista aquello a lo que se refiere; el registro de auditoría, siempre',
  'trust-who.acts': 'Administradores y auditores; el lector ve quién consultó',
  'trust-limit.account':
    'Concord todavía no se ha desplegado en una cuenta real de AWS. Funciona en un emulador, y las pruebas comprueban en las plantillas lo que este pasa por alto.',
  'trust-limit.parts': 'No hay todavía licencias electrónicas.',
  'trust-limit.loans':
    'El préstamo interbibliotecario se ha probado con un sustituto y con mensajes capturados, y con ninguna biblioteca externa.',
  'trust-limit.vendors':
    'De los proveedores de libros electrónicos se admiten los de OPDS 2 y el protocolo de Palace. OverDrive, hoopla y cloudLibrary aún no tienen conexión.',
  'trust-limit.bills':
    'Los extractos y el reparto de costes se han probado con facturas generadas, y con ninguna de una cuenta real.',
  'trust-limit.matching':
    'De los pares de registros juzgados por personas, el 97,6 % se decide igual. Las ediciones de dos países y las reediciones quedan para un catalogador.',
};
