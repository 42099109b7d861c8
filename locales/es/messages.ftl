# Lo que dice el bot, en español. Sencillo y cortés (usted); sin culpas ni prisas falsas.
# .short se usa donde un canal lo necesita (SMS: GSM-7, por eso sin á, í, ó, ú; 320 caracteres).

introduction = Buenos días, soy el asistente automático de { $brand }. Escriba "agente" en cualquier momento para hablar con una persona.
    .short = { $brand }, asistente automatico. Escriba AGENTE para hablar con una persona.

## El camino de una cancelación

welcome = ¿En qué puedo ayudarle? Aquí puede cancelar, preguntar por una cancelación o hablar con una persona.
    .short = ¿En qué puedo ayudarle? Aqui puede cancelar, preguntar por una cancelacion o hablar con una persona.

identify = Para que nadie más pueda cancelar en su nombre: ¿cuál es su número de cliente, o el correo o el teléfono que { $brand } tiene de usted?
    .short = ¿Su numero de cliente de { $brand }, o el correo o teléfono que { $brand } tiene de usted?

verify = Si { $brand } conoce ese dato, un código de seis cifras ya va en camino al teléfono o al correo registrado. Escriba aquí el código, por favor. Si se equivocó al escribir, envíe simplemente el dato correcto.
    .short = Si { $brand } conoce ese dato, un codigo de 6 cifras va en camino al teléfono o correo registrado. Escriba el codigo.
verify-sender = Si { $brand } conoce este número de teléfono, un código de seis cifras ya va en camino. Escríbalo aquí, por favor, o envíe en su lugar su número de cliente o su correo.
    .short = Si { $brand } conoce este teléfono, un codigo de 6 cifras va en camino. Escribalo, o envie su numero de cliente o su correo.
verify-vouched = Un código de seis cifras ya va en camino al teléfono o al correo que { $brand } tiene de usted. Escríbalo aquí, por favor.
    .short = Un codigo de 6 cifras va en camino al teléfono o correo que { $brand } tiene de usted. Escribalo, por favor.
verify-again = Escriba aquí el código de seis cifras, por favor. Si no le ha llegado, pida uno nuevo o siga sin código.
    .short = Escriba el codigo de 6 cifras. Si no le ha llegado, pida uno nuevo o siga sin codigo.

declare = Puede dejar su cancelación sin identificarse. Escriba en un solo mensaje, por favor: su nombre, su número de contrato o de cliente y un correo o teléfono para nuestra respuesta.
    .short = Para dejar su cancelacion, escriba en un mensaje: nombre, numero de contrato y correo o teléfono para nuestra respuesta.

declared = Su declaración está registrada.
    Número: { $number }
    Recibida: { $declared }
    Para declararlo no tiene que hacer nada más. { $brand } la asigna ahora a su contrato y le responde aquí o en una dirección que nos dio; cuenta la hora de recepción indicada.
    .short = Su cancelacion queda registrada. Numero { $number }, recibida { $declared }. { $brand } la asigna a su contrato y le responde. Cuenta esa hora.

declare-termination = Puede terminar su contrato aquí mismo. Escriba en un solo mensaje, por favor: su nombre; su número de contrato o de cliente; si lo termina de forma ordinaria o por una causa (y cuál); el día en que debe terminar, o "lo antes posible"; y un correo o teléfono para la confirmación.
    .short = En un mensaje: nombre, numero de contrato, ordinaria o por causa (y cual), dia final o "lo antes posible", correo o teléfono para la confirmacion.

declare-notification = Puede terminar su contrato aquí mismo. Escriba en un solo mensaje, por favor: su nombre; su correo o su dirección postal; su número o referencia de contrato; y el día en que debe terminar, o "lo antes posible".
    .short = En un mensaje: nombre, correo o direccion postal, numero de contrato, dia final o "lo antes posible".

declare-withdrawal = Puede desistir aquí mismo. Escriba en un solo mensaje, por favor: su nombre; el contrato o pedido del que desiste; y un correo o teléfono para la confirmación.
    .short = En un mensaje: nombre, contrato o pedido, correo o teléfono para la confirmacion.

declare-repeated = Usted declara a { $brand }:
    { $words }
    ¿Es correcto? Para cambiar algo, escríbalo de nuevo.
    .short = Usted declara: { $words } - ¿Es correcto? Si no, escribalo de nuevo.

declared-termination = Hemos recibido su cancelación.
    Número: { $number }
    Recibida: { $declared }
    Sus palabras: { $words }
    { $earliest ->
        [1] Termina: lo antes posible
       *[other] Termina: el día que indicó; si no indicó ninguno, lo antes posible
    }
    No tiene que hacer nada más. { $brand } la asigna a su contrato. Si confirma quién es, puede ejecutarse enseguida.
    .short = Cancelacion recibida { $declared }. N. { $number }: { $words } - Termina { $earliest ->
        [1] lo antes posible
       *[other] el dia indicado, o si no lo antes posible
    }.

declared-notification = Hemos recibido su cancelación.
    Número: { $number }
    Recibida: { $declared }
    Sus palabras: { $words }
    { $earliest ->
        [1] Termina: lo antes posible
       *[other] Termina: el día que indicó; si no indicó ninguno, lo antes posible
    }
    Después del último día no se cobra nada más. { $brand } la asigna a su contrato. Si confirma quién es, puede ejecutarse enseguida.
    .short = Cancelacion recibida { $declared }. N. { $number }: { $words } - Termina { $earliest ->
        [1] lo antes posible
       *[other] el dia indicado, o si no lo antes posible
    }. Después no se cobra nada.

declared-withdrawal = Hemos recibido su desistimiento.
    Número: { $number }
    Recibido: { $declared }
    Sus palabras: { $words }
    No tiene que hacer nada más. { $brand } lo asigna a su contrato. Si confirma quién es, puede ejecutarse enseguida.
    .short = Desistimiento recibido { $declared }. N. { $number }: { $words }

select = ¿Cuál desea cancelar?
    .short = ¿Cual desea cancelar?

nothing = Ya no queda nada que cancelar con { $brand }. Si ve un cobro que no debería existir, dígamelo y una persona lo revisará.
    .short = Ya no queda nada que cancelar con { $brand }. Si ve un cobro que no deberia existir, digamelo y una persona lo revisara.

offer-pause = Una alternativa antes de seguir: podría pausar { $service } hasta el { $ends-on }. Mientras tanto paga { $price }, y después { $price-after }. ¿Prefiere pausar?
    .short = Alternativa: pausar { $service } hasta el { $ends-on } por { $price }, después { $price-after }. ¿Prefiere pausar?

offer-discount = Una alternativa antes de seguir: { $service } por { $price } en lugar de { $price-after } hasta el { $ends-on }, y después de nuevo { $price-after }. ¿Lo prefiere así?
    .short = Alternativa: { $service } por { $price } hasta el { $ends-on }, después { $price-after }. ¿Lo prefiere?

offer-downgrade = Una alternativa antes de seguir: una tarifa más pequeña, { $plan }, por { $price } desde el { $starts-on }. ¿La prefiere?
    .short = Alternativa: tarifa { $plan } por { $price } desde el { $starts-on }. ¿La prefiere?

offer-later-date = Una alternativa antes de seguir: { $service } podría terminar el { $ends-on }. ¿Lo prefiere así?
    .short = Alternativa: { $service } puede terminar el { $ends-on }. ¿Lo prefiere?

offer-extension = Una alternativa antes de seguir: { $service } gratis del { $starts-on } al { $ends-on }, además de lo que ya ha pagado. Después cuesta de nuevo { $price-after }. ¿Lo prefiere así?
    .short = Alternativa: { $service } gratis hasta el { $ends-on }, después de nuevo { $price-after }. ¿Lo prefiere?

offer-exchange = Una alternativa antes de seguir: en lugar de { $service }, la tarifa { $plan } por { $price } desde el { $starts-on }. Hasta entonces paga { $price-before } como ahora. ¿La prefiere?
    .short = Alternativa: tarifa { $plan } por { $price } en lugar de { $price-before } desde el { $starts-on }. ¿La prefiere?

offer-store-credit = Una alternativa antes de seguir: un saldo a favor de { $amount } para { $service }. El próximo cobro, el { $starts-on }, es de { $price } en lugar de { $price-after }; el saldo se agota el { $ends-on } como tarde. Lo que quede de él si se va no se paga. ¿Lo prefiere así?
    .short = Alternativa: { $amount } de saldo para { $service }. Siguiente cobro { $price }, se agota el { $ends-on }, después { $price-after }. Lo que quede no se paga. ¿Lo prefiere?

confirm = Cancelar { $service } significa:
    Último día: { $end-date }
    { $has-fee ->
        [0] Cargo: ninguno
       *[other] Cargo: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (permanencia no cumplida)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }{ $refund-reason ->
            [unused-time] { "" } (tiempo no usado)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo antes del último día
       *[nothing] No queda nada más por hacer.
    }
    ¿Confirma la cancelación?
    .short = ¿Cancelar { $service }? Acaba el { $end-date }. { $has-fee ->
        [0] Sin cargo
       *[other] Cargo { $fee }
    }, { $has-refund ->
        [0] sin reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    } ¿Confirma?

confirm-hear = Cancelar { $service } significa:
    Último día: { $end-date }
    { $has-fee ->
        [0] Cargo: ninguno
       *[other] Cargo: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (permanencia no cumplida)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }{ $refund-reason ->
            [unused-time] { "" } (tiempo no usado)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo antes del último día
       *[nothing] No queda nada más por hacer.
    }
    Antes de decidir: ¿quiere oír una alternativa? Si dice que no, se cancela enseguida.
    .short = ¿Cancelar { $service }? Acaba el { $end-date }. { $has-fee ->
        [0] Sin cargo
       *[other] Cargo { $fee }
    }, { $has-refund ->
        [0] sin reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    } ¿Quiere oir antes una alternativa? Si dice que no, se cancela enseguida.

confirm-without-quote = Ahora no puedo acceder al sistema de { $brand }, así que aún no puedo decirle el último día ni los importes. Aun así puede cancelar ya: cuenta la hora en que llegó su mensaje, { $declared }. Si hubiera un cargo, antes le preguntaríamos. ¿Confirma la cancelación?
    .short = El sistema de { $brand } no responde. Puede cancelar ya; cuenta { $declared }. Sin su acuerdo no hay cargos. ¿Confirma la cancelacion?

confirm-again = Su cancelación anterior de { $service } se está retirando en este momento. Esta nueva, recibida el { $declared }, se ejecutará justo después. Aún no puedo decirle el último día ni los importes; si hubiera un cargo, antes le preguntaríamos. ¿Confirma la cancelación?
    .short = Su cancelacion anterior de { $service } se retira ahora. Esta nueva, recibida { $declared }, se ejecuta justo después. Sin su acuerdo no hay cargos. ¿Confirma la cancelacion?

receipt = Su cancelación está aceptada.
    Número: { $number }
    Cancelado: { $service } ({ $brand })
    Recibida: { $declared }
    Confirmada: { $confirmed }
    Último día: { $end-date }
    { $has-fee ->
        [0] Cargo: ninguno
       *[other] Cargo: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (permanencia no cumplida)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }, al medio de pago original
    }
    { $has-charge ->
        [0] Último cobro: ninguno
       *[other] Último cobro: { $last-charge } el { $last-charged-on }
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo hasta el { $end-date }
       *[nothing] No queda nada más por hacer.
    }
    { $has-undo ->
        [0] Le enviamos una copia.
       *[other] Puede deshacerlo hasta el { $undo-until }. Le enviamos una copia.
    }
    .short = Aceptado: { $service } cancelado. N. { $number }. Recibido { $declared }. Acaba el { $end-date }. { $has-fee ->
        [0] Sin cargo
       *[other] Cargo { $fee }
    }, { $has-refund ->
        [0] sin reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    }{ $has-undo ->
        [0] { "" }
       *[other] { " " }Puede deshacerlo hasta { $undo-until }.
    }

receipt-without-quote = Su cancelación está aceptada.
    Número: { $number }
    Cancelado: { $service }
    Recibida: { $declared }
    Confirmada: { $confirmed }
    El último día y un posible reembolso seguirán en cuanto responda el sistema de { $brand }. No tiene que hacer nada más.
    .short = Aceptado: { $service } cancelado. N. { $number }. Recibido { $declared }. Fecha final y posible reembolso seguiran. No tiene que hacer nada.

reason = Si quiere, díganos por qué. Puede omitirlo; la cancelación está hecha de todos modos.
    .short = Si quiere: ¿por qué motivo? Puede omitirlo.

reason-in-words = ¿Quiere contarlo en pocas palabras? También puede omitirlo.

ways = En adelante, ¿adónde deben ir las confirmaciones además del correo? Puede omitirlo.
    .short = Confirmaciones: ¿adonde, ademas del correo? Puede omitirlo.

ways-mail = Las confirmaciones llegan por correo, como antes.
ways-sms = Las confirmaciones llegan ahora también por SMS, y esta también.
    .short = Las confirmaciones llegan ahora tambien por SMS, y esta tambien.
ways-telegram = Las confirmaciones llegan ahora también por Telegram, y esta también.
    .short = Las confirmaciones llegan ahora tambien por Telegram, y esta tambien.

prefer-mail = A partir de ahora, sus confirmaciones llegan solo por correo electrónico.
    .short = Desde ahora, sus confirmaciones llegan solo por e-mail.
prefer-sms = A partir de ahora, sus confirmaciones llegan también por SMS, si tenemos su número. El correo electrónico llega siempre.
    .short = Desde ahora, las confirmaciones llegan tambien por SMS. El e-mail llega siempre.
prefer-telegram = A partir de ahora, sus confirmaciones llegan también por Telegram, si nos ha escrito allí. El correo electrónico llega siempre.
    .short = Desde ahora, las confirmaciones llegan tambien por Telegram. El e-mail llega siempre.
prefer-letter = A partir de ahora, sus confirmaciones llegan también por correo postal, si tenemos su dirección. El correo electrónico llega siempre.
    .short = Desde ahora, las confirmaciones llegan tambien por correo postal. El e-mail llega siempre.
prefer-no-letters = No enviamos cartas. Sus confirmaciones llegan por correo electrónico. Si quiere recibirlas también por SMS o Telegram, escriba por ejemplo: «Mis confirmaciones por SMS a partir de ahora».
    .short = No enviamos cartas; las confirmaciones llegan por e-mail. Para otro medio escriba, por ejemplo: "Mis confirmaciones por SMS desde ahora".
prefer-no-address = No tenemos una dirección postal suya a la que llegue una carta. Sus confirmaciones llegan por correo electrónico y, si lo desea, también por SMS o Telegram. Una persona puede anotar su dirección: escriba «agente».
    .short = No tenemos una direccion postal suya. Las confirmaciones llegan por e-mail y, si lo desea, por SMS. Una persona puede anotar su direccion: escriba "agente".
prefer-how = Las confirmaciones llegan siempre por correo electrónico. Si quiere recibirlas también por SMS, Telegram o carta, escriba por ejemplo: «Mis confirmaciones por SMS a partir de ahora».
    .short = Las confirmaciones llegan por e-mail. Para otro medio escriba, por ejemplo: "Mis confirmaciones por SMS desde ahora".

goodbye = Gracias, eso es todo. { $has-undo ->
        [0] Puede volver cuando quiera.
       *[other] Puede deshacer la cancelación hasta el { $undo-until } escribiendo aquí "deshacer", y volver cuando quiera.
    }
    .short = Gracias. { $has-undo ->
        [0] { "" }
       *[other] Escriba "deshacer" hasta { $undo-until } para retirarla.{ " " }
    }Puede volver cuando quiera.

accepted-pause = De acuerdo: { $service } no se cancela, se pausa.
    Número: { $number }
    Desde: { $starts-on }
    Hasta: { $ends-on }
    Precio mientras tanto: { $price }, después: { $price-after }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } en pausa del { $starts-on } al { $ends-on } por { $price }, después { $price-after }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-discount = De acuerdo: { $service } no se cancela y cuesta menos.
    Número: { $number }
    Desde: { $starts-on }
    Hasta: { $ends-on }
    Precio mientras tanto: { $price }, después: { $price-after }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } por { $price } del { $starts-on } al { $ends-on }, después { $price-after }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-downgrade = De acuerdo: { $service } no se cancela y pasa a la tarifa { $plan }.
    Número: { $number }
    Desde: { $starts-on }
    Precio a partir de entonces: { $price }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } pasa a { $plan } por { $price } desde el { $starts-on }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-later-date = De acuerdo: { $service } termina el { $ends-on }.
    Número: { $number }
    Precio hasta entonces: { $price }
    Para cancelar antes de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } termina el { $ends-on }, hasta entonces { $price }. N. { $number }. Para cancelar antes: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-extension = De acuerdo: { $service } no se cancela y no cuesta nada durante un tiempo.
    Número: { $number }
    Desde: { $starts-on }
    Hasta: { $ends-on }
    Precio mientras tanto: { $price }, después: { $price-after }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } por { $price } del { $starts-on } al { $ends-on }, después { $price-after }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-exchange = De acuerdo: { $service } no se cancela y pasa a la tarifa { $plan }.
    Número: { $number }
    Desde: { $starts-on }
    Precio hasta entonces: { $price-before }, a partir de entonces: { $price }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $service } pasa a { $plan } por { $price } en lugar de { $price-before } desde el { $starts-on }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

accepted-store-credit = De acuerdo: { $service } no se cancela y usted tiene un saldo a favor de { $amount }.
    Número: { $number }
    Próximo cobro, el { $starts-on }: { $price }
    Se agota el: { $ends-on }
    Precio después: { $price-after }
    Para cancelar de todos modos, dígalo aquí en cualquier momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para deshacer el cambio, escriba aquí "deshacer" hasta el { $undo-day }.
    } Le enviamos una copia.
    .short = De acuerdo: { $amount } de saldo para { $service }. Siguiente cobro el { $starts-on }: { $price }. Se agota el { $ends-on }, después { $price-after }. N. { $number }. Para cancelar: escriba "cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Hasta el { $undo-day } puede escribir "deshacer".
    }

kept = No se ha cancelado nada; todo sigue como está. Puede cancelar aquí en cualquier momento.
    .short = No se ha cancelado nada; todo sigue como esta. Puede cancelar aqui en cualquier momento.

undo = ¿Retiro la cancelación de { $service } (número { $number })? Seguiría como antes.
    .short = ¿Retiro la cancelacion de { $service } ({ $number })?

undone = Retiro la cancelación de { $service }. Recibirá un mensaje en cuanto esté hecho.
    .short = Retiro la cancelacion de { $service }. Recibira un mensaje en cuanto esté hecho.

rest = ¿Puedo ayudarle en algo más?
    .short = ¿Puedo ayudarle en algo mas?
rest-over = ¿Puedo ayudarle en algo más? Puede volver cuando quiera: escriba "agente" para empezar de nuevo.
    .short = ¿Puedo ayudarle en algo mas? Puede volver cuando quiera: escriba "agente" para empezar de nuevo.

## Dicho cuando ocurre

executed = Hecho: { $brand } ha ejecutado su cancelación de { $service }. Último día: { $end-date }. Después no se cobrará nada. Número: { $number }
    .short = Hecho: { $brand } ha ejecutado su cancelacion de { $service }. Ultimo dia: { $end-date }. Después no se cobrara nada. Numero: { $number }

executed-alternative = Hecho: { $brand } ha aplicado el cambio en { $service }. Número: { $number }
    .short = Hecho: { $brand } ha aplicado el cambio en { $service }. Numero: { $number }

executed-undo = Hecho: la cancelación de { $service } está retirada. Sigue como antes. Número: { $number }
    .short = Hecho: la cancelacion de { $service } esta retirada. Sigue como antes. Numero: { $number }

execution-delayed = El sistema de { $brand } no responde. Su cancelación { $number } vale desde el { $declared }; se ejecutará en cuanto el sistema responda, y entonces recibirá un mensaje.
    .short = El sistema de { $brand } no responde. Su cancelacion { $number } vale desde el { $declared }; se ejecutara en cuanto el sistema responda, y entonces recibira un mensaje.

execution-by-person = El sistema de { $brand } no ejecutó su solicitud { $number }. Vale desde el { $declared }. Una persona la está completando y le escribirá aquí.
    .short = El sistema de { $brand } no ejecuto su solicitud { $number }. Vale desde el { $declared }. Una persona la esta completando y le escribira aqui.

not-carried-out = { $brand } ha cerrado su cancelación { $number } sin ejecutarla: { $service } sigue como antes. Si no es lo que desea, escriba "cancelar", o "agente" para hablar con una persona.
    .short = { $brand } ha cerrado su cancelacion { $number } sin ejecutarla: { $service } sigue como antes. Si no es lo que desea, escriba "cancelar", o "agente" para hablar con una persona.

not-applied = { $brand } no ha aplicado el cambio { $number }: { $service } sigue como antes. Puede cancelar aquí en cualquier momento, o escribir "agente" para hablar con una persona.
    .short = { $brand } no ha aplicado el cambio { $number }: { $service } sigue como antes. Puede cancelar aqui en cualquier momento, o escribir "agente" para hablar con una persona.
alternative-execution-delayed = El sistema de { $brand } no responde. Su cambio { $number } en { $service } está acordado; se aplicará en cuanto el sistema responda, y entonces recibirá un mensaje.
    .short = El sistema de { $brand } no responde. Su cambio { $number } en { $service } esta acordado; se aplicara en cuanto el sistema responda, y entonces recibira un mensaje.
alternative-execution-by-person = El sistema de { $brand } no ha aplicado el cambio { $number } en { $service }. Una persona se ocupa de ello y le escribirá aquí. Puede cancelar aquí en cualquier momento.
    .short = El sistema de { $brand } no ha aplicado el cambio { $number } en { $service }. Una persona se ocupa de ello y le escribira aqui. Puede cancelar aqui en cualquier momento.
alternative-undo = ¿Deshago el cambio { $number } en { $service }? Seguiría como antes.
    .short = ¿Deshago el cambio { $number } en { $service }? Sigue como antes.
alternative-undone = Deshago el cambio en { $service }. Recibirá un mensaje en cuanto esté hecho.
    .short = Deshago el cambio en { $service }. Recibira un mensaje en cuanto esté hecho.
alternative-executed-undo = Hecho: el cambio en { $service } está deshecho. Sigue como antes. Número: { $number }
    .short = Hecho: el cambio en { $service } esta deshecho. Sigue como antes. Numero: { $number }
alternative-undo-too-late = El cambio { $number } en { $service } se podía deshacer hasta el { $undo-day } y se mantiene. Puede cancelar aquí en cualquier momento, o escribir "agente" para hablar con una persona.
    .short = El cambio { $number } en { $service } se podia deshacer hasta el { $undo-day } y se mantiene. Puede cancelar aqui en cualquier momento, o escribir "agente" para hablar con una persona.
alternative-undo-not-done = Su cambio { $number } en { $service } no se ha deshecho: se mantiene. Puede cancelar aquí en cualquier momento, o escribir "agente" para hablar con una persona.
    .short = Su cambio { $number } en { $service } no se ha deshecho: se mantiene. Puede cancelar aqui en cualquier momento, o escribir "agente" para hablar con una persona.
alternative-undo-delayed = El sistema de { $brand } no responde. Su cambio { $number } se deshará en cuanto responda, y entonces recibirá un mensaje. Puede cancelar aquí en cualquier momento.
    .short = El sistema de { $brand } no responde. Su cambio { $number } se deshara en cuanto responda, y entonces recibira un mensaje. Puede cancelar aqui en cualquier momento.
alternative-undo-by-person = El sistema de { $brand } no deshizo su cambio { $number }. Una persona lo resolverá y le escribirá aquí. Puede cancelar aquí en cualquier momento.
    .short = El sistema de { $brand } no deshizo su cambio { $number }. Una persona lo resolvera y le escribira aqui. Puede cancelar aqui en cualquier momento.

undo-not-done = Su cancelación { $number } de { $service } no se ha retirado: sigue en pie. Si tiene preguntas, escriba "agente" para hablar con una persona.
    .short = Su cancelacion { $number } de { $service } no se ha retirado: sigue en pie. Si tiene preguntas, escriba "agente" para hablar con una persona.

undo-delayed = El sistema de { $brand } no responde. Su cancelación { $number } se retirará en cuanto responda, y entonces recibirá un mensaje.
    .short = El sistema de { $brand } no responde. Su cancelacion { $number } se retirara en cuanto responda, y entonces recibira un mensaje.

undo-by-person = El sistema de { $brand } no retiró su cancelación { $number }. Una persona lo resolverá y le escribirá aquí.
    .short = El sistema de { $brand } no retiro su cancelacion { $number }. Una persona lo resolvera y le escribira aqui.

## Dinero que vuelve, o que no debió irse

charged-after-end = { $brand } cobró { $amount } por { $service } el { $charged-on }, aunque su último día fue el { $end-date }. No debió ocurrir. Hacemos que se lo devuelvan y le avisamos aquí cuando esté en camino. Su cancelación { $number } sigue en pie.
    .short = { $brand } cobro { $amount } por { $service } el { $charged-on }, tras su ultimo dia ({ $end-date }). Hacemos que se lo devuelvan y le avisamos. Su cancelacion { $number } sigue en pie.
refund-by-hand = { $brand }, { $number }: una persona ha ordenado a mano la devolución de { $amount }. Lo comprobamos cada día hasta que haya llegado y se lo decimos aquí.
    .short = { $brand }, { $number }: una persona ha ordenado devolverle { $amount }. Lo comprobamos cada dia y se lo decimos aqui.
refund-issued = { $brand }, { $number }: { $amount } están en camino de vuelta. Deberían llegarle antes del { $expected-on }.
    .short = { $brand }, { $number }: { $amount } van de vuelta a usted. Deben llegar antes del { $expected-on }.
refund-paid = { $brand }, { $number }: se le devolvieron { $amount } el { $paid-on }.
refund-late = { $brand }, { $number }: { $amount } debían haberle llegado antes del { $expected-on } y no ha sido así. Una persona lo está revisando y le escribirá aquí.
    .short = { $brand }, { $number }: { $amount } tenian que llegarle antes del { $expected-on } y no ha sido asi. Una persona lo revisa y le escribe aqui.
refund-failed = { $brand }, { $number }: no se le pudieron devolver { $amount }. Una persona lo está revisando y le escribirá aquí.
    .short = { $brand }, { $number }: no se le pudieron devolver { $amount }. Una persona lo revisa y le escribe aqui.
return-expected = { $brand }, { $number }: devuelva { $quantity } × { $name } antes del { $return-by }, con el número de devolución { $return } en el paquete. Después se le devuelven { $amount }.
    .short = { $brand }, { $number }: devuelva { $name } ({ $quantity }) antes del { $return-by }, devolucion { $return }. Después recibe { $amount }.
return-label = { $brand }, { $number }: { $has-link ->
        [1] aquí está la etiqueta para la devolución { $return } ({ $quantity } × { $name }), para imprimir y pegar en el paquete: { $label }
       *[other] envíe la devolución { $return } ({ $quantity } × { $name }) a esta dirección: { $label }
    }
    .short = { $brand }, { $number }: { $has-link ->
        [1] etiqueta para la devolucion { $return }: { $label }
       *[other] envie la devolucion { $return } a: { $label }
    }
return-due-soon = { $brand }, { $number }: { $quantity } × { $name } aún no ha llegado. Envíelo antes del { $return-by }, con el número de devolución { $return } en el paquete; después se le devuelven { $amount }. ¿Ya lo envió? Entonces no tiene que hacer nada.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) no ha llegado. Envielo antes del { $return-by }, devolucion { $return }, y recibe { $amount }. ¿Ya lo envio? No haga nada.
return-overdue = { $brand }, { $number }: { $quantity } × { $name } debía devolverse antes del { $return-by } y no ha llegado, así que { $amount } aún no se han devuelto. Si lo envió, o no puede, escriba "agente" y una persona le ayuda.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) debia llegar antes del { $return-by }; { $amount } aun sin devolver. ¿Lo envio? Escriba "agente".
return-arrived = { $brand }, { $number }: { $quantity } × { $name } ha llegado. En cuanto se revise, se le devuelven { $amount }.
return-rejected = { $brand }, { $number }: { $quantity } × { $name } llegó pero no se aceptó, así que { $amount } no se devuelven. Una persona le dirá aquí por qué y qué puede hacer.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) llego pero no se acepto; { $amount } no se devuelven. Una persona le escribe aqui.

## Lo que la marca termina por su cuenta

ending-notice-non-payment = { $brand } da por terminado { $service } el { $end-date } por falta de pago{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. El preaviso es de { $notice-days } días. Puede evitarlo: pague lo pendiente antes de ese día y escríbanos aquí. Si cree que es un error, escriba aquí «reclamar»: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada. Número: { $number }
    .short = { $brand } termina { $service } el { $end-date }: impago{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Pague antes y escriba aqui para evitarlo. Un error? Escriba "reclamar". Luego no se cobra nada. Preaviso: { $notice-days } dias. N. { $number }
ending-notice-inactivity = { $brand } da por terminado { $service } el { $end-date } porque no se ha usado en mucho tiempo{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. El preaviso es de { $notice-days } días. Puede evitarlo: úselo de nuevo antes de ese día o escríbanos aquí que quiere conservarlo. Si cree que es un error, escriba aquí «reclamar»: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada. Número: { $number }
    .short = { $brand } termina { $service } el { $end-date }: sin uso{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Uselo antes o escriba aqui para conservarlo. Un error? Escriba "reclamar". Luego no se cobra nada. Preaviso: { $notice-days } dias. N. { $number }
ending-notice-policy = { $brand } da por terminado { $service } el { $end-date } por un uso contrario a las condiciones{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. El preaviso es de { $notice-days } días. Si cree que es un error, escriba aquí «reclamar»: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada. Número: { $number }
    .short = { $brand } termina { $service } el { $end-date }: uso contrario a las condiciones{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Un error? Escriba "reclamar": antes lo revisa una persona. Luego no se cobra nada. Preaviso: { $notice-days } dias. N. { $number }
ending-executed = { $brand } ha terminado { $service }. Último día: { $end-date }. Después no se cobra nada; lo que haya pagado de más se le devuelve. Si cree que es un error, escriba aquí «persona». Número: { $number }
    .short = { $brand } ha terminado { $service }. Ultimo dia: { $end-date }. Luego no se cobra nada. Un error? Escriba "persona". N. { $number }
ending-upheld = { $brand } ha revisado su reclamación: { $service } termina igualmente el { $end-date }. El motivo: { $why } Si sigue creyendo que es un error, escriba aquí «persona». También puede cancelarlo usted en cualquier momento. Número: { $number }
    .short = { $brand } ha revisado su reclamo: { $service } termina el { $end-date }. Motivo: { $why } Un error? Escriba "persona". N. { $number }
ending-withdrawn = Buenas noticias: { $brand } no termina { $service }. Sigue como hasta ahora; no tiene que hacer nada. Número: { $number }
    .short = { $brand } no termina { $service }. Sigue como hasta ahora. N. { $number }
ending-status-announced = { $brand } da por terminado { $service } el { $end-date } (aviso { $number }). Si cree que es un error, escriba aquí «reclamar»: nada terminará antes de que una persona lo haya revisado. También puede cancelarlo usted en cualquier momento.
    .short = { $brand } termina { $service } el { $end-date } ({ $number }). Un error? Escriba "reclamar". Usted mismo puede cancelarlo.
ending-status-disputed = Usted reclama contra que { $brand } termine { $service } (aviso { $number }). No termina antes de que una persona lo haya revisado y le haya respondido aquí.
    .short = { $number }: usted reclama. { $service } no termina antes de que lo revise una persona.
ending-status-upheld = Usted reclamó que { $brand } dé por terminado { $service } (aviso { $number }). Una persona lo ha revisado: termina igualmente el { $end-date }. Si sigue creyendo que es un error, escriba aquí «persona». También puede cancelarlo usted en cualquier momento.
    .short = { $number }: una persona ha revisado su reclamo. { $service } termina el { $end-date }. Un error? Escriba "persona".
ending-status-executed = { $brand } ha terminado { $service } por su cuenta (aviso { $number }). Último día: { $end-date }. Después no se cobra nada.
    .short = { $brand } ha terminado { $service } ({ $number }). Ultimo dia: { $end-date }.
ending-status-reconciled = { $brand } ha terminado { $service } por su cuenta (aviso { $number }); está hecho y comprobado. Último día: { $end-date }. Después no se cobra nada.
    .short = { $brand } ha terminado { $service } ({ $number }), comprobado. Ultimo dia: { $end-date }.
ending-status-failed = { $brand } quería terminar { $service } el { $end-date } (aviso { $number }). Todavía no se ha hecho; una persona se ocupa de ello.
    .short = { $brand } iba a terminar { $service } el { $end-date } ({ $number }). Todavia no se ha hecho; se ocupa una persona.
ending-charged-after-end = { $brand } cobró { $amount } por { $service } el { $charged-on }, aunque { $brand } lo había terminado el { $end-date }. No debió ocurrir. Hacemos que se lo devuelvan y le avisamos aquí cuando esté en camino. Número: { $number }
    .short = { $brand } cobro { $amount } por { $service } el { $charged-on }, tras su ultimo dia ({ $end-date }). Hacemos que se lo devuelvan y le avisamos. N. { $number }

## Retomar lo que ha terminado: solo se le dice a quien lo pide

restart = { $service } terminó el { $ends-on }; eso ya no se puede deshacer. Se puede volver a contratar, con un contrato nuevo:
    Desde: { $starts-on }
    Precio: { $price } por { $interval ->
        [year] año
       *[month] mes
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (antes: { $price-before } por { $interval-before ->
            [year] año
           *[month] mes
        })
    }
    Permanencia: { $has-minimum ->
        [0] ninguna
       *[1] hasta el { $minimum-until }
    }
    Preaviso para cancelar: { $notice-days ->
        [0] ninguno
        [one] 1 día
       *[other] { $notice-days } días
    }
    Por el tiempo intermedio no paga nada.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Empieza enseguida porque usted lo pide. Hasta el { $withdraw-until } puede desistir del contrato nuevo sin dar motivos: escriba aquí "desistir". Entonces solo paga los días transcurridos.
    }
    .short = { $service }, contrato nuevo desde { $starts-on }: { $price } por { $interval ->
        [year] año
       *[month] mes
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (antes { $price-before } por { $interval-before ->
            [year] año
           *[month] mes
        })
    }{ $has-minimum ->
        [0] { "" }
       *[1] { "" }, hasta { $minimum-until } como minimo
    }{ $notice-days ->
        [0] { "" }
       *[other] { "" }, preaviso { $notice-days } d
    }. Nada por el intermedio.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Desistir hasta { $withdraw-until }: "desistir".
    }

restart-which = ¿Cuál quiere recuperar?
    .short = ¿Cual quiere recuperar?

restart-receipt = Su pedido está aceptado: { $service }, con un contrato nuevo.
    Número: { $number }
    Pedido: { $confirmed }
    Desde: { $starts-on }
    Precio: { $price } por { $interval ->
        [year] año
       *[month] mes
    }
    Permanencia: { $has-minimum ->
        [0] ninguna
       *[1] hasta el { $minimum-until }
    }
    Preaviso para cancelar: { $notice-days ->
        [0] ninguno
        [one] 1 día
       *[other] { $notice-days } días
    }
    Recibirá un mensaje en cuanto esté activo.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Hasta el { $withdraw-until } puede desistir sin dar motivos: escriba aquí "desistir".
    } Una copia va de camino.
    .short = Pedido: { $service } desde { $starts-on }, { $price } por { $interval ->
        [year] año
       *[month] mes
    }. N.º { $number }. Recibirá un mensaje en cuanto esté activo.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Desistir hasta { $withdraw-until }: "desistir".
    }

not-restarted = No se ha pedido nada; todo queda como está.
    .short = No se ha pedido nada; todo queda como esta.

no-restart = Esto no se puede volver a contratar aquí. Una persona de { $brand } puede decirle qué es posible: escriba "persona".
    .short = Esto no se puede volver a contratar aqui. Una persona de { $brand } puede decirle qué es posible: escriba "persona".

restart-executed = Hecho: { $service } vuelve a estar activo desde el { $starts-on }, por { $price } al { $interval ->
        [year] año
       *[month] mes
    }. Puede cancelarlo aquí en cualquier momento. Número: { $number }
    .short = Hecho: { $service } vuelve a estar activo desde el { $starts-on }, por { $price } al { $interval ->
        [year] año
       *[month] mes
    }. Puede cancelarlo aqui en cualquier momento. Numero: { $number }
restart-execution-delayed = El sistema de { $brand } no responde. Su pedido { $number } de { $service } se ejecutará en cuanto responda, y entonces recibirá un mensaje. Antes no paga nada. Para retirar el pedido, escriba "quiero cancelar".
    .short = El sistema de { $brand } no responde. Su pedido { $number } de { $service } se ejecutara en cuanto responda, y entonces recibira un mensaje. Antes no paga nada. Para retirar el pedido, escriba "quiero cancelar".
restart-execution-by-person = El sistema de { $brand } no ha ejecutado su pedido { $number } de { $service }. Una persona se ocupa y le escribirá aquí. Antes no paga nada.
    .short = El sistema de { $brand } no ha ejecutado su pedido { $number } de { $service }. Una persona se ocupa y le escribira aqui. Antes no paga nada.
restart-not-carried-out = { $brand } ha cerrado su pedido { $number } de { $service } sin ejecutarlo. No paga nada. Si tiene preguntas, escriba "persona".
restart-taken-back = Su pedido de { $service } está retirado ({ $number }). No se ejecutó y no paga nada.
    .short = Su pedido de { $service } esta retirado ({ $number }). No se ejecuto y no paga nada.
reason-noted = Su motivo está anotado como { $number }. No cambia nada de lo que se le ha confirmado.
    .short = Su motivo esta anotado como { $number }. No cambia nada de lo que se le ha confirmado.
restart-under-way = El sistema de { $brand } está ejecutando ahora su pedido { $number } de { $service }. Recibirá un mensaje en cuanto esté activo; desde entonces puede cancelarlo aquí. Escriba "persona" para hablar con alguien.
    .short = El sistema de { $brand } esta ejecutando ahora su pedido { $number } de { $service }. Recibira un mensaje en cuanto esté activo; desde entonces puede cancelarlo aqui. Escriba "persona" para hablar con alguien.
restart-status-accepted = { $service }: su pedido { $number } está aceptado ({ $confirmed }) y se está ejecutando. Para retirarlo, escriba "quiero cancelar".
    .short = { $service }: su pedido { $number } esta aceptado ({ $confirmed }) y se esta ejecutando. Para retirarlo, escriba "quiero cancelar".
restart-status-executed = { $service }: activo de nuevo desde el { $starts-on }, por { $price } al { $interval ->
        [year] año
       *[month] mes
    } (pedido { $number }).
restart-status-reconciled = { $service }: activo de nuevo desde el { $starts-on }, por { $price } al { $interval ->
        [year] año
       *[month] mes
    } (pedido { $number }, comprobado).
restart-status-failed = { $service }: su pedido { $number } del { $confirmed } aún no se ha ejecutado. Una persona se ocupa.
    .short = { $service }: su pedido { $number } del { $confirmed } aun no se ha ejecutado. Una persona se ocupa.
restart-status-withdrawn = { $service }: su pedido se cerró sin ejecutarse ({ $number }).
    .short = { $service }: su pedido se cerro sin ejecutarse ({ $number }).
restart-status-reversed = { $service }: su pedido se retiró ({ $number }).
    .short = { $service }: su pedido se retiro ({ $number }).

## Una tarifa conocida más tarde

fee-learnt = El sistema de { $brand } vuelve a responder: cancelar { $service } tendría un cargo de { $fee }. Usted no lo ha aceptado, así que no se cobra nada y aún no termina nada; su cancelación { $number } vale desde el { $declared }. Escriba aquí "estado" cuando quiera elegir cómo seguir.
    .short = Cancelar { $service } cuesta { $fee }. Usted no lo ha aceptado: no se cobra ni termina nada; { $number } vale desde { $declared }. Escriba "estado" para elegir.

fee = El sistema de { $brand } vuelve a responder: terminar { $service } el { $end-date } tiene un cargo de { $fee }{ $fee-reason ->
        [minimum-term] { "" }, porque la permanencia no está cumplida
       *[other] { "" }
    }. Usted no lo ha aceptado, así que no se cobra nada y aún no termina nada; su cancelación { $number } vale desde el { $declared }.{ $has-free ->
        [1] { " " }Sin cargo podría terminar el { $free-date }.
       *[0] { "" }
    } ¿Cómo seguimos?
    .short = Terminar { $service } el { $end-date } cuesta { $fee }{ $fee-reason ->
        [minimum-term] { "" } (permanencia)
       *[other] { "" }
    }. No se cobra ni termina nada; { $number } sigue en pie. ¿Qué desea hacer?

fee-changed = { $brand } ya no termina { $service } en las condiciones que usted confirmó. Ahora valen estas:
    Último día: { $end-date } (antes: { $end-date-before })
    Cargo: { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    })
    Usted no las ha aceptado, así que no se cobra nada y aún no termina nada; su cancelación { $number } vale desde el { $declared }.{ $remains ->
        [return-equipment] { " " }Hay que devolver el equipo.
       *[nothing] { "" }
    }{ $has-free ->
        [1] { " " }Sin cargo podría terminar el { $free-date }.
       *[0] { "" }
    } ¿Cómo seguimos?
    .short = { $service } ha cambiado: fin { $end-date } (antes: { $end-date-before }), cargo { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). Nada termina aun; { $number } sigue en pie.

terms-learnt = { $brand } ya no termina { $service } en las condiciones que usted confirmó. Ahora: último día { $end-date } (antes: { $end-date-before }), cargo { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). Usted no lo ha aceptado, así que no se cobra nada y aún no termina nada; su cancelación { $number } vale desde el { $declared }. Escriba aquí "estado" cuando quiera elegir cómo seguir.
    .short = { $service }, nuevas condiciones: acaba el { $end-date }, cargo { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    }, reembolso { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    }. Usted no lo ha aceptado: no se cobra ni termina nada; { $number } vale desde { $declared }. Escriba "estado" para elegir.

terms-better = Desde que usted confirmó, las condiciones para terminar { $service } han cambiado a su favor:
    Último día: { $end-date } (antes: { $end-date-before })
    Cargo: { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    })
    Su cancelación { $number } se ejecuta en estas condiciones; recibirá un mensaje cuando esté hecho.
    .short = Cambio a su favor, { $service }: acaba el { $end-date } (antes: { $end-date-before }), cargo { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). { $number } se ejecuta en estas condiciones.

terms-by-law = { $brand } ya no termina { $service } en las condiciones que usted confirmó y ahora indica estas:
    Último día: { $end-date } (antes: { $end-date-before })
    Cargo: { $has-fee ->
        [0] ninguno
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] ninguno
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    })
    Su cancelación { $number } tiene efecto sin que usted las acepte: se ejecuta ahora y no se cobra ningún cargo mayor. Usted no ha aceptado lo que es peor que antes, y su confirmación sigue probando lo que confirmó. Escriba "agente" si no está de acuerdo; entonces una persona lo resuelve.
    .short = { $service }, cambiado por { $brand }: acaba el { $end-date } (antes: { $end-date-before }), reembolso { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). { $number } se ejecuta ahora, sin cargo mayor. ¿No lo acepta? Escriba "agente".

fee-agreed = De acuerdo: { $service } termina el { $end-date }.
    Número: { $number }
    Recibida: { $declared }
    { $has-fee ->
        [0] Cargo: ninguno
       *[other] Cargo: { $fee }
    }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }, al medio de pago original
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo hasta el { $end-date }
       *[nothing] No queda nada más por hacer.
    }
    Se ejecuta ahora, y recibirá un mensaje cuando esté hecho. Le enviamos una copia.
    .short = De acuerdo: { $service } termina el { $end-date }. N. { $number }. { $has-fee ->
        [0] Sin cargo
       *[other] Cargo { $fee }
    }, { $has-refund ->
        [0] sin reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    }

fee-reminder = Su cancelación { $number } de { $service } sigue esperando su respuesta. Hasta entonces no se cobra nada ni termina nada.
    .short = Su cancelacion { $number } de { $service } sigue esperando su respuesta. Hasta entonces no se cobra nada ni termina nada.

silence-reminder = Su deseo de cancelar está anotado desde el { $declared } y espera su respuesta; hasta entonces no termina nada. Puede seguir aquí cuando le convenga, y esa hora sigue valiendo.
    .short = Su deseo de cancelar queda anotado desde { $declared } y espera su respuesta. Siga cuando le convenga; esa hora vale.
terms-changed = Las condiciones de { $service } han cambiado desde que se las dije. Ahora valen estas:
offer-gone = La alternativa que le dije ya no está disponible.
    .short = La alternativa que le dije ya no esta disponible.

## En otro canal

continue-elsewhere = Puede seguir en otro lado durante los próximos 10 minutos. Su código, que vale una vez: { $code }{ $has-webchat ->
        [1] { "" }. En un navegador: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. En Telegram: { $telegram }
       *[0] { "" }
    }{ $has-sms ->
        [1] { "" }. Por SMS: envíe el código al { $sms }
       *[0] { "" }
    }
    .short = Siga en otro lado en 10 minutos. Clave de un solo uso: { $code }{ $has-webchat ->
        [1] { "" }. Web: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Telegram: { $telegram }
       *[0] { "" }
    }
continue-nowhere = A { $brand } solo se le puede escribir aquí en este momento. Puede volver a este chat cuando quiera.
    .short = A { $brand } solo se le puede escribir aqui en este momento. Puede volver a este chat cuando quiera.
continued = Hola de nuevo. Seguimos donde lo dejó.
    .short = Hola de nuevo. Seguimos donde lo dejo.
continue-expired = Ese código ya no vale. Escriba "seguir en otro lado" en el chat que lo mostró y recibirá uno nuevo, o siga simplemente aquí.
    .short = Ese codigo ya no vale. Escriba "seguir en otro lado" en el chat que lo mostro y recibira uno nuevo, o siga simplemente aqui.
continue-used = Ese código ya se usó, y solo vale una vez. Escriba "seguir en otro lado" en el chat que lo mostró y recibirá uno nuevo, o siga simplemente aquí.
    .short = Ese codigo ya se uso, y solo vale una vez. Escriba "seguir en otro lado" en el chat que lo mostro y recibira uno nuevo, o siga simplemente aqui.
continue-unknown = No conozco ese código. Compárelo, por favor, con el del otro chat, o siga simplemente aquí.
    .short = No conozco ese codigo. Comparelo, por favor, con el del otro chat, o siga simplemente aqui.
continue-limited = Han sido demasiados códigos por ahora. Inténtelo de nuevo en una hora, por favor, o siga simplemente aquí.
    .short = Han sido demasiados codigos por ahora. Inténtelo de nuevo en una hora, por favor, o siga simplemente aqui.
continue-other = Este chat es de otro cliente, así que no puedo aceptar ese código aquí.
    .short = Este chat es de otro cliente, asi que no puedo aceptar ese codigo aqui.
moved-elsewhere = Ha seguido { $channel ->
        [telegram] en Telegram
        [sms] por SMS
        [webchat] en el chat de la web
       *[other] en otro canal
    }. Si no fue usted, escriba "agente".

## Cancelar un pedido

order-welcome = ¿En qué puedo ayudarle? Aquí puede cancelar un pedido, entero o en parte, preguntar por una cancelación o hablar con una persona.
    .short = ¿En qué puedo ayudarle? Aqui puede cancelar un pedido, entero o en parte, preguntar por una cancelacion o hablar con una persona.

order-identify = Para que nadie más pueda cancelar en su nombre: ¿cuál es su número de cliente, o el correo o el teléfono que { $brand } tiene de usted?
    .short = ¿Su numero de cliente de { $brand }, o el correo o teléfono que { $brand } tiene de usted?

order-declare = Puede dejar su cancelación aquí mismo, y una persona se ocupará de ella. Escriba en un solo mensaje, por favor: su nombre, el número del pedido, qué cancela de él y un correo o teléfono para nuestra respuesta.
    .short = Para dejar su cancelacion, escriba en un mensaje: nombre, numero de pedido, qué cancela de él y correo o teléfono para nuestra respuesta.

order-declared = Su cancelación está registrada.
    Número: { $number }
    Recibida: { $declared }
    Para declararla no tiene que hacer nada más. { $brand } la asigna ahora a su pedido y le responde aquí o en una dirección que nos dio; cuenta la hora de recepción indicada.
    .short = Su cancelacion queda registrada. Numero { $number }, recibida { $declared }. { $brand } la asigna a su pedido y le responde. Cuenta esa hora.

order-select = ¿De qué pedido se trata?

order-open = Pedido { $order } del { $placed }: { $count ->
        [one] un artículo
       *[other] { $count } artículos
    }.
    .short = Pedido { $order } del { $placed }: { $count ->
        [one] un articulo
       *[other] { $count } articulos
    }.

order-nothing = Ya no queda ningún pedido que cancelar con { $brand }. Si algo no está bien, escriba "agente" y una persona lo revisará.
    .short = Ya no queda ningun pedido que cancelar con { $brand }. Si algo no esta bien, escriba "agente" y una persona lo revisara.

order-lines = ¿Qué desea cancelar del pedido { $order }?
order-lines-more = ¿Qué más desea cancelar del pedido { $order }?
    .short = ¿Qué mas desea cancelar del pedido { $order }?
order-lines-quantity = Hay { $quantity } unidades de { $name }. ¿Cuántas desea cancelar?
    .short = Hay { $quantity } unidades de { $name }. ¿Cuantas desea cancelar?

order-line-void = { $quantity } × { $name }: cancelado; aún no estaba pagado
    .short = { $quantity } × { $name }: cancelado, no pagado
order-line-refund = { $quantity } × { $name }: cancelado, reembolso de { $refund }
    .short = { $quantity } × { $name }: reembolso { $refund }
order-line-return = { $quantity } × { $name }: ya enviado; devolver hasta el { $return-by } con la etiqueta gratuita, después reembolso de { $refund }
    .short = { $quantity } × { $name }: devolver hasta el { $return-by }, luego { $refund }
order-line-refused = { $quantity } × { $name }: no se puede cancelar{ $rule ->
        [digital] { "" }; es digital y ya se entregó
        [custom-made] { "" }; se hizo para usted
        [return-period-over] { "" }; el plazo de devolución ha terminado
       *[other] { "" }
    }
    .short = { $quantity } × { $name }: no{ $rule ->
        [digital] , digital
        [custom-made] , hecho para usted
        [return-period-over] , plazo vencido
       *[other] { "" }
    }

order-line-shipping = Gastos de envío: reembolso de { $refund }
    .short = envio: reembolso { $refund }
order-line-tax = Impuestos: reembolso de { $refund }
    .short = impuestos: reembolso { $refund }

order-confirm = Cancelar esto del pedido { $order } significa:
    { $lines }
    { $has-refund ->
        [0] No se reembolsa nada.
       *[other] Reembolso total: { $refund }, al medio de pago original
    }
    ¿Confirma la cancelación?
    .short = Pedido { $order }: { $lines }. { $has-refund ->
        [0] Sin reembolso.
       *[other] Reembolso { $refund }.
    } ¿Confirmar?

order-receipt = Su cancelación está aceptada.
    Número: { $number }
    Pedido: { $order } ({ $brand })
    { $lines }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }, al medio de pago original
    }
    Recibida: { $declared }
    Confirmada: { $confirmed }
    Le enviamos una copia.
    .short = Aceptado, pedido { $order }: { $lines }. N.o { $number }. Recibido { $declared }. { $has-refund ->
        [0] Sin reembolso.
       *[other] Reembolso { $refund }.
    }

order-refused = Eso no se puede cancelar:
    { $lines }
    .short = Pedido { $order }: no se puede cancelar{ $rule ->
        [digital] { "" }; es digital y ya se entrego
        [custom-made] { "" }; se hizo para usted
        [return-period-over] { "" }; el plazo de devolucion ha terminado
       *[other] { "" }
    }.

order-refused-person = Si cree que no es correcto, o si hay algún problema con lo que recibió, una persona lo revisará.
    .short = Si cree que no es correcto, o si hay un problema con lo recibido, una persona lo revisara.

order-reason = Si quiere, díganos por qué. Puede omitirlo; la cancelación está hecha de todos modos.
    .short = Si quiere: ¿por qué motivo? Puede omitirlo.
order-reason-in-words = ¿Quiere contarlo en pocas palabras? También puede omitirlo.

order-goodbye = Gracias, eso es todo. Puede volver a hacer un pedido cuando quiera.

order-kept = No se ha cancelado nada; su pedido sigue como está. Puede cancelar aquí mientras sea posible.
    .short = No se ha cancelado nada; su pedido sigue como esta. Puede cancelar aqui mientras sea posible.

order-rest-over = ¿Puedo ayudarle en algo más? Puede volver a pedir cuando quiera.
    .short = ¿Puedo ayudarle en algo mas? Puede volver a pedir cuando quiera.

order-changed = El pedido { $order } ha cambiado desde que lo consulté. Este es su estado actual:
order-terms-changed = Algo ha cambiado en el pedido { $order } desde que se lo dije. Ahora vale esto:

order-executed = Hecho: { $brand } ha ejecutado su cancelación del pedido { $order }. { $has-refund ->
        [0] { "" }
       *[other] Reembolso: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] La parte de lo que devuelva se paga en cuanto llegue.{ " " }
    }Número: { $number }
    .short = Hecho: { $brand } ha ejecutado su cancelacion del pedido { $order }. { $has-refund ->
        [0] { "" }
       *[other] Reembolso: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] La parte de lo que devuelva se paga en cuanto llegue.{ " " }
    }Numero: { $number }

order-execution-delayed = El sistema de { $brand } no responde. Su cancelación { $number } del pedido { $order } vale desde el { $declared }; se ejecutará en cuanto el sistema responda, y entonces recibirá un mensaje.
    .short = El sistema de { $brand } no responde. Su cancelacion { $number } del pedido { $order } vale desde el { $declared }; se ejecutara en cuanto el sistema responda, y entonces recibira un mensaje.

order-execution-by-person = El sistema de { $brand } no ejecutó su cancelación { $number } del pedido { $order }. Vale desde el { $declared }. Una persona la está completando y le escribirá aquí.
    .short = El sistema de { $brand } no ejecuto su cancelacion { $number } del pedido { $order }. Vale desde el { $declared }. Una persona la esta completando y le escribira aqui.

order-terms-by-person = El pedido { $order } ha cambiado desde que usted confirmó, así que su cancelación { $number } no se ejecutó en las condiciones de entonces. Ahora significaría:
    { $lines }
    { $has-refund ->
        [0] No se reembolsa nada.
       *[other] Reembolso total: { $refund }
    }
    Vale desde el { $declared }. Una persona la está completando y le escribirá aquí; no se hace nada en otras condiciones sin su sí.
    .short = El pedido { $order } ha cambiado, no se ha cancelado nada. Ahora: { $lines }. Una persona le escribira aqui; no se hace nada sin su si.

order-terms-open = El pedido { $order } ha cambiado desde que usted confirmó, y { $brand } ya no lo cancela en aquellas condiciones. Todavía no se ha cancelado nada. Usted confirmó:
    { $lines-before }
    Reembolso: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }
    Ahora significaría:
    { $lines }
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    }
    ¿Cancelar en estas condiciones?
    .short = El pedido { $order } ha cambiado. Ahora: { $lines }. Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }).

order-terms-learnt = El pedido { $order } ha cambiado desde que usted confirmó. Cancelarlo significaría ahora:
    { $lines }
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    })
    Usted no lo ha aceptado, así que todavía no se ha cancelado nada; su cancelación { $number } vale desde el { $declared }. Pida aquí su "estado" cuando quiera elegir cómo seguir.
    .short = El pedido { $order } ha cambiado, no se ha cancelado nada. Ahora: { $lines }. Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). Para elegir: "estado".

order-terms-better = El pedido { $order } ha cambiado a su favor desde que usted confirmó. Ahora se cancela así:
    { $lines }
    Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    })
    Recibirá un mensaje cuando esté hecho. Número: { $number }
    .short = Pedido { $order }, cambio a su favor: { $lines }. Reembolso: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). { $number } se ejecuta en estas condiciones.

order-terms-agreed = De acuerdo: el pedido { $order } se cancela en estas condiciones.
    Número: { $number }
    { $lines }
    { $has-refund ->
        [0] Reembolso: ninguno
       *[other] Reembolso: { $refund }, al medio de pago original
    }
    Recibida: { $declared }
    .short = De acuerdo, pedido { $order }: { $lines }. N.o { $number }. { $has-refund ->
        [0] Sin reembolso.
       *[other] Reembolso { $refund }.
    }

order-fee-reminder = Su cancelación { $number } del pedido { $order } sigue esperando su respuesta. Hasta entonces no se cancela nada.
    .short = Su cancelacion { $number } del pedido { $order } sigue esperando su respuesta. Hasta entonces no se cancela nada.
order-executed-undo = Hecho: su cancelación está retirada, el pedido { $order } sigue como está. Número: { $number }
    .short = Hecho: su cancelacion esta retirada, el pedido { $order } sigue como esta. Numero: { $number }
order-choice-new-terms = Aceptar y cancelar

order-not-carried-out = { $brand } ha cerrado su cancelación { $number } sin ejecutarla: el pedido { $order } sigue como está. Si no es lo que desea, escriba "agente" para hablar con una persona.
    .short = { $brand } ha cerrado su cancelacion { $number } sin ejecutarla: el pedido { $order } sigue como esta. Si no es lo que desea, escriba "agente" para hablar con una persona.

order-status-accepted = Pedido { $order }: su cancelación { $number } está aceptada ({ $confirmed }) y se está ejecutando.
    .short = Pedido { $order }: su cancelacion { $number } esta aceptada ({ $confirmed }) y se esta ejecutando.
order-status-executed = Pedido { $order }: su cancelación { $number } está ejecutada.
    .short = Pedido { $order }: su cancelacion { $number } esta ejecutada.
order-status-reconciled = Pedido { $order }: su cancelación { $number } está ejecutada y comprobada.
    .short = Pedido { $order }: su cancelacion { $number } esta ejecutada y comprobada.
order-status-failed = Pedido { $order }: su cancelación { $number } vale desde el { $declared }. Una persona la está completando.
    .short = Pedido { $order }: su cancelacion { $number } vale desde el { $declared }. Una persona la esta completando.
order-status-terms-open = Pedido { $order }: su cancelación { $number } está aceptada ({ $confirmed }) y espera su respuesta sobre las condiciones que han cambiado.
    .short = Pedido { $order }: su cancelacion { $number } esta aceptada ({ $confirmed }) y espera su respuesta sobre las condiciones que han cambiado.
order-status-reversed = Pedido { $order }: la cancelación se retiró ({ $number }).
    .short = Pedido { $order }: la cancelacion se retiro ({ $number }).
order-status-withdrawn = Pedido { $order }: su cancelación { $number } se cerró sin ejecutarse.
    .short = Pedido { $order }: su cancelacion { $number } se cerro sin ejecutarse.
order-status-merged = Pedido { $order }: esto se unió a su otra cancelación.
    .short = Pedido { $order }: esto se unio a su otra cancelacion.
order-status-declared = Su cancelación { $number } se recibió el { $declared }. Una persona la está asignando a su pedido.
    .short = Su cancelacion { $number } se recibio el { $declared }. Una persona la esta asignando a su pedido.
order-status-not-confirmed = Su deseo de cancelar está anotado desde el { $declared }. Aún no está confirmado.
    .short = Su deseo de cancelar esta anotado desde el { $declared }. Aun no esta confirmado.

order-nothing-on-record = No encuentro nada sobre un pedido cancelado con { $brand }.
order-cost-of-quote = Pedido { $order }:
    { $lines }
    { $has-refund ->
        [0] No hay reembolso.
       *[other] Reembolso total: { $refund }, al medio de pago original.
    }
    .short = Pedido { $order }: { $has-refund ->
        [0] sin reembolso.
       *[other] reembolso de { $refund }, al medio de pago original.
    }
order-refund-of-quote = { $has-refund ->
        [0] Para esto del pedido { $order } no hay reembolso.
       *[other] Para esto del pedido { $order } el reembolso es de { $refund }, al medio de pago original{ $has-return ->
            [0] .
           *[other] ; lo que devuelva, en cuanto llegue.
        }
    }
order-refund-comes-with-quote = Verá el posible reembolso antes de confirmar.
    .short = Vera el posible reembolso antes de confirmar.
order-terms-come-with-quote = Verá qué pasa con cada artículo, y el posible reembolso, antes de confirmar.
    .short = Vera qué pasa con cada articulo, y el posible reembolso, antes de confirmar.
order-undo-too-late = La cancelación del pedido { $order } no se puede retirar. Puede volver a hacer un pedido cuando quiera.
    .short = La cancelacion del pedido { $order } no se puede retirar. Puede volver a hacer un pedido cuando quiera.
order-change-by-person = Una persona puede cambiar su pedido: escriba "agente". Yo puedo cancelarlo, entero o en parte.
order-help = Puedo cancelar un pedido con { $brand }, entero o en parte, decirle cómo va una cancelación, enviar de nuevo una confirmación o llamar a una persona. Escriba "volver" para corregir algo, "seguir en otro lado" para pasar a otro canal, o el nombre de otro idioma para cambiar a él.
    .short = Puedo cancelar un pedido, entero o en parte, decirle el estado, enviar de nuevo una confirmacion o llamar a una persona. Escriba "volver" para corregir algo.

code-for-order = su pedido
order-code-message = { $code } es su código para cancelar { $subject } con { $brand }. Vale 10 minutos. Nadie de { $brand } se lo pedirá. Si no fue usted, ignore este mensaje.
    .short = { $code } es su codigo para cancelar { $subject } con { $brand }. Vale 10 minutos. ¿No fue usted? Ignore este mensaje.

choice-order = { $order } del { $placed }, { $count ->
        [one] una unidad
       *[other] { $count } unidades
    }
order-choice-cancel = Cancelar un pedido
order-choice-confirm = Confirmar y cancelar
order-choice-status = Ver el estado
choice-all-of-it = Todo el pedido
choice-the-rest = Todo lo que queda
choice-line = { $quantity ->
        [1] { $name }
       *[other] { $quantity } × { $name }
    }
choice-quantity = { $quantity }
choice-all-of-them = Las { $quantity } unidades
choice-more = También otra cosa
choice-enough = Solo eso
choice-too-late = Llega demasiado tarde
choice-wrong-item = Me equivoqué al pedir
choice-better-price = Mejor precio en otra tienda
choice-not-needed = Ya no lo necesito

## Cómo va una cancelación

status-accepted = { $service }: su cancelación { $number } está aceptada ({ $confirmed }) y se está ejecutando.
    .short = { $service }: su cancelacion { $number } esta aceptada ({ $confirmed }) y se esta ejecutando.
status-executed = { $service }: su cancelación { $number } está ejecutada. Último día: { $end-date }.
    .short = { $service }: cancelacion { $number } ejecutada.
status-reconciled = { $service }: su cancelación { $number } está ejecutada y comprobada. Último día: { $end-date }.
    .short = { $service }: cancelacion { $number } ejecutada y comprobada.
status-fee-open = { $service }: su cancelación { $number } está aceptada ({ $confirmed }) y espera su respuesta sobre un cargo de { $fee }.
    .short = { $service }: su cancelacion { $number } esta aceptada ({ $confirmed }) y espera su respuesta sobre un cargo de { $fee }.
status-terms-open = { $service }: su cancelación { $number } está aceptada ({ $confirmed }) y espera su respuesta sobre las condiciones que han cambiado.
    .short = { $service }: su cancelacion { $number } esta aceptada ({ $confirmed }) y espera su respuesta sobre las condiciones que han cambiado.
status-reversing = { $service }: su cancelación { $number } se está retirando. Recibirá un mensaje en cuanto esté hecho.
    .short = { $service }: su cancelacion { $number } se esta retirando. Recibira un mensaje en cuanto esté hecho.
status-reversed = { $service }: la cancelación se retiró ({ $number }).
    .short = { $service }: la cancelacion se retiro ({ $number }).
status-failed = { $service }: su cancelación { $number } vale desde el { $declared }. Una persona la está completando.
    .short = { $service }: su cancelacion { $number } vale desde el { $declared }. Una persona la esta completando.
alternative-status-accepted = { $service }: su cambio { $number } está acordado ({ $confirmed }) y se está aplicando.
    .short = { $service }: su cambio { $number } esta acordado ({ $confirmed }) y se esta aplicando.
alternative-status-executed = { $service }: su cambio { $number } está aplicado.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Puede deshacerlo hasta el { $undo-day }: escriba "deshacer".
    }
    .short = { $service }: su cambio { $number } esta aplicado.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Puede deshacerlo hasta el { $undo-day }: escriba "deshacer".
    }
alternative-status-reconciled = { $service }: su cambio { $number } está aplicado y comprobado.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Puede deshacerlo hasta el { $undo-day }: escriba "deshacer".
    }
    .short = { $service }: su cambio { $number } esta aplicado y comprobado.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Puede deshacerlo hasta el { $undo-day }: escriba "deshacer".
    }
alternative-status-failed = { $service }: su cambio { $number } está acordado ({ $confirmed }). Una persona se ocupa de ello.
    .short = { $service }: su cambio { $number } esta acordado ({ $confirmed }). Una persona se ocupa de ello.
alternative-status-reversing = { $service }: su cambio { $number } se está deshaciendo. Recibirá un mensaje en cuanto esté hecho.
    .short = { $service }: su cambio { $number } se esta deshaciendo. Recibira un mensaje en cuanto esté hecho.
alternative-status-reversed = { $service }: el cambio está deshecho ({ $number }).
    .short = { $service }: el cambio esta deshecho ({ $number }).
status-withdrawn = { $service }: su solicitud { $number } se cerró sin ejecutarse.
    .short = { $service }: su solicitud { $number } se cerro sin ejecutarse.
status-merged = { $service }: esto se unió a su otra cancelación.
    .short = { $service }: esto se unio a su otra cancelacion.
status-declared = Su declaración { $number } se recibió el { $declared }. Una persona la está asignando a su contrato.
    .short = Su declaracion { $number } se recibio el { $declared }. Una persona la esta asignando a su contrato.
status-not-confirmed = Su deseo de cancelar está anotado desde el { $declared }. Aún no está confirmado.
    .short = Su deseo de cancelar esta anotado desde el { $declared }. Aun no esta confirmado.

service-active = { $service }: activo, { $price } al { $interval ->
        [year] año
       *[month] mes
    }.
service-paused = { $service }: en pausa.
service-ending = { $service }: ya cancelado, último día { $ends-on }. Después no se cobra nada.
    .short = { $service }: ya cancelado, ultimo dia { $ends-on }. Después no se cobra nada.
service-ended = { $service }: terminó el { $ends-on }. Ya no se cobra nada.
    .short = { $service }: termino el { $ends-on }. Ya no se cobra nada.

nothing-on-record = No encuentro nada sobre una cancelación con { $brand }.
    .short = No encuentro nada sobre una cancelacion con { $brand }.
refund-of-quote = { $has-refund ->
        [0] Para { $service } no hay reembolso.
       *[other] Para { $service } el reembolso es de { $refund }, al medio de pago original.
    }
cost-of-quote = { $has-fee ->
        [0] Cancelar { $service } no cuesta nada.
       *[other] Cancelar { $service } cuesta { $fee }{ $fee-reason ->
            [minimum-term] { "" }, porque la permanencia no está cumplida.
           *[other] .
        }
    } { $has-refund ->
        [0] No hay reembolso.
       *[other] Se le devuelven { $refund }{ $refund-reason ->
            [unused-time] { "" } por el tiempo no usado
           *[other] { "" }
        }, al medio de pago original.
    } El último día es el { $end-date }.
    .short = { $has-fee ->
        [0] Cancelar { $service } no cuesta nada.
       *[other] Cancelar { $service } cuesta { $fee }{ $fee-reason ->
            [minimum-term] { "" }, porque la permanencia no esta cumplida.
           *[other] .
        }
    } { $has-refund ->
        [0] No hay reembolso.
       *[other] Se le devuelven { $refund }{ $refund-reason ->
            [unused-time] { "" } por el tiempo no usado
           *[other] { "" }
        }, al medio de pago original.
    } El ultimo dia es el { $end-date }.
ends-on = { $service }: el último día es el { $end-date }.
    .short = { $service }: el ultimo dia es el { $end-date }.
charges-until = { $has-charge ->
        [0] Para { $service } no consta ningún cobro.
       *[other] El último cobro de { $service } es de { $last-charge } el { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] El cargo de { $fee } se cobra una vez.{ " " }
    }Después del último día, el { $end-date }, no se cobra nada.
    .short = { $has-charge ->
        [0] Para { $service } no consta ningun cobro.
       *[other] El ultimo cobro de { $service } es de { $last-charge } el { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] El cargo de { $fee } se cobra una vez.{ " " }
    }Después del ultimo dia, el { $end-date }, no se cobra nada.
to-return = { $remains ->
        [return-equipment] Para { $service }, devuelva el equipo hasta el { $end-date }, por favor. Cómo se envía no consta en mis datos.
       *[other] Para { $service } queda algo por hacer hasta el { $end-date }. Cómo no consta en mis datos.
    }
    .short = { $remains ->
        [return-equipment] Para { $service }, devuelva el equipo hasta el { $end-date }, por favor. Como se envia no consta en mis datos.
       *[other] Para { $service } queda algo por hacer hasta el { $end-date }. Como no consta en mis datos.
    }
nothing-remains = Para { $service } no le queda nada por hacer ni por devolver.
not-in-record = Eso aún no consta en mis datos.
    .short = Eso aun no consta en mis datos.
terms-come-with-quote = Verá el último día, los posibles cargos y lo que queda por hacer antes de confirmar.
    .short = Vera el ultimo dia, los posibles cargos y lo que queda por hacer antes de confirmar.
refund-comes-with-quote = Verá el reembolso y el cargo antes de confirmar.
    .short = Vera el reembolso y el cargo antes de confirmar.
confirmation-sent-again = Su confirmación { $number } va de nuevo en camino, sin cambios.
    .short = Su confirmacion { $number } va de nuevo en camino, sin cambios.
confirmation-sent-enough = Su confirmación { $number } se envió por última vez el { $sent }. Puedo enviarla de nuevo dentro de una hora.
    .short = Su confirmacion { $number } se envio por ultima vez el { $sent }. Puedo enviarla de nuevo dentro de una hora.
confirmation-by-person = Si no le llegó, una persona puede ayudarle.
    .short = Si no le llego, una persona puede ayudarle.

## Identificación

code-message = { $code } es su código para cancelar { $subject } con { $brand }. Vale 10 minutos. Nadie de { $brand } se lo pedirá. Si no fue usted, ignore este mensaje.
    .short = { $code } es su codigo para cancelar { $subject } con { $brand }. Vale 10 minutos. ¿No fue usted? Ignore este mensaje.
code-for-contract = su contrato
code-subject = Su código para { $brand }
code-wrong = Ese código no es correcto. Inténtelo de nuevo, por favor.
    .short = Ese codigo no es correcto. Inténtelo de nuevo, por favor.
code-expired = Ese código ya no vale. Pida uno nuevo o siga sin código.
    .short = Ese codigo ya no vale. Pida uno nuevo o siga sin codigo.
code-locked = Demasiados intentos; no se pueden probar más códigos. Aun así puede dejar su cancelación.
    .short = Demasiados intentos; no se pueden probar mas codigos. Aun asi puede dejar su cancelacion.
code-sent-again = Si { $brand } le conoce, un código nuevo va en camino. Escríbalo aquí, por favor; solo vale el último.
    .short = Si { $brand } le conoce, un codigo nuevo va en camino. Escribalo aqui, por favor; solo vale el ultimo.
codes-limited = Ahora no se pueden enviar más códigos. Aun así puede dejar su cancelación.
    .short = Ahora no se pueden enviar mas codigos. Aun asi puede dejar su cancelacion.
contact-not-yours = Ese contacto no es suyo o no se pudo comprobar. Comparta su propio número o elija otro camino, por favor.
    .short = Ese contacto no es suyo o no se pudo comprobar. Comparta su propio numero o elija otro camino, por favor.
extra-check = Para su protección, esta cuenta necesita un código.
    .short = Para su proteccion, esta cuenta necesita un codigo.
no-such-customer = { $brand } no tiene ningún contrato con ese número.
    .short = { $brand } no tiene ningun contrato con ese numero.
office-unavailable = El sistema de { $brand } no responde en este momento. Pregunte de nuevo un poco más tarde, por favor, o escriba "agente".
    .short = El sistema de { $brand } no responde en este momento. Pregunte de nuevo un poco mas tarde, por favor, o escriba "agente".
office-unavailable-for-contact = El sistema de { $brand } no responde en este momento. Puede probar otro camino o seguir sin ello.
identity-needed = Sin saber quién es usted no puedo decirle más. Escriba "agente" para hablar con una persona.
    .short = Sin saber quién es usted no puedo decirle mas. Escriba "agente" para hablar con una persona.

## Una persona

handed-over-minutes = Una persona de { $brand } le responderá aquí, normalmente en pocos minutos. Mientras tanto puede seguir conmigo.
    .short = Una persona de { $brand } le respondera aqui, normalmente en pocos minutos. Mientras tanto puede seguir conmigo.
handed-over-hours = Una persona de { $brand } le responderá aquí, normalmente en pocas horas. Mientras tanto puede seguir conmigo.
    .short = Una persona de { $brand } le respondera aqui, normalmente en pocas horas. Mientras tanto puede seguir conmigo.
handed-over-later = Ahora no hay nadie disponible. Una persona de { $brand } le responderá aquí el próximo día laborable. Mientras tanto puede seguir conmigo.
    .short = Ahora no hay nadie disponible. Una persona de { $brand } le respondera aqui el proximo dia laborable. Mientras tanto puede seguir conmigo.
dispute-handed-over-minutes = Lo siento. Una persona de { $brand } lo revisará y le responderá aquí, normalmente en pocos minutos. Lo que ha declarado sigue adelante.
    .short = Lo siento. Una persona de { $brand } lo revisara y le respondera aqui, normalmente en pocos minutos. Lo que ha declarado sigue adelante.
dispute-handed-over-hours = Lo siento. Una persona de { $brand } lo revisará y le responderá aquí, normalmente en pocas horas. Lo que ha declarado sigue adelante.
    .short = Lo siento. Una persona de { $brand } lo revisara y le respondera aqui, normalmente en pocas horas. Lo que ha declarado sigue adelante.
dispute-handed-over-later = Lo siento. Una persona de { $brand } lo revisará y le responderá aquí el próximo día laborable. Lo que ha declarado sigue adelante.
    .short = Lo siento. Una persona de { $brand } lo revisara y le respondera aqui el proximo dia laborable. Lo que ha declarado sigue adelante.
urgent-danger = Si su vida o la de otra persona está en peligro, llame ahora al { $emergency }, o al número de emergencias de donde esté.{ $has-listening ->
        [1] { " " }Si piensa en quitarse la vida, en el { $listening } alguien le escucha de día y de noche.
       *[0] { "" }
    } Usted importa más que todo lo demás aquí. Soy un asistente automático, así que he llamado a una persona de { $brand }; { $wait ->
        [minutes] verá su mensaje antes que ningún otro y le responderá aquí en pocos minutos.
        [hours] verá su mensaje antes que ningún otro y le responderá aquí en cuanto pueda.
       *[later] ahora no hay nadie disponible, y su mensaje será el primero que lea.
    } Nada de lo que quería cancelar se pierde: siga aquí cuando quiera.
    .short = En peligro? Llame ahora al { $emergency }.{ $has-listening ->
        [1] { " " }De dia y de noche alguien escucha: { $listening }.
       *[0] { "" }
    } Usted importa mas que todo. Una persona de { $brand } { $wait ->
        [minutes] le responde aqui en pocos minutos.
        [hours] le responde aqui en cuanto pueda.
       *[later] vera su mensaje el primero.
    } Puede seguir cancelando aqui cuando quiera.
urgent-death = Le acompaño en el sentimiento. Ahora no tiene que demostrar nada. Una persona de { $brand } le ayudará aquí, { $wait ->
        [minutes] normalmente en pocos minutos.
        [hours] normalmente en pocas horas.
       *[later] el próximo día laborable.
    } No hace falta que espere: lo que haya que cancelar se puede cancelar conmigo ahora mismo.
    .short = Le acompaño en el sentimiento. Ahora no tiene que demostrar nada. Una persona de { $brand } le ayudara aqui { $wait ->
        [minutes] en pocos minutos.
        [hours] en pocas horas.
       *[later] el proximo dia laborable.
    } Tambien puede cancelar conmigo ahora mismo.
urgent-legal = Gracias por decirlo. Una persona de { $brand } leerá su mensaje y le responderá aquí, { $wait ->
        [minutes] normalmente en pocos minutos.
        [hours] normalmente en pocas horas.
       *[later] el próximo día laborable.
    } Sus derechos no cambian, y puede cancelar aquí en cualquier momento.
    .short = Gracias por decirlo. Una persona de { $brand } leera su mensaje y le respondera aqui, { $wait ->
        [minutes] normalmente en pocos minutos.
        [hours] normalmente en pocas horas.
       *[later] el proximo dia laborable.
    } Sus derechos no cambian, y puede cancelar aqui en cualquier momento.
urgent-upset = Siento que se haya llegado a esto. Una persona de { $brand } leerá lo que ha escrito y le responderá aquí, { $wait ->
        [minutes] normalmente en pocos minutos.
        [hours] normalmente en pocas horas.
       *[later] el próximo día laborable.
    } Si quiere cancelar, nada se lo impide mientras tanto.
    .short = Siento que se haya llegado a esto. Una persona de { $brand } leera lo que ha escrito y le respondera aqui, { $wait ->
        [minutes] normalmente en pocos minutos.
        [hours] normalmente en pocas horas.
       *[later] el proximo dia laborable.
    } Si quiere cancelar, nada se lo impide mientras tanto.
agent-joined = { $agent } se ha unido a este chat.
agent-returned = Vuelve a estar con el asistente automático.
    .short = Vuelve a estar con el asistente automatico.
agent-resolved = La conversación con nuestro equipo ha terminado. Vuelve a estar con el asistente automático.
    .short = La conversacion con nuestro equipo ha terminado. Vuelve a estar con el asistente automatico.

## Pequeñas frases y correcciones

help = Puedo cancelar un servicio con { $brand }, decirle cómo va una cancelación, enviar de nuevo una confirmación o llamar a una persona. Escriba "volver" para corregir algo, "seguir en otro lado" para pasar a otro canal, o el nombre de otro idioma para cambiar a él.
    .short = Puedo cancelar un servicio, decirle el estado, enviar de nuevo una confirmacion o llamar a una persona. Escriba "volver" para corregir algo.
thanks = De nada.
bye = Hasta luego. Puede volver a este chat en cualquier momento.
bye-not-confirmed = Hasta luego. Su cancelación aún no está confirmada; puede seguir aquí en cualquier momento.
    .short = Hasta luego. Su cancelacion aun no esta confirmada; puede seguir aqui en cualquier momento.
unclear = No sé si le he entendido bien. Elija, por favor, o dígalo con otras palabras.
    .short = No sé si le he entendido bien. Elija, por favor, o digalo con otras palabras.
unclear-again = Lo siento, sigo sin entenderlo. Elija una de estas opciones, por favor, o escriba "agente" para hablar con una persona.
unclear-person-comes = No lo he entendido, pero una persona de { $brand } lo leerá y le responderá aquí. Mientras tanto puede seguir conmigo.
    .short = No lo he entendido, pero una persona de { $brand } lo leera y le respondera aqui. Mientras tanto puede seguir conmigo.
why-identify = Si no, cualquiera podría cancelar en su nombre; por eso debo saber que es usted. Si prefiere no decirlo, puede seguir sin ello.
    .short = Si no, cualquiera podria cancelar en su nombre; por eso debo saber que es usted. Si prefiere no decirlo, puede seguir sin ello.
why-reason = Ayuda a { $brand } a mejorar. Su cancelación queda como está, responda lo que responda.
    .short = Ayuda a { $brand } a mejorar. Su cancelacion queda como esta, responda lo que responda.
cannot-use-media = No puedo leer imágenes, mensajes de voz ni archivos.
    .short = No puedo leer imagenes, mensajes de voz ni archivos.
cannot-use-edited = Solo tengo en cuenta mensajes nuevos, no los editados.
cannot-use-long = Ese mensaje es demasiado largo para mí. Dígalo en pocas palabras, por favor, o escriba "agente" para hablar con una persona.
    .short = Ese mensaje es demasiado largo para mi. Digalo en pocas palabras, por favor, o escriba "agente" para hablar con una persona.
button-stale = Eso pertenece a una pregunta anterior. Estamos aquí:
    .short = Eso pertenece a una pregunta anterior. Estamos aqui:
not-processed = Algo falló por nuestra parte con su último mensaje. Está guardado; una persona lo leerá y le responderá aquí.
    .short = Algo fallo por nuestra parte con su ultimo mensaje. Esta guardado; una persona lo leera y le respondera aqui.
one-moment = Un momento, consulto el sistema de { $brand }.
cannot-go-back = No hay ningún paso anterior.
    .short = No hay ningun paso anterior.
language-unknown = Hablo: { $languages }. Escriba en cualquier momento el nombre de un idioma para cambiar.
    .short = Para cambiar, escriba cuando quiera el nombre de su idioma.
keep-or-cancel = Solo para estar seguros: ¿sigo con la cancelación o dejo todo como está?
    .short = Solo para estar seguros: ¿sigo con la cancelacion o dejo todo como esta?
nothing-to-keep = No hay ninguna cancelación que retirar.
    .short = No hay ninguna cancelacion que retirar.
undo-too-late = { $had-undo ->
        [0] La cancelación de { $service } está ejecutada y no se puede retirar. Último día: { $end-date }.
       *[1] La cancelación de { $service } está ejecutada y se podía retirar hasta el { $undo-until }. Último día: { $end-date }.
    }
    .short = { $had-undo ->
        [0] La cancelacion de { $service } esta ejecutada y no se puede retirar. Ultimo dia: { $end-date }.
       *[1] La cancelacion de { $service } esta ejecutada y se podia retirar hasta el { $undo-until }. Ultimo dia: { $end-date }.
    }
undo-unclear = La cancelación de { $service } está ejecutada. Solo una persona puede ver si aún se puede retirar, y le responderá aquí.
    .short = La cancelacion de { $service } esta ejecutada. Solo una persona puede ver si aun se puede retirar, y le respondera aqui.
change-by-person = Una persona puede cambiar su tarifa: escriba "agente". Yo puedo cancelarla.
anything-else = ¿Qué desea hacer?
texts-stopped = { $brand } no le enviará más SMS.
    .short = { $brand } no le enviara mas SMS.
messages-stopped = { $brand } no le escribirá más aquí, salvo que usted escriba.

## Lo que se pulsa

choice-cancel = Cancelar algo
# Las palabras exactas que prescribe una ley.
choice-prescribed = { $words }
choice-status = Ver el estado
choice-human = Hablar con una persona
choice-back = Volver
choice-correct = Escribirlo de nuevo
choice-carry-out = Ejecutarla ahora
choice-unable = Seguir sin ello
choice-share-contact = Compartir mi teléfono
choice-use-sender = Usar este teléfono
choice-resend-code = Enviar uno nuevo
choice-service = { $service }, { $price } al { $interval ->
        [year] año
       *[month] mes
    }
choice-no-cancel = No, cancelar
choice-accept-pause = Pausar
choice-accept-discount = Tomar el precio reducido
choice-accept-downgrade = Tomar la tarifa menor
choice-accept-later-date = Terminar después
choice-accept-extension = Tomar el tiempo gratis
choice-accept-exchange = Tomar la otra tarifa
choice-accept-store-credit = Tomar el saldo
choice-confirm = Confirmar y cancelar
choice-cancel-now = No, cancelar ahora
choice-hear = Bien, cuénteme
choice-keep = Mantener
choice-end-instead = Mejor cancelar
choice-pay-fee = Pagar { $fee } y cancelar
choice-new-terms = Aceptar y cancelar
choice-without-fee = Terminar el { $free-date }, sin cargo
choice-undo = Deshacer
choice-leave-cancelled = Dejarlo cancelado
choice-restart = Contratar y pagar
choice-leave-ended = Dejarlo igual
choice-ended-service = { $service }, hasta el { $ends-on }
alternative-choice-undo = Deshacer el cambio
alternative-choice-leave-cancelled = Dejar el cambio
choice-skip = Omitir
choice-way-mail = Basta el correo
choice-way-sms = Por SMS, y el correo
choice-way-telegram = Por Telegram, y el correo
choice-too-expensive = Demasiado caro
choice-not-used = No lo uso
choice-quality = No me convence
choice-moving = Mudanza u otros planes
choice-other = Otra cosa

## Desistir de un contrato

withdraw-welcome = Aquí puede desistir de un contrato o de un pedido, preguntar por un desistimiento o hablar con una persona. Nadie le pide un motivo.
    .short = Aqui puede desistir de un contrato o de un pedido, preguntar por un desistimiento o hablar con una persona. Nadie le pide un motivo.
withdraw-identify = Para poder ejecutarlo enseguida: ¿cuál es su número de cliente, o el correo o el teléfono que { $brand } tiene de usted?
    .short = ¿Su numero de cliente de { $brand }, o el correo o teléfono que { $brand } tiene de usted?
withdraw-select = ¿De qué contrato desiste?
withdraw-confirm = Usted desiste de { $service }. Eso significa:
    Termina: enseguida, el { $end-date }
    { $has-refund ->
        [0] Reembolso: aún no se pagó nada
       *[other] Reembolso: { $refund }, al medio de pago original en 14 días
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo
       *[nothing] No queda nada más por hacer.
    }
    ¿Declara el desistimiento?
    .short = ¿Desiste de { $service }? Acaba el { $end-date }. { $has-refund ->
        [0] No se ha pagado nada
       *[other] Reembolso { $refund } en 14 dias
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    } ¿Lo declara?
withdraw-confirm-without-quote = Usted desiste de su contrato: { $service }. Su mensaje llegó el { $declared }, y esa hora cuenta. Aquí no puedo decirle qué se devuelve; { $brand } lo revisa y se lo comunica. ¿Declara el desistimiento?
    .short = ¿Desiste de { $service }? Cuenta { $declared }. { $brand } le comunica qué se devuelve. ¿Lo declara?
withdrawal-receipt = Hemos recibido su desistimiento.
    Número: { $number }
    Contrato: { $service } ({ $brand })
    Recibido: { $declared }
    Confirmado: { $confirmed }
    Termina: { $end-date }
    { $has-refund ->
        [0] Reembolso: aún no se pagó nada
       *[other] Reembolso: { $refund }, al medio de pago original en 14 días
    }
    { $remains ->
        [return-equipment] Pendiente: devolver el equipo
       *[nothing] No queda nada más por hacer.
    }
    Le enviamos una copia.
    .short = Desistimiento recibido: { $service }. N. { $number }. Hora { $declared }. Acaba el { $end-date }. { $has-refund ->
        [0] No se ha pagado nada
       *[other] Reembolso { $refund } en 14 dias
    }.{ $remains ->
        [return-equipment] { " " }Devuelva el equipo.
       *[nothing] { "" }
    }
withdrawal-receipt-without-quote = Hemos recibido su desistimiento.
    Número: { $number }
    Contrato: { $service }
    Recibido: { $declared }
    Confirmado: { $confirmed }
    { $brand } lo ejecuta o le escribe. Lo que se devuelva va al medio de pago original. No tiene que hacer nada más.
    .short = Desistimiento recibido: { $service }. N. { $number }. Hora { $declared }. { $brand } lo ejecuta o le escribe. No tiene que hacer nada.
withdraw-kept = No ha desistido de nada; todo sigue como está. Puede desistir aquí en cualquier momento mientras dure el plazo.
    .short = No ha desistido de nada; todo sigue como esta. Puede desistir aqui en cualquier momento mientras dure el plazo.
withdraw-or-end = Desistir y cancelar son dos cosas: el desistimiento deshace el contrato desde el principio, la cancelación lo termina en una fecha. ¿Qué desea?
    .short = Desistir deshace el contrato desde el principio, cancelar lo termina en una fecha. ¿Qué desea?
withdraw-by-person = Desistir de un contrato no es lo mismo que cancelarlo. Su mensaje del { $declared } queda guardado con su hora, y una persona de { $brand } lo tratará aquí con usted.
    .short = Desistir no es lo mismo que cancelar. Su mensaje del { $declared } queda guardado; una persona de { $brand } le atiende en este chat.
withdrawal-executed = Hecho: { $brand } ha ejecutado su desistimiento de { $service }. { $has-refund ->
        [0] Ya no se cobra nada.
       *[other] Se devuelven { $refund } al medio de pago original en los 14 días siguientes a su declaración.
    } Número: { $number }
    .short = Hecho: { $brand } ha ejecutado su desistimiento de { $service }. { $has-refund ->
        [0] Ya no se cobra nada.
       *[other] Se devuelven { $refund } al medio de pago original en los 14 dias siguientes a su declaracion.
    } Numero: { $number }
withdrawal-execution-delayed = El sistema de { $brand } no responde. Su desistimiento { $number } vale desde el { $declared }; se ejecutará en cuanto el sistema responda, y entonces recibirá un mensaje.
    .short = El sistema de { $brand } no responde. Su desistimiento { $number } vale desde el { $declared }; se ejecutara en cuanto el sistema responda, y entonces recibira un mensaje.
withdrawal-execution-by-person = Una persona de { $brand } está revisando su desistimiento { $number } y le escribirá aquí. Vale desde el { $declared }.
    .short = Una persona de { $brand } esta revisando su desistimiento { $number } y le escribira aqui. Vale desde el { $declared }.
withdrawal-terms-better = El reembolso de su desistimiento { $number } de { $service } ha cambiado a su favor: { $refund } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). Se ejecuta así; recibirá un mensaje cuando esté hecho.
    .short = El reembolso de su desistimiento { $number } de { $service } ha cambiado a su favor: { $refund } (antes: { $has-refund-before ->
        [0] ninguno
       *[other] { $refund-before }
    }). Se ejecuta asi; recibira un mensaje cuando esté hecho.
withdrawal-terms-by-law = { $brand } ya no reembolsa lo que se indicó para su desistimiento de { $service }: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $refund-before }). Su desistimiento { $number } tiene efecto igualmente y se ejecuta ahora. Usted no ha aceptado menos: escriba "agente" si no está de acuerdo, y una persona lo resuelve.
    .short = { $brand } ya no reembolsa lo que se indico para su desistimiento de { $service }: { $has-refund ->
        [0] ninguno
       *[other] { $refund }
    } (antes: { $refund-before }). Su desistimiento { $number } tiene efecto igualmente y se ejecuta ahora. Usted no ha aceptado menos: escriba "agente" si no esta de acuerdo, y una persona lo resuelve.
withdrawal-not-carried-out = { $brand } ha cerrado su desistimiento { $number } sin ejecutarlo: { $service } sigue como antes. Si no está de acuerdo, escriba "agente".
    .short = { $brand } ha cerrado su desistimiento { $number } sin ejecutarlo: { $service } sigue como antes. Si no esta de acuerdo, escriba "agente".
withdrawal-status-accepted = { $service }: su desistimiento { $number } está recibido ({ $confirmed }) y se está ejecutando.
    .short = { $service }: su desistimiento { $number } esta recibido ({ $confirmed }) y se esta ejecutando.
withdrawal-status-executed = { $service }: su desistimiento { $number } está ejecutado.
    .short = { $service }: su desistimiento { $number } esta ejecutado.
withdrawal-status-reconciled = { $service }: su desistimiento { $number } está ejecutado y comprobado.
    .short = { $service }: su desistimiento { $number } esta ejecutado y comprobado.
withdrawal-status-failed = { $service }: su desistimiento { $number } vale desde el { $declared }. Una persona lo está revisando.
    .short = { $service }: su desistimiento { $number } vale desde el { $declared }. Una persona lo esta revisando.
withdrawal-status-not-confirmed = Su deseo de desistir está anotado desde el { $declared }. Aún no está declarado.
    .short = Su deseo de desistir esta anotado desde el { $declared }. Aun no esta declarado.
withdrawal-nothing-on-record = No encuentro nada sobre un desistimiento con { $brand }.
withdrawal-cost-of-quote = Desistir de { $service } no cuesta nada. { $has-refund ->
        [0] Aún no se pagó nada.
       *[other] Se le devuelven { $refund }, al medio de pago original.
    }
    .short = Desistir de { $service } no cuesta nada. { $has-refund ->
        [0] Aun no se pago nada.
       *[other] Se le devuelven { $refund }, al medio de pago original.
    }
withdrawal-undo-too-late = Un desistimiento declarado de { $service } no se puede retirar aquí. Escriba "agente", y una persona verá qué se puede hacer.
    .short = Un desistimiento declarado de { $service } no se puede retirar aqui. Escriba "agente", y una persona vera qué se puede hacer.
withdrawal-nothing-to-keep = No hay ningún desistimiento que retirar.
    .short = No hay ningun desistimiento que retirar.
withdrawal-keep-or-cancel = Solo para estar seguros: ¿sigo con el desistimiento o dejo todo como está?
    .short = Solo para estar seguros: ¿sigo con el desistimiento o dejo todo como esta?
withdrawal-bye-not-confirmed = Hasta luego. Su desistimiento aún no está declarado; puede seguir aquí en cualquier momento.
    .short = Hasta luego. Su desistimiento aun no esta declarado; puede seguir aqui en cualquier momento.
withdrawal-help = Puedo recibir su desistimiento de un contrato con { $brand }, decirle cómo va, enviar de nuevo su confirmación o llamar a una persona. Escriba "volver" para corregir algo, "seguir en otro lado" para pasar a otro canal, o el nombre de otro idioma para cambiar a él.
    .short = Puedo recibir su desistimiento, decirle el estado, enviar de nuevo la confirmacion o llamar a una persona. Escriba "volver" para corregir algo.
withdrawal-code-locked = Demasiados intentos; no se pueden probar más códigos. Puede desistir sin código.
    .short = Demasiados intentos; no se pueden probar mas codigos. Puede desistir sin codigo.
withdrawal-codes-limited = Ahora no se pueden enviar más códigos. Puede desistir sin código.
    .short = Ahora no se pueden enviar mas codigos. Puede desistir sin codigo.
withdrawal-choice-status = Ver el estado

## La confirmación por correo

mail-subject-termination = Cancelación { $number }: { $service }
mail-subject-alternative = Cambio { $number }: { $service }
mail-subject-withdrawal = Desistimiento { $number }
mail-subject-declaration = Su declaración { $number }
mail-subject-reversal = Cancelación retirada { $number }: { $service }
mail-subject-alternative-reversal = Cambio deshecho { $number }: { $service }
mail-subject-terms = Condiciones de su cancelación { $number }: { $service }
mail-subject-order-terms = Condiciones de su cancelación { $number }: pedido { $order }
mail-subject-order-reversal = Cancelación retirada { $number }: pedido { $order }
mail-subject-reason = Su motivo, anotado como { $number }
mail-subject-notice = Sobre { $number }
mail-footer = Guarde este mensaje: es su prueba. El acta sellada { $number } va adjunta.
mail-proof = El archivo { $number }.tlog-proof prueba que el acta figura en el registro de { $brand }, en el que nada puede cambiarse después.
mail-page = Cómo va, los archivos y cómo dar marcha atrás mientras se pueda: { $url }

# El resto del correo: una frase, una tabla de datos (nombres y valores), otra frase.
mail-lead-termination = { $brand } confirma la cancelación de { $service }.
mail-lead-alternative = { $brand } confirma: { $service } no se cancela; en su lugar vale el cambio siguiente.
mail-lead-withdrawal = { $brand } confirma que ha recibido su desistimiento.
mail-lead-declaration = { $brand } confirma que ha recibido su declaración.
mail-lead-reversal = { $brand } confirma: { $service } sigue, la cancelación está retirada.
mail-lead-alternative-reversal = { $brand } confirma: el cambio en { $service } está deshecho, sigue como antes.
mail-lead-terms = { $brand } confirma la cancelación de { $service } en las condiciones siguientes, que usted aceptó.
mail-lead-order-terms = { $brand } confirma: el pedido { $order } se cancela en las condiciones siguientes, que usted aceptó.
mail-lead-order-reversal = { $brand } confirma: su cancelación está retirada, el pedido { $order } sigue como está.
mail-lead-reason = { $brand } confirma: usted indicó un motivo. No cambia nada de lo que se le ha confirmado.
mail-close-termination = Cuenta la hora de recepción indicada. Después del último día no se cobra nada. Puede volver cuando quiera.
mail-close-unquoted = Cuenta la hora de recepción indicada. { $brand } le comunicará el último día y un posible reembolso. Si hubiera un cargo, antes le preguntaríamos.
mail-close-alternative = Puede cancelar en cualquier momento, en el chat donde aceptó esto. Para deshacer el cambio mientras sea posible, escriba allí «deshacer».
mail-close-withdrawal = Cuenta la hora de recepción indicada. Lo pagado se devuelve al medio de pago original en los 14 días siguientes.
mail-close-withdrawal-unquoted = Cuenta la hora de recepción indicada. { $brand } asigna su desistimiento a su contrato, y lo ejecuta o le escribe. Lo que se devuelva va al medio de pago original.
mail-close-declaration = { $brand } asigna su declaración a su contrato y responde a la dirección que nos dio. Cuenta la hora de recepción indicada.
mail-close-reversal = Puede cancelar de nuevo en cualquier momento.
mail-subject-restart = Pedido { $number }: { $service }
mail-subject-restart-reversal = Pedido retirado { $number }: { $service }
mail-lead-restart = { $brand } confirma su pedido: { $service } se vuelve a contratar, con un contrato nuevo.
mail-lead-restart-reversal = { $brand } confirma: su pedido de { $service } está retirado.
mail-close-restart = Por el tiempo anterior al primer día no paga nada. Recibirá un mensaje en cuanto esté activo y puede cancelarlo en el chat en cualquier momento.
mail-close-restart-reversal = No se ejecutó y no paga nada.
mail-label-ordered = Pedido el
mail-label-contract-price = Precio
mail-label-minimum = Permanencia
mail-label-withdrawal = Derecho de desistimiento
mail-value-contract-price = { $price } por { $interval ->
        [year] año
       *[month] mes
    }
mail-value-minimum = hasta el { $day }
mail-value-withdrawal = hasta el { $day }, sin dar motivos: escriba "desistir" en el chat, o a { $brand }. Entonces solo paga los días transcurridos.
mail-close-alternative-reversal = Puede cancelar en cualquier momento.
mail-close-terms = Cuenta la hora de recepción indicada. Después del último día no se cobra nada. Puede volver cuando quiera.
mail-close-order-reversal = Puede cancelar de nuevo mientras sea posible.
mail-close-reason = No tiene que hacer nada.
mail-subject-ending = { $brand } termina { $service } ({ $number })
mail-subject-ending-reversal = { $service } sigue ({ $number })
mail-lead-ending = { $brand } da por terminado { $service } por su cuenta. Este es el aviso.
mail-lead-ending-reversal = { $brand } confirma: { $service } sigue, el aviso de fin queda retirado.
mail-close-ending-non-payment = Puede evitarlo: pague lo pendiente antes del último día y escriba a { $brand } en el chat. Si cree que es un error, escriba allí «reclamar»: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada.
mail-close-ending-inactivity = Puede evitarlo: úselo de nuevo antes del último día o escriba a { $brand } en el chat que quiere conservarlo. Si cree que es un error, escriba allí «reclamar»: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada.
mail-close-ending-policy = Si cree que es un error, escriba «reclamar» en el chat con { $brand }: nada terminará antes de que una persona lo haya revisado. Después del último día no se cobra nada.
mail-close-ending-reversal = No tiene que hacer nada.
mail-label-cause = Motivo
mail-label-stated = De qué se trata
mail-label-told = Avisado
mail-label-notice = Preaviso
mail-value-cause = { $cause ->
        [non_payment] falta de pago
        [inactivity] sin uso desde hace mucho
       *[policy] uso contrario a las condiciones
    }
mail-value-days = { $days } días
mail-label-number = Número
mail-label-service = Contrato
mail-label-declared = Recibida
mail-label-confirmed = Confirmada
mail-label-end-date = Último día
mail-label-fee = Cargo
mail-label-refund = Reembolso
mail-label-last-charge = Último cobro
mail-label-remains = Pendiente
mail-label-undo-until = Se puede deshacer hasta
mail-label-change = Cambio
mail-label-starts-on = Desde
mail-label-ends-on = Hasta
mail-label-price = Precio mientras tanto
mail-label-new-price = Precio nuevo
mail-label-price-after = Precio después
mail-label-credit = Saldo a favor
mail-label-next-charge = Próximo cobro
mail-label-old-price = Precio hasta entonces
mail-label-words = Sus palabras
mail-label-completes = Completa la cancelación
mail-label-belongs = Pertenece a
mail-label-agreed = Acordado
mail-label-reversed = Retirada
mail-label-reverses = Cancelación retirada
mail-label-reverses-change = Cambio deshecho
mail-label-fingerprint = Huella del acta (SHA-256)
mail-label-rules = Reglas aplicadas
mail-value-rules = { $pack }, a fecha de { $day }
mail-value-none = ninguno
mail-value-bereavement = Un fallecimiento
mail-value-follows = pendiente
mail-value-earliest = lo antes posible
mail-value-named-or-earliest = el día que indicó; si no indicó ninguno, lo antes posible
mail-value-fee = { $amount }{ $reason ->
        [minimum-term] { "" } (permanencia no cumplida)
       *[other] { "" }
    }
mail-value-refund = { $amount }{ $reason ->
        [unused-time] { "" } por el tiempo no usado
       *[other] { "" }
    }, al medio de pago original
mail-value-charge = { $amount } el { $day }
mail-value-remains = { $task ->
        [return-equipment] Devolver el equipo hasta el { $day }
       *[nothing] Nada más
    }
mail-value-change = { $kind ->
        [pause] Pausa
        [discount] Precio reducido
        [downgrade] Tarifa { $plan }
        [extension] Tiempo gratis
        [exchange] Tarifa { $plan }
        [store_credit] Saldo a favor
       *[later_date] Último día más tarde
    }

mail-subject-order = Cancelación { $number }: pedido { $order }
mail-lead-order = { $brand } confirma: su cancelación del pedido { $order } está aceptada.
mail-close-order = Cuenta la hora de recepción indicada.
mail-close-order-return = Cuenta la hora de recepción indicada. Lo que devuelva se reembolsa en cuanto llegue.
mail-label-order = Pedido
mail-label-items = Artículos

## La confirmación como documento (PDF)

document-caption = Su confirmación { $number } como documento. Es su prueba: guárdelo.
document-terms = Condiciones aplicadas
document-about = Cómo se llegó a esto
document-shown = Lo que se le mostró y usted confirmó
document-proof = Cómo comprobar este documento
document-code = Código QR con la dirección donde se puede comprobar este documento
document-check = Este documento está sellado: cualquier cambio se nota. El acta firmada { $number } va adjunta como archivo. Para comprobarlo, escanee el código o abra { $url }
mail-label-balance = Saldo
mail-label-customer = Cliente
mail-label-identified = Identificación
mail-label-channel = Recibida por
mail-label-offer = Ofrecido en su lugar
mail-label-reason = Motivo
mail-label-dialog = Diálogo
document-value-balance = { $side ->
        [brand] { $amount } a pagar por usted (cargo menos reembolso)
        [customer] { $amount } a su favor (reembolso menos cargo)
       *[even] Ninguna de las partes debe nada
    }
document-value-identified = { $known-by ->
        [code] con un código de un solo uso
        [token] con sesión iniciada en { $brand }
        [contact] con el número de teléfono compartido en el chat
       *[agent] por una persona de { $brand }
    }
document-value-channel = { $channel ->
        [webchat] chat web
        [sms] SMS
        [telegram] Telegram
       *[other] otra vía
    }
document-value-offer = { $change }: { $answer ->
        [accepted] aceptado
        [declined] rechazado
       *[open] sin respuesta
    }

# The same as a letter, on paper.
letter-greeting = Hola, { $addressee }:
letter-greeting-nobody = Hola:
letter-date = Fecha
letter-closing = Un cordial saludo
letter-unsigned = Esta carta se ha elaborado de forma automática y es válida sin firma.

## La confirmación por teléfono

call-greeting = Le habla el asistente automático de { $brand }. Tengo una confirmación para usted.
call-keys = Pulse 1 si la ha escuchado, 2 para volver a escucharla, 0 para hablar con una persona.
call-unsure = Le habla el asistente automático de { $brand }. Hay una confirmación para usted. Pulse 2 para escucharla, 0 para hablar con una persona.
call-voicemail = Le habla el asistente automático de { $brand }. Hay una confirmación para usted. Adiós.
call-heard = Gracias. Adiós.
call-person = Una persona de { $brand } se pondrá en contacto con usted. Adiós.
call-goodbye = No se ha pulsado ninguna tecla. Adiós.

## La página de un caso, y por dónde va una confirmación

case-page-code = { $code } es su código para ver cómo va { $number } con { $brand }. Vale 10 minutos. Nadie de { $brand } se lo pedirá. Si no fue usted, ignore este mensaje.
    .short = { $code } es su codigo para ver { $number } con { $brand }. Vale 10 minutos. ¿No fue usted? Ignore este mensaje.
case-page-link = Vea cómo va en cualquier momento: { $url }
    .short = Estado: { $url }
case-page-undo = Quiero dar marcha atrás en { $number }.
case-page-dispute = Algo no está bien en { $number }. Quiero hablar con una persona.
