/** Por qué una carga no aceptó un archivo, un registro o un ejemplar, y qué hace con eso quien cataloga. */
export const loadReasons = {
  'load-why.truncated-record':
    'El registro se corta antes de su final: exporte el archivo de nuevo y envíelo en modo binario.',
  'load-why.not-a-record': 'Aquí hay algo que no es un registro MARC: no tiene cabecera ni directorio.',
  'load-why.record-over-cap': 'El registro es más largo que cualquiera que se lea: separe sus fondos.',
  'load-why.too-short': 'El registro es más corto que una cabecera.',
  'load-why.no-directory': 'El registro no tiene directorio: expórtelo de nuevo.',
  'load-why.no-fields': 'El registro no tiene campos que se puedan leer.',
  'load-why.directory-broken': 'El directorio no corresponde a los campos: exporte el registro de nuevo.',
  'load-why.too-many-subfields': 'El registro tiene más subcampos que cualquier registro.',
  'load-why.unimarc': 'El registro es UNIMARC, que aquí no se lee: conviértalo a MARC 21.',
  'load-why.doctype': 'El XML contiene un DOCTYPE, que nunca se lee: expórtelo sin él.',
  'load-why.not-well-formed': 'El XML del registro no está bien formado.',
  'load-why.unknown-entity': 'El XML nombra una entidad que el propio XML no define: escriba el carácter mismo.',
  'load-why.nested-too-deep': 'El XML está anidado más hondo de lo que puede estarlo un registro MARC.',
  'load-why.json-broken': 'El JSON del registro no se puede leer.',
  'load-why.json-without-record': 'El JSON no contiene un registro MARC: una cabecera y una lista de campos.',
  'load-why.record-unreadable':
    'El registro no se puede procesar tal como está: busque campos de longitud inusual y cárguelo de nuevo.',
  'load-why.no-title': 'El registro no tiene título (245): póngale uno.',
  'load-why.not-authority':
    'El registro no es de autoridad MARC 21 (cabecera/06 no es z): cárguelo como bibliográfico.',
  'load-why.no-number': 'El registro de autoridad no tiene número (001).',
  'load-why.number-too-long': 'El número (001) del registro de autoridad tiene más de 100 caracteres.',
  'load-why.no-heading': 'El registro de autoridad no tiene encabezamiento (1XX).',
  'load-why.deletion-unnamed':
    'El registro está marcado como borrado (cabecera/05) y no tiene número (001) que diga cuál es.',
  'load-why.empty-file': 'El archivo no contiene nada.',
  'load-why.file-is-pdf': 'Esto es un PDF, no MARC: exporte los registros de su sistema.',
  'load-why.file-is-zip':
    'Esto es un archivo ZIP o un documento de oficina: descomprímalo y envíe el archivo MARC que contiene.',
  'load-why.file-is-gzip': 'El archivo está comprimido (gzip): descomprímalo antes.',
  'load-why.file-is-json': 'Esto es JSON sin registros MARC.',
  'load-why.file-is-alma-json': 'Es el JSON de Alma, no MARC: exporte los registros en MARCXML o MARC 21.',
  'load-why.file-is-solr': 'Son documentos de un índice Solr, no MARC: exporte los registros en MARCXML o MARC 21.',
  'load-why.file-is-image': 'Esto es una imagen, no MARC.',
  'load-why.file-is-other-xml': 'Esto es XML sin registros MARCXML: expórtelo como MARCXML (MARC 21 slim).',
  'load-why.file-is-text': 'Esto es texto, no MARC: exporte los registros de su sistema.',
  'load-why.file-is-unknown':
    'Esto no es MARC 21 en ISO 2709, MARCXML ni MARC-in-JSON: expórtelo en una de estas formas.',
  'load-why.not-as-declared': 'El archivo está en otra forma de la que se dijo.',
  'load-why.file-too-large': 'El archivo es mayor de lo que admite una carga: divídalo.',
  'load-why.stopped': 'Ejecútela de nuevo: lo hecho queda, y no se hace dos veces.',
  'load-why.branch-missing': 'El ejemplar no nombra sede: elija en la correspondencia una para esos ejemplares.',
  'load-why.branch-unknown': 'Su biblioteca no tiene la sede “{value}”: diga en la correspondencia cuál es.',
  'load-why.barcode-malformed': 'El código de barras “{value}” contiene espacios o tiene más de 40 caracteres.',
  'load-why.barcode-twice-in-record': 'El registro tiene dos veces este código de barras; vale el primero.',
  'load-why.barcode-taken':
    'Otro ejemplar de su biblioteca, de otro registro, lleva este código de barras: cambie la etiqueta de uno.',
  'load-why.given-away': 'Otra biblioteca se quedó con el ejemplar de este código de barras: quítelo del registro.',
  'load-why.barcode-shared':
    'El ejemplar se acepta; uno de {value} también lleva su código de barras. Los mostradores preguntan cuál es hasta que se cambie una etiqueta.',
  'load-why.item-retained':
    'El registro está borrado y su ejemplar no puede irse ({value}): queda. Cargue de nuevo el borrado cuando haya vuelto.',
  'load-why.staff-set':
    'Su personal puso este ejemplar de otro modo que el archivo sigue diciendo ({value}): eso vale hasta que el archivo diga algo nuevo.',
  'load-why.last-copy':
    'El registro está borrado y este es el último ejemplar de su título: queda y se ofrece a las demás. Cargue de nuevo el borrado cuando termine la oferta.',
  'load-why.unimarc-left-out':
    'Convertido de UNIMARC. MARC 21 no tiene equivalente para: {value}. El resto se ha cargado.',
  'load-why.element-ignored': 'El XML contiene elementos que MARCXML no define: {value}. El resto se ha cargado.',
  'load-why.number-cleaned':
    'El número (001) contenía caracteres de control; se ha cargado como «{value}». Corríjalo en su sistema.',
  'load-why.field-dropped': 'No se han podido leer los campos con estas etiquetas: {value}. El resto se ha cargado.',
  'load-why.characters-unmapped':
    'Algunos caracteres no se han podido decodificar ({value}) y se han sustituido: revise el registro.',
  'load-why.bytes-not-utf8':
    'El texto no es UTF-8 válido: se han sustituido los bytes ilegibles. Exporte el archivo en UTF-8.',
} as const;
