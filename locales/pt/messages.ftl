# O que o bot diz, em português compreensível em Portugal e no Brasil. Claro e cortês; sem culpa nem pressa.
# .short vale onde o canal o pede (SMS: alfabeto GSM-7, por isso sem til, cedilha nem certos acentos; 320 caracteres).

introduction = Olá, fala o assistente automático da { $brand }. Escreva "pessoa" a qualquer momento para falar com uma pessoa.
    .short = { $brand }, assistente automatico. Escreva PESSOA para falar com uma pessoa.

## O caminho de um cancelamento

welcome = O que deseja fazer? Aqui pode cancelar, perguntar por um cancelamento ou falar com uma pessoa.

identify = Para que só o titular possa cancelar: qual é o seu número de cliente, ou o e-mail ou telefone que a { $brand } tem?
    .short = Qual é o seu numero de cliente da { $brand }, ou o e-mail ou telefone que a { $brand } tem?

verify = Se a { $brand } conhece esse dado, um código de seis dígitos está agora a caminho do telefone ou e-mail que constam da sua conta. Escreva o código aqui. Se houve um engano, envie simplesmente o dado certo.
    .short = Se a { $brand } conhece esse dado, um codigo de 6 digitos vai a caminho do telefone ou e-mail da sua conta. Escreva o codigo aqui.
verify-sender = Se a { $brand } conhece este número de telefone, um código de seis dígitos está agora a caminho. Escreva o código aqui, ou envie antes o seu número de cliente ou e-mail.
    .short = Se a { $brand } conhece este telefone, um codigo de 6 digitos vai a caminho. Escreva o codigo aqui, ou envie antes o numero de cliente ou e-mail.
verify-vouched = Um código de seis dígitos está agora a caminho do telefone ou e-mail que a { $brand } tem. Escreva o código aqui.
    .short = Um codigo de 6 digitos vai a caminho do telefone ou e-mail que a { $brand } tem. Escreva o codigo aqui.
verify-again = Escreva aqui o código de seis dígitos. Se não chegou nenhum, peça um novo ou continue sem código.
    .short = Escreva aqui o codigo de 6 digitos. Se nenhum chegou, pode pedir outro ou continuar sem codigo.

declare = Pode deixar o seu cancelamento sem iniciar sessão. Escreva numa só mensagem: o seu nome, o número de contrato ou de cliente e um e-mail ou telefone para a nossa resposta.
    .short = Deixe aqui o seu cancelamento: escreva numa mensagem o nome, o numero de contrato e um e-mail ou telefone para a resposta.

declared = A sua declaração ficou guardada.
    Número: { $number }
    Recebida: { $declared }
    Para a declaração não é preciso mais nada. A { $brand } associa-a agora ao seu contrato e responde aqui ou para um contacto que indicou; vale a hora de receção acima.
    .short = O seu cancelamento ficou guardado. Numero { $number }, recebido { $declared }. A { $brand } associa-o ao contrato e responde. Vale essa hora.

declare-termination = Pode terminar o seu contrato aqui mesmo. Escreva numa só mensagem: o seu nome; o número de contrato ou de cliente; se o termina de forma ordinária ou com justa causa (nesse caso, com o motivo); o dia em que deve terminar, ou "o mais cedo possível"; e um e-mail ou telefone para a confirmação.
    .short = Numa mensagem: nome, numero de contrato, forma ordinaria ou justa causa (com o motivo), dia do fim ou "o mais cedo possivel", e-mail ou telefone para resposta.

declare-notification = Pode terminar o seu contrato aqui mesmo. Escreva numa só mensagem: o seu nome; o seu e-mail ou morada postal; o número ou a referência do contrato; e o dia em que deve terminar, ou "o mais cedo possível".
    .short = Numa mensagem: nome, e-mail ou morada, numero de contrato, dia do fim ou "o mais cedo possivel".

declare-withdrawal = Pode exercer o direito de arrependimento aqui mesmo. Escreva numa só mensagem: o seu nome; o contrato ou a encomenda de que desiste; e um e-mail ou telefone para a confirmação.
    .short = Numa mensagem: nome, contrato ou encomenda, e-mail ou telefone para resposta.

declare-repeated = Declara à { $brand }:
    { $words }
    Está certo? Para mudar algo, escreva de novo.
    .short = Declara: { $words } - Certo? Se nao, escreva de novo.

declared-termination = O seu cancelamento foi recebido.
    Número: { $number }
    Recebido: { $declared }
    As suas palavras: { $words }
    { $earliest ->
        [1] Fim: no primeiro dia possível
       *[other] Fim: no dia que indicou; se não indicou nenhum, no primeiro dia possível
    }
    Não é preciso mais nada. A { $brand } associa-o ao seu contrato. Se confirmar quem é, pode ser executado de imediato.
    .short = Cancelamento recebido { $declared }. N. { $number }: { $words } - Fim { $earliest ->
        [1] no primeiro dia possivel
       *[other] no dia indicado; sem ele, no primeiro dia possivel
    }.

declared-notification = A sua denúncia do contrato foi recebida.
    Número: { $number }
    Recebida: { $declared }
    As suas palavras: { $words }
    { $earliest ->
        [1] Fim: no primeiro dia possível
       *[other] Fim: no dia que indicou; se não indicou nenhum, no primeiro dia possível
    }
    Depois do último dia nada mais é cobrado. A { $brand } associa-a ao seu contrato. Se confirmar quem é, pode ser executada de imediato.
    .short = Cancelamento recebido { $declared }. N. { $number }: { $words } - Fim { $earliest ->
        [1] no primeiro dia possivel
       *[other] no dia indicado; sem ele, no primeiro dia possivel
    }. Depois nada mais é cobrado.

declared-withdrawal = O seu arrependimento foi recebido.
    Número: { $number }
    Recebido: { $declared }
    As suas palavras: { $words }
    Não é preciso mais nada. A { $brand } associa-o ao seu contrato. Se confirmar quem é, pode ser executado de imediato.
    .short = Arrependimento recebido { $declared }. N. { $number }: { $words }

select = O que deseja cancelar?

nothing = Na { $brand } já não há nada para cancelar. Se vir uma cobrança que não devia existir, diga-me, e uma pessoa vai verificar.
    .short = Na { $brand } ja nao ha nada para cancelar. Se vir uma cobranca que nao devia existir, diga-me, e uma pessoa vai verificar.

offer-pause = Uma alternativa antes de continuar: pode pausar { $service } até { $ends-on }. Paga { $price } durante a pausa e { $price-after } depois. Prefere pausar?
    .short = Alternativa: pausar { $service } por { $price } (fim: { $ends-on }), depois { $price-after }. Prefere pausar?

offer-discount = Uma alternativa antes de continuar: { $service } por { $price } em vez de { $price-after } até { $ends-on }, e depois de novo { $price-after }. Prefere assim?
    .short = Alternativa: { $service } por { $price } (fim: { $ends-on }), depois { $price-after }. Prefere assim?

offer-downgrade = Uma alternativa antes de continuar: um plano mais pequeno, { $plan }, por { $price } a partir de { $starts-on }. Prefere esse plano?
    .short = Alternativa: plano { $plan } por { $price } a partir de { $starts-on }. Prefere esse plano?

offer-later-date = Uma alternativa antes de continuar: { $service } pode terminar só em { $ends-on }. Prefere assim?
    .short = Alternativa: { $service } pode terminar em { $ends-on }. Prefere assim?

offer-extension = Uma alternativa antes de continuar: { $service } grátis de { $starts-on } a { $ends-on }, além do que já pagou. Depois volta a custar { $price-after }. Prefere assim?
    .short = Alternativa: { $service } sem custo; prazo: { $ends-on }, depois { $price-after } de novo. Prefere assim?

offer-exchange = Uma alternativa antes de continuar: em vez de { $service }, o plano { $plan } por { $price } a partir de { $starts-on }. Até lá paga { $price-before } como agora. Prefere esse plano?
    .short = Alternativa: plano { $plan } por { $price } em vez de { $price-before } a partir de { $starts-on }. Prefere esse plano?

offer-store-credit = Uma alternativa antes de continuar: um crédito de { $amount } para { $service }. A próxima cobrança, em { $starts-on }, é de { $price } em vez de { $price-after }; o crédito esgota-se até { $ends-on }. O que dele restar se sair não é pago. Prefere assim?
    .short = Alternativa: crédito de { $amount } para { $service }. Seguinte: { $price }, esgota-se em { $ends-on }, depois { $price-after }. O resto nao é pago. Prefere assim?

confirm = Cancelar { $service } significa:
    Último dia: { $end-date }
    { $has-fee ->
        [0] Taxa: nenhuma
       *[other] Taxa: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (período mínimo por cumprir)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }{ $refund-reason ->
            [unused-time] { "" } (tempo não usado)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento até ao último dia
       *[nothing] Nada mais a fazer.
    }
    Confirma o cancelamento?
    .short = Cancelar { $service }? Fim: { $end-date }. { $has-fee ->
        [0] Sem taxa
       *[other] Taxa { $fee }
    }, { $has-refund ->
        [0] sem reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    } Confirma?

confirm-hear = Cancelar { $service } significa:
    Último dia: { $end-date }
    { $has-fee ->
        [0] Taxa: nenhuma
       *[other] Taxa: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (período mínimo por cumprir)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }{ $refund-reason ->
            [unused-time] { "" } (tempo não usado)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento até ao último dia
       *[nothing] Nada mais a fazer.
    }
    Antes de decidir: quer ouvir uma alternativa? Com um não, fica já cancelado.
    .short = Cancelar { $service }? Fim: { $end-date }. { $has-fee ->
        [0] Sem taxa
       *[other] Taxa { $fee }
    }, { $has-refund ->
        [0] sem reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    } Quer ouvir antes uma alternativa? Com um nao, fica logo cancelado.

confirm-without-quote = Neste momento não consigo contactar o sistema da { $brand }, por isso ainda não posso indicar o último dia nem valores. Pode cancelar já mesmo assim: vale a hora em que a sua mensagem chegou, { $declared }. Se houvesse uma taxa, perguntaríamos antes. Confirma o cancelamento?
    .short = O sistema da { $brand } nao responde. Pode cancelar mesmo assim; vale { $declared }. Uma taxa, se houver, precisa primeiro do seu sim. Confirma o cancelamento?

confirm-again = O seu cancelamento anterior de { $service } está ainda a ser anulado. Este novo, recebido { $declared }, é executado logo a seguir. Ainda não posso indicar o último dia nem valores; se houvesse uma taxa, perguntaríamos antes. Confirma o cancelamento?
    .short = O seu cancelamento anterior de { $service } ainda vai ser anulado. Este novo, recebido { $declared }, é executado a seguir. Uma taxa precisa primeiro do seu sim. Confirma o cancelamento?

receipt = O seu cancelamento foi aceite.
    Número: { $number }
    Cancelado: { $service } ({ $brand })
    Recebido: { $declared }
    Confirmado: { $confirmed }
    Último dia: { $end-date }
    { $has-fee ->
        [0] Taxa: nenhuma
       *[other] Taxa: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (período mínimo por cumprir)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }, pelo meio de pagamento original
    }
    { $has-charge ->
        [0] Última cobrança: nenhuma
       *[other] Última cobrança: { $last-charge } em { $last-charged-on }
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento até { $end-date }
       *[nothing] Nada mais a fazer.
    }
    { $has-undo ->
        [0] Uma cópia está a caminho.
       *[other] Pode desfazer até { $undo-until }. Uma cópia está a caminho.
    }
    .short = Aceite: { $service } cancelado. N. { $number }. Recebido { $declared }. Fim: { $end-date }. { $has-fee ->
        [0] Sem taxa
       *[other] Taxa { $fee }
    }, { $has-refund ->
        [0] sem reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    }{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pode desfazer (prazo: { $undo-until }).
    }

receipt-without-quote = O seu cancelamento foi aceite.
    Número: { $number }
    Cancelado: { $service }
    Recebido: { $declared }
    Confirmado: { $confirmed }
    O último dia e um eventual reembolso seguem assim que o sistema da { $brand } responder. Não é preciso mais nada.
    .short = Aceite: { $service } cancelado. N. { $number }. Recebido { $declared }. O dia do fim e um eventual reembolso seguem depois. Nada mais a fazer.

reason = Se quiser, diga-nos porquê. Pode saltar esta pergunta; o cancelamento está feito de qualquer forma.
    .short = Se quiser: qual foi o motivo? Pode saltar esta pergunta.

reason-in-words = Quer dizê-lo em poucas palavras? Também pode saltar.
    .short = Quer dize-lo em poucas palavras? Também pode saltar.

ways = De agora em diante, para onde devem ir as confirmações além do e-mail? Pode saltar esta pergunta.
    .short = Confirmacoes: para onde, além do e-mail? Pode saltar.

ways-mail = As confirmações chegam por e-mail, como antes.
    .short = As confirmacoes chegam por e-mail, como antes.
ways-sms = As confirmações chegam agora também por SMS, e esta também.
    .short = As confirmacoes chegam agora tambem por SMS, e esta tambem.
ways-telegram = As confirmações chegam agora também pelo Telegram, e esta também.
    .short = As confirmacoes chegam agora tambem pelo Telegram, e esta tambem.

prefer-mail = A partir de agora, as suas confirmações chegam apenas por e-mail.
    .short = Daqui em diante as confirmacoes chegam apenas por e-mail.
prefer-sms = A partir de agora, as suas confirmações chegam também por SMS, se tivermos o seu número. O e-mail chega sempre.
    .short = Daqui em diante as confirmacoes chegam tambem por SMS. O e-mail chega sempre.
prefer-telegram = A partir de agora, as suas confirmações chegam também pelo Telegram, se já nos escreveu por lá. O e-mail chega sempre.
    .short = Daqui em diante as confirmacoes chegam tambem pelo Telegram. O e-mail chega sempre.
prefer-letter = A partir de agora, as suas confirmações chegam também por correio, se tivermos a sua morada. O e-mail chega sempre.
    .short = Daqui em diante as confirmacoes chegam tambem por correio. O e-mail chega sempre.
prefer-no-letters = Não enviamos cartas. As suas confirmações chegam por e-mail. Se as quiser receber também por SMS ou pelo Telegram, escreva por exemplo: «As minhas confirmações por SMS a partir de agora».
    .short = Nao enviamos cartas; as confirmacoes chegam por e-mail. Para outra via escreva, por exemplo: "Confirmacoes por SMS no futuro".
prefer-no-address = Não temos uma morada sua a que uma carta chegue. As suas confirmações chegam por e-mail e, se quiser, também por SMS ou pelo Telegram. Uma pessoa pode anotar a sua morada: escreva «pessoa».
    .short = Nao temos uma morada sua. As confirmacoes chegam por e-mail e, se quiser, por SMS. Uma pessoa pode anotar a sua morada: escreva "pessoa".
prefer-how = As confirmações chegam sempre por e-mail. Se as quiser receber também por SMS, pelo Telegram ou por carta, escreva por exemplo: «As minhas confirmações por SMS a partir de agora».
    .short = As confirmacoes chegam por e-mail. Para outra via escreva, por exemplo: "Confirmacoes por SMS no futuro".

goodbye = Obrigado, é tudo. { $has-undo ->
        [0] Pode voltar quando quiser.
       *[other] Até { $undo-until } pode desfazer o cancelamento escrevendo aqui "desfazer", e pode voltar quando quiser.
    }
    .short = Obrigado. { $has-undo ->
        [0] { "" }
       *[other] Para desfazer, escreva "desfazer" (prazo: { $undo-until }).{ " " }
    }Pode voltar quando quiser.

accepted-pause = Combinado: { $service } não foi cancelado, fica em pausa.
    Número: { $number }
    Desde: { $starts-on }
    Até: { $ends-on }
    Preço durante a pausa: { $price }, depois: { $price-after }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } em pausa de { $starts-on } a { $ends-on } por { $price }, depois { $price-after }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-discount = Combinado: { $service } não foi cancelado e custa menos.
    Número: { $number }
    Desde: { $starts-on }
    Até: { $ends-on }
    Preço nesse tempo: { $price }, depois: { $price-after }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } por { $price } de { $starts-on } a { $ends-on }, depois { $price-after }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-downgrade = Combinado: { $service } não foi cancelado e passa para o plano { $plan }.
    Número: { $number }
    Desde: { $starts-on }
    Preço a partir daí: { $price }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } passa para { $plan } por { $price } a partir de { $starts-on }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-later-date = Combinado: { $service } termina em { $ends-on }.
    Número: { $number }
    Preço até lá: { $price }
    Se afinal quiser cancelar mais cedo, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } termina em { $ends-on }; preco antes disso: { $price }. N. { $number }. Para cancelar mais cedo: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-extension = Combinado: { $service } não foi cancelado e não custa nada durante algum tempo.
    Número: { $number }
    Desde: { $starts-on }
    Até: { $ends-on }
    Preço nesse período: { $price }, depois: { $price-after }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } por { $price } de { $starts-on } a { $ends-on }, depois { $price-after }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-exchange = Combinado: { $service } não foi cancelado e passa para o plano { $plan }.
    Número: { $number }
    Desde: { $starts-on }
    Preço até lá: { $price-before }, a partir daí: { $price }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: { $service } passa para { $plan } por { $price } em vez de { $price-before } a partir de { $starts-on }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

accepted-store-credit = Combinado: { $service } não foi cancelado e tem um crédito de { $amount }.
    Número: { $number }
    Próxima cobrança, em { $starts-on }: { $price }
    Esgota-se até: { $ends-on }
    Preço depois: { $price-after }
    Se afinal quiser cancelar, diga-o aqui a qualquer momento.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer a alteração, escreva aqui "desfazer" até { $undo-day }.
    } Uma cópia está a caminho.
    .short = Combinado: crédito de { $amount } para { $service }. Cobra-se { $price } em { $starts-on }, esgota-se em { $ends-on }, depois { $price-after }. N. { $number }. Para cancelar: escreva "quero cancelar".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para desfazer: "desfazer" (prazo: { $undo-day }).
    }

kept = Nada foi cancelado; fica tudo como está. Pode cancelar aqui a qualquer momento.
    .short = Nada foi cancelado; fica tudo como esta. Pode cancelar aqui a qualquer momento.

undo = Devo desfazer o cancelamento de { $service } (número { $number })? Continuaria como antes.
    .short = Desfazer o cancelamento de { $service } ({ $number })?

undone = Vou desfazer o cancelamento de { $service }. Receberá uma mensagem assim que estiver feito.
    .short = Vou desfazer o cancelamento de { $service }. Recebera uma mensagem assim que estiver feito.

rest = Posso ajudar em mais alguma coisa?
rest-over = Posso ajudar em mais alguma coisa? Pode voltar quando quiser: escreva "pessoa" para recomeçar.
    .short = Posso ajudar em mais alguma coisa? Pode voltar quando quiser: escreva "pessoa" para recomecar.

## Dito quando acontece

executed = Feito: a { $brand } executou o seu cancelamento de { $service }. Último dia: { $end-date }. Depois disso nada mais é cobrado. Número: { $number }
    .short = Feito: a { $brand } executou o seu cancelamento de { $service }. Ultimo dia: { $end-date }. Depois disso nada mais é cobrado. Numero: { $number }

executed-alternative = Feito: a { $brand } aplicou a alteração a { $service }. Número: { $number }
    .short = Feito: a { $brand } aplicou a alteracao a { $service }. Numero: { $number }

executed-undo = Feito: o cancelamento de { $service } foi desfeito. Continua como antes. Número: { $number }
    .short = Feito: o cancelamento de { $service } foi desfeito. Continua como antes. Numero: { $number }

execution-delayed = O sistema da { $brand } não responde. O seu cancelamento { $number } vale desde { $declared }; será executado assim que o sistema responder, e receberá então uma mensagem.
    .short = O sistema da { $brand } nao responde. O seu cancelamento { $number } vale desde { $declared }; sera executado assim que o sistema responder, e recebera entao uma mensagem.

execution-by-person = O sistema da { $brand } não executou o seu pedido { $number }. Vale desde { $declared }. Uma pessoa vai concluí-lo e escreve-lhe aqui.
    .short = O sistema da { $brand } nao executou o seu pedido { $number }. Vale desde { $declared }. Uma pessoa vai conclui-lo e escreve-lhe aqui.

not-carried-out = A { $brand } fechou o seu cancelamento { $number } sem o executar: { $service } continua como antes. Se não é isso que quer, escreva "quero cancelar", ou "pessoa" para falar com uma pessoa.
    .short = A { $brand } fechou o seu cancelamento { $number } sem o executar: { $service } continua como antes. Se nao é isso que quer, escreva "quero cancelar", ou "pessoa" para falar com uma pessoa.

not-applied = A { $brand } não aplicou a alteração { $number }: { $service } continua como antes. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
    .short = A { $brand } nao aplicou a alteracao { $number }: { $service } continua como antes. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
alternative-execution-delayed = O sistema da { $brand } não responde. A sua alteração { $number } a { $service } está acordada; será aplicada assim que o sistema responder, e receberá então uma mensagem.
    .short = O sistema da { $brand } nao responde. A sua alteracao { $number } a { $service } esta acordada; sera aplicada assim que o sistema responder, e recebera entao uma mensagem.
alternative-execution-by-person = O sistema da { $brand } não aplicou a alteração { $number } a { $service }. Uma pessoa vai tratar disso e escreve-lhe aqui. Pode cancelar aqui a qualquer momento.
    .short = O sistema da { $brand } nao aplicou a alteracao { $number } a { $service }. Uma pessoa vai tratar disso e escreve-lhe aqui. Pode cancelar aqui a qualquer momento.
alternative-undo = Devo desfazer a alteração { $number } a { $service }? Continuaria como antes.
    .short = Desfazer a alteracao { $number } a { $service }? Continua como antes.
alternative-undone = Vou desfazer a alteração a { $service }. Receberá uma mensagem assim que estiver feito.
    .short = Vou desfazer a alteracao a { $service }. Recebera uma mensagem assim que estiver feito.
alternative-executed-undo = Feito: a alteração a { $service } foi desfeita. Continua como antes. Número: { $number }
    .short = Feito: a alteracao a { $service } foi desfeita. Continua como antes. Numero: { $number }
alternative-undo-too-late = A alteração { $number } a { $service } podia ser desfeita até { $undo-day } e mantém-se. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
    .short = A alteracao { $number } a { $service } podia ser desfeita (prazo: { $undo-day }) e fica. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
alternative-undo-not-done = A sua alteração { $number } a { $service } não foi desfeita: mantém-se. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
    .short = A sua alteracao { $number } a { $service } nao foi desfeita: fica. Pode cancelar aqui a qualquer momento, ou escrever "pessoa" para falar com uma pessoa.
alternative-undo-delayed = O sistema da { $brand } não responde. A sua alteração { $number } será desfeita assim que responder, e receberá então uma mensagem. Pode cancelar aqui a qualquer momento.
    .short = O sistema da { $brand } nao responde. A sua alteracao { $number } sera desfeita assim que responder, e recebera entao uma mensagem. Pode cancelar aqui a qualquer momento.
alternative-undo-by-person = O sistema da { $brand } não desfez a sua alteração { $number }. Uma pessoa vai tratar disso e escreve-lhe aqui. Pode cancelar aqui a qualquer momento.
    .short = O sistema da { $brand } nao desfez a sua alteracao { $number }. Uma pessoa vai tratar disso e escreve-lhe aqui. Pode cancelar aqui a qualquer momento.

undo-not-done = O seu cancelamento { $number } de { $service } não foi desfeito: continua válido. Se tiver dúvidas, escreva "pessoa" para falar com uma pessoa.
    .short = O seu cancelamento { $number } de { $service } nao foi desfeito: continua valido. Se tiver duvidas, escreva "pessoa" para falar com uma pessoa.

undo-delayed = O sistema da { $brand } não responde. O seu cancelamento { $number } será desfeito assim que responder, e receberá então uma mensagem.
    .short = O sistema da { $brand } nao responde. O seu cancelamento { $number } sera desfeito assim que responder, e recebera entao uma mensagem.

undo-by-person = O sistema da { $brand } não desfez o seu cancelamento { $number }. Uma pessoa vai tratar disso e escreve-lhe aqui.
    .short = O sistema da { $brand } nao desfez o seu cancelamento { $number }. Uma pessoa vai tratar disso e escreve-lhe aqui.

## Dinheiro que volta, ou que não devia ter saído

charged-after-end = A { $brand } cobrou { $amount } por { $service } em { $charged-on }, embora o último dia tenha sido { $end-date }. Isso não devia ter acontecido. Estamos a tratar da devolução e avisamos aqui quando estiver a caminho. O seu cancelamento { $number } mantém-se.
    .short = A { $brand } cobrou { $amount } por { $service } em { $charged-on }, depois do ultimo dia ({ $end-date }). Tratamos da devolucao e avisamos. O seu cancelamento { $number } mantem-se.
refund-by-hand = { $brand }, { $number }: uma pessoa mandou devolver-lhe { $amount } à mão. Verificamos todos os dias até ter chegado e dizemos-lhe aqui.
    .short = { $brand }, { $number }: uma pessoa mandou devolver-lhe { $amount }. Verificamos todos os dias e dizemos-lhe aqui.
refund-issued = { $brand }, { $number }: { $amount } estão a caminho de volta. Devem chegar até { $expected-on }.
    .short = { $brand }, { $number }: { $amount } a caminho de volta. Devem chegar ate { $expected-on }.
refund-paid = { $brand }, { $number }: foram-lhe devolvidos { $amount } em { $paid-on }.
refund-late = { $brand }, { $number }: { $amount } deviam ter chegado até { $expected-on } e não chegaram. Uma pessoa está a ver o que se passa e escreve-lhe aqui.
    .short = { $brand }, { $number }: { $amount } deviam ter chegado ate { $expected-on } e nao chegaram. Uma pessoa trata do assunto e escreve-lhe aqui.
refund-failed = { $brand }, { $number }: não foi possível devolver-lhe { $amount }. Uma pessoa está a ver o que se passa e escreve-lhe aqui.
    .short = { $brand }, { $number }: nao foi possivel devolver-lhe { $amount }. Uma pessoa trata do assunto e escreve-lhe aqui.
return-expected = { $brand }, { $number }: devolva { $quantity } × { $name } até { $return-by }, com o número de devolução { $return } na encomenda. Depois são-lhe devolvidos { $amount }.
    .short = { $brand }, { $number }: devolva { $name } ({ $quantity }) ate { $return-by }, devolucao { $return }. Depois recebe { $amount }.
return-label = { $brand }, { $number }: { $has-link ->
        [1] aqui está a etiqueta para a devolução { $return } ({ $quantity } × { $name }), para imprimir e colar na encomenda: { $label }
       *[other] envie a devolução { $return } ({ $quantity } × { $name }) para esta morada: { $label }
    }
    .short = { $brand }, { $number }: { $has-link ->
        [1] etiqueta para a devolucao { $return }: { $label }
       *[other] envie a devolucao { $return } para: { $label }
    }
return-due-soon = { $brand }, { $number }: { $quantity } × { $name } ainda não chegou. Envie até { $return-by }, com o número de devolução { $return } na encomenda; depois são-lhe devolvidos { $amount }. Já enviou? Então não precisa de fazer nada.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) nao chegou. Envie ate { $return-by }, devolucao { $return }, e recebe { $amount }. Ja enviou? Ignore.
return-overdue = { $brand }, { $number }: { $quantity } × { $name } devia ter sido devolvido até { $return-by } e não chegou, por isso { $amount } ainda não foram devolvidos. Se já enviou, ou não pode, escreva "pessoa" e uma pessoa ajuda.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) devia chegar ate { $return-by }; { $amount } por devolver. Ja enviou? Escreva "pessoa".
return-arrived = { $brand }, { $number }: { $quantity } × { $name } chegou. Depois de verificado, são-lhe devolvidos { $amount }.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) chegou. Depois de verificado, recebe { $amount }.
return-rejected = { $brand }, { $number }: { $quantity } × { $name } chegou mas não foi aceite, por isso { $amount } não são devolvidos. Uma pessoa diz-lhe aqui porquê e o que pode fazer.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) chegou mas nao foi aceite; { $amount } nao devolvidos. Uma pessoa escreve-lhe aqui.

## O que a marca termina por sua conta

ending-notice-non-payment = A { $brand } termina { $service } em { $end-date } por falta de pagamento{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. O pré-aviso é de { $notice-days } dias. Pode evitá-lo: pague o que está em dívida antes desse dia e escreva-nos aqui. Se acha que há um erro, escreva aqui «contestar»: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado. Número: { $number }
    .short = A { $brand } termina { $service } em { $end-date }: falta de pagamento{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Pague antes e escreva aqui para o evitar. Um erro? Escreva "contestar". Depois nada se cobra. Aviso: { $notice-days } dias. N. { $number }
ending-notice-inactivity = A { $brand } termina { $service } em { $end-date } porque não é usado há muito tempo{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. O pré-aviso é de { $notice-days } dias. Pode evitá-lo: use-o de novo antes desse dia ou escreva-nos aqui que o quer manter. Se acha que há um erro, escreva aqui «contestar»: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado. Número: { $number }
    .short = A { $brand } termina { $service } em { $end-date }: sem uso{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Use-o antes ou escreva aqui para o manter. Um erro? Escreva "contestar". Depois nada se cobra. Aviso: { $notice-days } dias. N. { $number }
ending-notice-policy = A { $brand } termina { $service } em { $end-date } por uso contrário às condições{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. O pré-aviso é de { $notice-days } dias. Se acha que há um erro, escreva aqui «contestar»: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado. Número: { $number }
    .short = A { $brand } termina { $service } em { $end-date }: uso contra o contrato{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Um erro? Escreva "contestar": uma pessoa verifica antes. Depois nada se cobra. Aviso: { $notice-days } dias. N. { $number }
ending-executed = A { $brand } terminou { $service }. Último dia: { $end-date }. Depois nada é cobrado; o que pagou a mais é devolvido. Se acha que há um erro, escreva aqui «pessoa». Número: { $number }
    .short = A { $brand } terminou { $service }. Ultimo dia: { $end-date }. Depois nada se cobra. Um erro? Escreva "pessoa". N. { $number }
ending-upheld = A { $brand } analisou a sua contestação: { $service } termina na mesma em { $end-date }. O motivo: { $why } Se continua a achar que há um erro, escreva aqui «pessoa». Também o pode cancelar a qualquer momento. Número: { $number }
    .short = A { $brand } analisou a contestacao: { $service } termina em { $end-date }. Motivo: { $why } Um erro? Escreva "pessoa". N. { $number }
ending-withdrawn = Boas notícias: a { $brand } não termina { $service }. Continua como até aqui; não precisa de fazer nada. Número: { $number }
    .short = A { $brand } mantem { $service }. Continua como antes. N. { $number }
ending-status-announced = A { $brand } termina { $service } em { $end-date } (aviso { $number }). Se acha que há um erro, escreva aqui «contestar»: nada termina antes de uma pessoa o verificar. Também pode cancelar por si a qualquer momento.
    .short = A { $brand } termina { $service } em { $end-date } ({ $number }). Um erro? Escreva "contestar". Pode cancelar por si mesmo.
ending-status-disputed = Contesta que a { $brand } termine { $service } (aviso { $number }). Não termina antes de uma pessoa o verificar e lhe responder aqui.
    .short = { $number }: contestado. { $service } fica ativo enquanto uma pessoa verifica.
ending-status-upheld = Contestou que a { $brand } termine { $service } (aviso { $number }). Uma pessoa verificou: termina na mesma em { $end-date }. Se continua a achar que há um erro, escreva aqui «pessoa». Também o pode cancelar a qualquer momento.
    .short = { $number }: uma pessoa analisou a contestacao. { $service } termina em { $end-date }. Um erro? Escreva "pessoa".
ending-status-executed = A { $brand } terminou { $service } por sua conta (aviso { $number }). Último dia: { $end-date }. Depois nada é cobrado.
    .short = A { $brand } terminou { $service } ({ $number }). Ultimo dia: { $end-date }.
ending-status-reconciled = A { $brand } terminou { $service } por sua conta (aviso { $number }); está feito e verificado. Último dia: { $end-date }. Depois nada é cobrado.
    .short = A { $brand } terminou { $service } ({ $number }), verificado. Ultimo dia: { $end-date }.
ending-status-failed = A { $brand } queria terminar { $service } em { $end-date } (aviso { $number }). Ainda não foi feito; uma pessoa está a tratar disso.
    .short = A { $brand } queria terminar { $service } em { $end-date } ({ $number }). Ainda por fazer; uma pessoa trata disso.
ending-charged-after-end = A { $brand } cobrou { $amount } por { $service } em { $charged-on }, embora a { $brand } o tivesse terminado em { $end-date }. Isso não devia ter acontecido. Estamos a tratar da devolução e avisamos aqui quando estiver a caminho. Número: { $number }
    .short = A { $brand } cobrou { $amount } por { $service } em { $charged-on }, depois do ultimo dia ({ $end-date }). Tratamos da devolucao e avisamos. N. { $number }

## Retomar o que terminou: só se diz a quem o pede

restart = { $service } terminou em { $ends-on }; isso já não se pode desfazer. Pode ser retomado, com um contrato novo:
    Desde: { $starts-on }
    Preço: { $price } por { $interval ->
        [year] ano
       *[month] mês
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (antes: { $price-before } por { $interval-before ->
            [year] ano
           *[month] mês
        })
    }
    Período mínimo: { $has-minimum ->
        [0] nenhum
       *[1] até { $minimum-until }
    }
    Pré-aviso para cancelar: { $notice-days ->
        [0] nenhum
        [one] { $notice-days } dia
       *[other] { $notice-days } dias
    }
    Pelo tempo intermédio não paga nada.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Começa de imediato porque o pede. Até { $withdraw-until } pode desistir do contrato novo sem indicar motivo: escreva aqui "direito de arrependimento". Nesse caso paga apenas os dias decorridos.
    }
    .short = { $service }, contrato novo desde { $starts-on }: { $price } por { $interval ->
        [year] ano
       *[month] mes
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (antes { $price-before } por { $interval-before ->
            [year] ano
           *[month] mes
        })
    }{ $has-minimum ->
        [0] { "" }
       *[1] { "" }, no minimo até { $minimum-until }
    }{ $notice-days ->
        [0] { "" }
       *[other] { "" }, pré-aviso { $notice-days } d
    }. Nada pelo intervalo.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Pode desistir até { $withdraw-until }.
    }

restart-which = Qual destes quer de volta?
    .short = Qual destes quer de volta?

restart-receipt = O seu pedido foi aceite: { $service }, com um contrato novo.
    Número: { $number }
    Pedido: { $confirmed }
    Desde: { $starts-on }
    Preço: { $price } por { $interval ->
        [year] ano
       *[month] mês
    }
    Período mínimo: { $has-minimum ->
        [0] nenhum
       *[1] até { $minimum-until }
    }
    Pré-aviso para cancelar: { $notice-days ->
        [0] nenhum
        [one] { $notice-days } dia
       *[other] { $notice-days } dias
    }
    Recebe uma mensagem assim que estiver ativo.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Até { $withdraw-until } pode desistir sem indicar motivo: escreva aqui "direito de arrependimento".
    } Uma cópia segue para si.
    .short = Pedido: { $service } desde { $starts-on }, { $price } por { $interval ->
        [year] ano
       *[month] mês
    }. N.º { $number }. Recebe uma mensagem assim que estiver ativo.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Pode desistir até { $withdraw-until }.
    }

not-restarted = Nada foi pedido; fica tudo como está.
    .short = Nada foi pedido; fica tudo como esta.

no-restart = Isto não pode ser retomado aqui. Uma pessoa da { $brand } pode dizer-lhe o que é possível: escreva "pessoa".
    .short = Isto nao pode ser retomado aqui. Uma pessoa da { $brand } pode dizer-lhe o que é possivel: escreva "pessoa".

restart-executed = Feito: { $service } está de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mês
    }. Pode cancelar aqui a qualquer momento. Número: { $number }
    .short = Feito: { $service } esta de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mes
    }. Pode cancelar aqui a qualquer momento. Numero: { $number }
restart-execution-delayed = O sistema da { $brand } não responde. O seu pedido { $number } de { $service } será executado assim que responder, e recebe então uma mensagem. Antes disso não paga nada. Para retirar o pedido, escreva "quero cancelar".
    .short = O sistema da { $brand } nao responde. O seu pedido { $number } de { $service } sera executado assim que responder, e recebe entao uma mensagem. Antes disso nao paga nada. Para retirar o pedido, escreva "quero cancelar".
restart-execution-by-person = O sistema da { $brand } não executou o seu pedido { $number } de { $service }. Uma pessoa está a tratar disso e escreve-lhe aqui. Antes disso não paga nada.
    .short = O sistema da { $brand } nao executou o seu pedido { $number } de { $service }. Uma pessoa esta a tratar disso e escreve-lhe aqui. Antes disso nao paga nada.
restart-not-carried-out = A { $brand } encerrou o seu pedido { $number } de { $service } sem o executar. Não paga nada. Se tiver perguntas, escreva "pessoa".
    .short = A { $brand } encerrou o seu pedido { $number } de { $service } sem o executar. Nao paga nada. Se tiver perguntas, escreva "pessoa".
restart-taken-back = O seu pedido de { $service } foi retirado ({ $number }). Não foi executado e não paga nada.
    .short = O seu pedido de { $service } foi retirado ({ $number }). Nao foi executado e nao paga nada.
reason-noted = O seu motivo está anotado como { $number }. Não muda nada no que lhe foi confirmado.
    .short = O seu motivo ficou anotado como { $number }. Nada muda no que lhe foi confirmado.
restart-under-way = O sistema da { $brand } está neste momento a executar o seu pedido { $number } de { $service }. Recebe uma mensagem assim que estiver ativo; a partir daí pode cancelá-lo aqui. Escreva "pessoa" para falar com alguém.
    .short = O sistema da { $brand } esta neste momento a executar o seu pedido { $number } de { $service }. Recebe uma mensagem assim que estiver ativo; a partir dai pode cancela-lo aqui. Escreva "pessoa" para falar com alguém.
restart-status-accepted = { $service }: o seu pedido { $number } foi aceite ({ $confirmed }) e está a ser executado. Para o retirar, escreva "quero cancelar".
    .short = { $service }: o seu pedido { $number } foi aceite ({ $confirmed }) e esta a ser executado. Para o retirar, escreva "quero cancelar".
restart-status-executed = { $service }: de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mês
    } (pedido { $number }).
    .short = { $service }: de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mes
    } (pedido { $number }).
restart-status-reconciled = { $service }: de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mês
    } (pedido { $number }, verificado).
    .short = { $service }: de novo ativo desde { $starts-on }, por { $price } por { $interval ->
        [year] ano
       *[month] mes
    } (pedido { $number }, verificado).
restart-status-failed = { $service }: o seu pedido { $number } de { $confirmed } ainda não foi executado. Uma pessoa está a tratar disso.
    .short = { $service }: o seu pedido { $number } de { $confirmed } ainda nao foi executado. Uma pessoa esta a tratar disso.
restart-status-withdrawn = { $service }: o seu pedido foi encerrado sem ser executado ({ $number }).
restart-status-reversed = { $service }: o seu pedido foi retirado ({ $number }).

## Uma taxa conhecida mais tarde

fee-learnt = O sistema da { $brand } voltou a responder: cancelar { $service } custaria uma taxa de { $fee }. Não concordou com isso, por isso nada é cobrado e nada termina ainda; o seu cancelamento { $number } vale desde { $declared }. Pergunte aqui pelo "estado" quando quiser escolher como continuar.
    .short = Cancelar { $service } custaria { $fee }. Sem o seu sim, nada é cobrado nem termina; { $number } vale desde { $declared }. Escreva "estado" para escolher.

fee = O sistema da { $brand } voltou a responder: terminar { $service } em { $end-date } custa uma taxa de { $fee }{ $fee-reason ->
        [minimum-term] { "" }, porque o período mínimo não está cumprido
       *[other] { "" }
    }. Não concordou com isso, por isso nada é cobrado e nada termina ainda; o seu cancelamento { $number } vale desde { $declared }.{ $has-free ->
        [1] { " " }Também pode terminar em { $free-date } sem taxa.
       *[0] { "" }
    } Como quer continuar?
    .short = Terminar { $service } em { $end-date } custa { $fee }{ $fee-reason ->
        [minimum-term] { "" } (prazo minimo)
       *[other] { "" }
    }. Ainda nada foi cobrado nem terminado; { $number } continua a valer. Como quer continuar?

fee-changed = A { $brand } já não termina { $service } nas condições que confirmou. Agora valem estas:
    Último dia: { $end-date } (antes: { $end-date-before })
    Taxa: { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    })
    Não concordou com elas, por isso nada é cobrado e nada termina ainda; o seu cancelamento { $number } vale desde { $declared }.{ $remains ->
        [return-equipment] { " " }O equipamento tem de ser devolvido.
       *[nothing] { "" }
    }{ $has-free ->
        [1] { " " }Também pode terminar em { $free-date } sem taxa.
       *[0] { "" }
    } Como quer continuar?
    .short = { $service } mudou: fim { $end-date } (antes: { $end-date-before }), taxa { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). Nada terminou; { $number } continua a valer. Como continuar?

terms-learnt = A { $brand } já não termina { $service } nas condições que confirmou. Agora: último dia { $end-date } (antes: { $end-date-before }), taxa { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). Não concordou com isso, por isso nada é cobrado e nada termina ainda; o seu cancelamento { $number } vale desde { $declared }. Pergunte aqui pelo "estado" quando quiser escolher como continuar.
    .short = { $service }, novas condicoes: fim { $end-date }, taxa { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    }, reembolso { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    }. Sem o seu sim, nada é cobrado nem termina; { $number } vale desde { $declared }. Escreva "estado" para escolher.

terms-better = Desde que confirmou, as condições para terminar { $service } mudaram a seu favor:
    Último dia: { $end-date } (antes: { $end-date-before })
    Taxa: { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    })
    O seu cancelamento { $number } é executado nestas condições; receberá uma mensagem assim que estiver feito.
    .short = Mudou a seu favor, { $service }: fim { $end-date } (antes: { $end-date-before }), taxa { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    }), reembolso { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). { $number } é executado nestas condicoes.

terms-by-law = A { $brand } já não termina { $service } nas condições que confirmou e indica agora estas:
    Último dia: { $end-date } (antes: { $end-date-before })
    Taxa: { $has-fee ->
        [0] nenhuma
       *[other] { $fee }
    } (antes: { $has-fee-before ->
        [0] nenhuma
       *[other] { $fee-before }
    })
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    })
    O seu cancelamento { $number } produz efeito sem que concorde com elas: é executado agora e não é cobrada uma taxa mais alta. Não concordou com o que é pior do que antes, e a sua confirmação continua a provar o que confirmou. Escreva "pessoa" se não concorda; então uma pessoa resolve.
    .short = { $service }, mudado pela { $brand }: fim { $end-date } (antes: { $end-date-before }), reembolso { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). { $number } é executado agora, sem taxa mais alta. Nao concorda? Escreva "pessoa".

fee-agreed = Combinado: { $service } termina em { $end-date }.
    Número: { $number }
    Recebido: { $declared }
    { $has-fee ->
        [0] Taxa: nenhuma
       *[other] Taxa: { $fee }
    }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }, pelo meio de pagamento original
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento até { $end-date }
       *[nothing] Nada mais a fazer.
    }
    Vai ser executado agora, e receberá uma mensagem quando estiver feito. Uma cópia está a caminho.
    .short = Combinado: { $service } termina em { $end-date }. N. { $number }. { $has-fee ->
        [0] Sem taxa
       *[other] Taxa { $fee }
    }, { $has-refund ->
        [0] sem reembolso
       *[other] reembolso { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    }

fee-reminder = O seu cancelamento { $number } de { $service } espera ainda pela sua resposta. Até lá nada é cobrado e nada termina.
    .short = O seu cancelamento { $number } de { $service } espera ainda pela sua resposta. Até la nada é cobrado e nada termina.

silence-reminder = O seu desejo de cancelar está anotado desde { $declared } e espera pela sua resposta; antes disso nada termina. Pode continuar aqui mesmo quando lhe convier, e essa hora vale.
    .short = O seu desejo de cancelar vale desde { $declared } e espera pela sua resposta. Continue aqui quando quiser; essa hora vale.
terms-changed = As condições de { $service } mudaram desde que as indiquei. Agora valem estas:
    .short = As condicoes de { $service } mudaram desde que as indiquei. Agora valem estas:
offer-gone = A alternativa que indiquei já não está disponível.
    .short = A alternativa que indiquei ja nao esta disponivel.

## Noutro canal

continue-elsewhere = Pode continuar noutro lugar nos próximos 10 minutos. O seu código, que vale uma vez: { $code }{ $has-webchat ->
        [1] { "" }. No navegador: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. No Telegram: { $telegram }
       *[0] { "" }
    }{ $has-sms ->
        [1] { "" }. Por SMS: envie o código para { $sms }
       *[0] { "" }
    }
    .short = Pode continuar noutro lugar durante 10 minutos. Codigo, vale uma vez: { $code }{ $has-webchat ->
        [1] { "" }. Web: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Telegram: { $telegram }
       *[0] { "" }
    }
continue-nowhere = Neste momento a { $brand } só está disponível aqui. Pode voltar a esta conversa a qualquer momento.
    .short = Neste momento a { $brand } so esta disponivel aqui. Pode voltar a esta conversa a qualquer momento.
continued = Olá de novo. Continuamos onde tinha ficado.
    .short = Ola de novo. Continuamos onde tinha ficado.
continue-expired = Esse código já não é válido. Escreva "continuar noutro lugar" na conversa que o mostrou para receber um novo, ou continue simplesmente aqui.
    .short = Esse codigo ja nao é valido. Escreva "continuar noutro lugar" na conversa que o mostrou para receber um novo, ou continue simplesmente aqui.
continue-used = Esse código já foi usado, e vale uma só vez. Escreva "continuar noutro lugar" na conversa que o mostrou para receber um novo, ou continue simplesmente aqui.
    .short = Esse codigo ja foi usado, e vale uma so vez. Escreva "continuar noutro lugar" na conversa que o mostrou para receber um novo, ou continue simplesmente aqui.
continue-unknown = Não conheço esse código. Compare-o com o da outra conversa, ou continue simplesmente aqui.
    .short = Nao conheco esse codigo. Compare-o com o da outra conversa, ou continue simplesmente aqui.
continue-limited = Foram códigos a mais por agora. Tente de novo daqui a uma hora, ou continue simplesmente aqui.
    .short = Foram codigos a mais por agora. Tente de novo daqui a uma hora, ou continue simplesmente aqui.
continue-other = Esta conversa pertence a outro cliente, por isso não posso aceitar aqui esse código.
    .short = Esta conversa pertence a outro cliente, por isso nao posso aceitar aqui esse codigo.
moved-elsewhere = Continuou { $channel ->
        [telegram] no Telegram
        [sms] por SMS
        [webchat] no chat da página
       *[other] noutro canal
    }. Se não fez isso, escreva "pessoa".
    .short = Continuou { $channel ->
        [telegram] no Telegram
        [sms] por SMS
        [webchat] no chat da pagina
       *[other] noutro canal
    }. Se nao fez isso, escreva "pessoa".

withdraw-welcome = Aqui pode exercer o direito de arrependimento de um contrato ou de uma encomenda, perguntar por ele ou falar com uma pessoa. Ninguém pergunta o motivo.

withdraw-identify = Para que possa ser executado de imediato: qual é o seu número de cliente, ou o e-mail ou telefone que a { $brand } tem?
    .short = Qual é o seu numero de cliente da { $brand }, ou o e-mail ou telefone que a { $brand } tem?

withdraw-select = De que contrato desiste?

withdraw-confirm = Desiste de { $service }. Isso significa:
    Termina: de imediato, em { $end-date }
    { $has-refund ->
        [0] Reembolso: ainda nada foi pago
       *[other] Reembolso: { $refund }, pelo meio de pagamento original, no prazo de 14 dias
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento
       *[nothing] Nada mais a fazer.
    }
    Declara o arrependimento?
    .short = Desistir de { $service }? Termina em { $end-date }. { $has-refund ->
        [0] Ainda nada foi pago
       *[other] Reembolso { $refund } em 14 dias
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    } Declara?

withdraw-confirm-without-quote = Desiste do seu contrato: { $service }. A sua mensagem chegou em { $declared }, e essa hora vale. Não posso indicar aqui o que é devolvido; a { $brand } verifica e informa. Declara o arrependimento?
    .short = Desistir de { $service }? Vale { $declared }. A { $brand } informa o que é devolvido. Declara?

withdrawal-receipt = O seu arrependimento foi recebido.
    Número: { $number }
    Desistiu de: { $service } ({ $brand })
    Recebido: { $declared }
    Confirmado: { $confirmed }
    Termina: { $end-date }
    { $has-refund ->
        [0] Reembolso: ainda nada foi pago
       *[other] Reembolso: { $refund }, pelo meio de pagamento original, no prazo de 14 dias
    }
    { $remains ->
        [return-equipment] Por fazer: devolver o equipamento
       *[nothing] Nada mais a fazer.
    }
    Uma cópia está a caminho.
    .short = Arrependimento recebido: { $service }. N. { $number }. Recebido { $declared }. Termina em { $end-date }. { $has-refund ->
        [0] Ainda nada foi pago
       *[other] Reembolso { $refund } em 14 dias
    }.{ $remains ->
        [return-equipment] { " " }Devolver o equipamento.
       *[nothing] { "" }
    }

withdrawal-receipt-without-quote = O seu arrependimento foi recebido.
    Número: { $number }
    Desistiu de: { $service }
    Recebido: { $declared }
    Confirmado: { $confirmed }
    A { $brand } executa-o ou escreve-lhe. O que for devolvido segue pelo meio de pagamento original. Não é preciso mais nada.
    .short = Arrependimento recebido: { $service }. N. { $number }. Recebido { $declared }. A { $brand } executa-o ou escreve. Nada mais a fazer.

withdraw-kept = Não desistiu de nada; fica tudo como está. Pode desistir aqui a qualquer momento enquanto durar o prazo.
    .short = Nao desistiu de nada; fica tudo como esta. Pode desistir aqui a qualquer momento enquanto durar o prazo.

withdraw-or-end = Arrependimento e cancelamento são duas coisas: o arrependimento desfaz o contrato desde o início, o cancelamento termina-o numa data. O que pretende?
    .short = O arrependimento desfaz o contrato desde o inicio, o cancelamento termina-o numa data. O que pretende?
withdraw-by-person = O arrependimento de um contrato é outra coisa que o cancelamento. A sua mensagem de { $declared } fica guardada com a hora, e uma pessoa da { $brand } vai tratar disso consigo aqui.
    .short = O arrependimento é outra coisa que o cancelamento. A sua mensagem de { $declared } fica guardada; uma pessoa da { $brand } trata disso aqui.

withdrawal-executed = Feito: a { $brand } executou o seu arrependimento de { $service }. { $has-refund ->
        [0] Já nada é cobrado.
       *[other] { $refund } voltam pelo meio de pagamento original no prazo de 14 dias após a sua declaração.
    } Número: { $number }
    .short = Feito: a { $brand } executou o seu arrependimento de { $service }. { $has-refund ->
        [0] Ja nada é cobrado.
       *[other] { $refund } voltam pelo meio de pagamento original no prazo de 14 dias apos a sua declaracao.
    } Numero: { $number }
withdrawal-execution-delayed = O sistema da { $brand } não responde. O seu arrependimento { $number } vale desde { $declared }; será executado assim que o sistema responder, e receberá então uma mensagem.
    .short = O sistema da { $brand } nao responde. O seu arrependimento { $number } vale desde { $declared }; sera executado assim que o sistema responder, e recebera entao uma mensagem.
withdrawal-execution-by-person = Uma pessoa da { $brand } está a ver o seu arrependimento { $number } e escreve-lhe aqui. Vale desde { $declared }.
    .short = Uma pessoa da { $brand } esta a ver o seu arrependimento { $number } e escreve-lhe aqui. Vale desde { $declared }.
withdrawal-terms-better = O reembolso do seu arrependimento { $number } de { $service } mudou a seu favor: { $refund } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). É executado assim; receberá uma mensagem assim que estiver feito.
    .short = O reembolso do seu arrependimento { $number } de { $service } mudou a seu favor: { $refund } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). É executado assim; recebera uma mensagem assim que estiver feito.
withdrawal-terms-by-law = A { $brand } já não reembolsa o que foi indicado para o seu arrependimento de { $service }: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $refund-before }). O seu arrependimento { $number } produz efeito na mesma e é executado agora. Não concordou com menos: escreva "pessoa" se não concorda, e uma pessoa resolve.
    .short = A { $brand } ja nao reembolsa o que foi indicado para o seu arrependimento de { $service }: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $refund-before }). O seu arrependimento { $number } produz efeito na mesma e é executado agora. Nao concordou com menos: escreva "pessoa" se nao concorda, e uma pessoa resolve.
withdrawal-not-carried-out = A { $brand } fechou o seu arrependimento { $number } sem o executar: { $service } continua como antes. Se não concorda, escreva "pessoa".
    .short = A { $brand } fechou o seu arrependimento { $number } sem o executar: { $service } continua como antes. Se nao concorda, escreva "pessoa".
withdrawal-status-accepted = { $service }: o seu arrependimento { $number } foi recebido ({ $confirmed }) e está em execução.
    .short = { $service }: o seu arrependimento { $number } foi recebido ({ $confirmed }) e esta em execucao.
withdrawal-status-executed = { $service }: o seu arrependimento { $number } foi executado.
withdrawal-status-reconciled = { $service }: o seu arrependimento { $number } foi executado e verificado.
withdrawal-status-failed = { $service }: o seu arrependimento { $number } vale desde { $declared }. Uma pessoa está a vê-lo.
    .short = { $service }: o seu arrependimento { $number } vale desde { $declared }. Uma pessoa esta a ve-lo.
withdrawal-status-not-confirmed = O seu desejo de desistir ficou anotado em { $declared }. Ainda não está declarado.
    .short = O seu desejo de desistir ficou anotado em { $declared }. Ainda nao esta declarado.
withdrawal-nothing-on-record = Não encontro nada sobre um arrependimento na { $brand }.
    .short = Nao encontro nada sobre um arrependimento na { $brand }.
withdrawal-cost-of-quote = Desistir de { $service } não custa nada. { $has-refund ->
        [0] Ainda nada foi pago.
       *[other] Recebe { $refund } de volta, pelo meio de pagamento original.
    }
    .short = Desistir de { $service } nao custa nada. { $has-refund ->
        [0] Ainda nada foi pago.
       *[other] Recebe { $refund } de volta, pelo meio de pagamento original.
    }
withdrawal-undo-too-late = Um arrependimento declarado de { $service } não se pode desfazer aqui. Escreva "pessoa", e uma pessoa vê o que se pode fazer.
    .short = Um arrependimento declarado de { $service } nao se pode desfazer aqui. Escreva "pessoa", e uma pessoa ve o que se pode fazer.
withdrawal-nothing-to-keep = Não há nenhum arrependimento para desfazer.
    .short = Nao ha nenhum arrependimento para desfazer.
withdrawal-keep-or-cancel = Só para ter a certeza: devo continuar com o arrependimento ou deixar tudo como está?
    .short = So para ter a certeza: devo continuar com o arrependimento ou deixar tudo como esta?
withdrawal-bye-not-confirmed = Até à próxima. O seu arrependimento ainda não está declarado; pode continuar aqui a qualquer momento.
    .short = Até à proxima. O seu arrependimento ainda nao esta declarado; pode continuar aqui a qualquer momento.
withdrawal-help = Posso receber o seu arrependimento de um contrato com a { $brand }, dizer em que ponto está, enviar de novo a confirmação ou chamar uma pessoa. Escreva "voltar" para corrigir algo, "continuar noutro lugar" para seguir noutro canal, ou o nome de outro idioma para continuar nele.
    .short = Posso receber o seu arrependimento, dizer o estado, reenviar a prova ou chamar uma pessoa. Escreva "voltar" para corrigir algo.
withdrawal-code-locked = O código falhou demasiadas vezes, por isso já não se podem tentar códigos. Pode desistir sem código.
    .short = O codigo falhou demasiadas vezes, por isso ja nao se podem tentar codigos. Pode desistir sem codigo.
withdrawal-codes-limited = Neste momento não se podem enviar mais códigos. Pode desistir sem código.
    .short = Neste momento nao se podem enviar mais codigos. Pode desistir sem codigo.
withdrawal-choice-status = Estado do meu arrependimento

## Cancelar uma encomenda

order-welcome = O que deseja fazer? Aqui pode cancelar uma encomenda, no todo ou em parte, perguntar por um cancelamento ou falar com uma pessoa.

order-identify = Para que só o titular possa cancelar: qual é o seu número de cliente, ou o e-mail ou telefone que a { $brand } tem?
    .short = Qual é o seu numero de cliente da { $brand }, ou o e-mail ou telefone que a { $brand } tem?

order-declare = Pode deixar o seu cancelamento aqui mesmo, e uma pessoa vai tratar dele. Escreva numa só mensagem: o seu nome, o número da encomenda, o que cancela dela e um e-mail ou telefone para a nossa resposta.
    .short = Deixe aqui o seu cancelamento: escreva numa mensagem o nome, o numero da encomenda, o que cancela dela e um e-mail ou telefone para a resposta.

order-declared = O seu cancelamento ficou guardado.
    Número: { $number }
    Recebido: { $declared }
    Para a declaração não é preciso mais nada. A { $brand } associa-o agora à sua encomenda e responde aqui ou para um contacto que indicou; vale a hora de receção acima.
    .short = O seu cancelamento ficou guardado. Numero { $number }, recebido { $declared }. A { $brand } associa-o à encomenda e responde. Vale essa hora.

order-select = De que encomenda se trata?

order-open = Encomenda { $order } de { $placed }: { $count ->
        [one] um artigo
       *[other] { $count } artigos
    }.

order-nothing = Na { $brand } já não há nenhuma encomenda para cancelar. Se algo não está certo, escreva "pessoa", e uma pessoa vai verificar.
    .short = Na { $brand } ja nao ha nenhuma encomenda para cancelar. Se algo nao esta certo, escreva "pessoa", e uma pessoa vai verificar.

order-lines = O que deseja cancelar da encomenda { $order }?
order-lines-more = O que mais deseja cancelar da encomenda { $order }?
order-lines-quantity = Há { $quantity } unidades de { $name }. Quantas deseja cancelar?
    .short = Existem { $quantity } unidades de { $name }. Quantas deseja cancelar?

order-line-void = { $quantity } × { $name }: cancelado; ainda não estava pago
    .short = { $quantity } × { $name }: cancelado, sem pagamento
order-line-refund = { $quantity } × { $name }: cancelado, reembolso de { $refund }
    .short = { $quantity } × { $name }: reembolso { $refund }
order-line-return = { $quantity } × { $name }: já enviado; devolver até { $return-by } com a etiqueta gratuita, depois reembolso de { $refund }
    .short = { $quantity } × { $name }: devolver ate { $return-by }, depois { $refund }
order-line-refused = { $quantity } × { $name }: não se pode cancelar{ $rule ->
        [digital] { "" }; é digital e já foi entregue
        [custom-made] { "" }; artigo personalizado
        [return-period-over] { "" }; o prazo de devolução terminou
       *[other] { "" }
    }
    .short = { $quantity } × { $name }: nao{ $rule ->
        [digital] , digital
        [custom-made] , feito para si
        [return-period-over] , prazo terminado
       *[other] { "" }
    }

order-line-shipping = Envio: reembolso de { $refund }
    .short = envio: reembolso { $refund }
order-line-tax = Impostos: reembolso de { $refund }
    .short = impostos: reembolso { $refund }

order-confirm = Cancelar isto da encomenda { $order } significa:
    { $lines }
    { $has-refund ->
        [0] Nada é reembolsado.
       *[other] Reembolso total: { $refund }, pelo meio de pagamento original
    }
    Confirma o cancelamento?
    .short = Encomenda { $order }: { $lines }. { $has-refund ->
        [0] Sem reembolso.
       *[other] Reembolso { $refund }.
    } Confirmar?

order-receipt = O seu cancelamento foi aceite.
    Número: { $number }
    Encomenda: { $order } ({ $brand })
    { $lines }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }, pelo meio de pagamento original
    }
    Recebido: { $declared }
    Confirmado: { $confirmed }
    Uma cópia está a caminho.
    .short = Aceite, encomenda { $order }: { $lines }. N.o { $number }. Recebido { $declared }. { $has-refund ->
        [0] Sem reembolso.
       *[other] Reembolso { $refund }.
    }

order-refused = Isso não se pode cancelar:
    { $lines }
    .short = Encomenda { $order }: nao se pode cancelar{ $rule ->
        [digital] { "" }; é digital e ja foi entregue
        [custom-made] { "" }; artigo personalizado
        [return-period-over] { "" }; o prazo de devolucao terminou
       *[other] { "" }
    }.

order-refused-person = Se acha que isto não está certo, ou se há algum problema com o que recebeu, uma pessoa vai verificar.
    .short = Se acha que isto nao esta certo, ou se ha algum problema com o que recebeu, uma pessoa vai verificar.

order-reason = Se quiser, diga-nos porquê. Pode saltar esta pergunta; o cancelamento está feito de qualquer forma.
    .short = Se quiser: qual foi o motivo? Pode saltar esta pergunta.
order-reason-in-words = Quer dizê-lo em poucas palavras? Também pode saltar.
    .short = Quer dize-lo em poucas palavras? Também pode saltar.

order-goodbye = Obrigado, é tudo. Pode voltar a encomendar quando quiser.

order-kept = Nada foi cancelado; a sua encomenda fica como está. Pode cancelar aqui enquanto for possível.
    .short = Nada foi cancelado; a sua encomenda fica como esta. Pode cancelar aqui enquanto for possivel.

order-rest-over = Posso ajudar em mais alguma coisa? Pode voltar a encomendar quando quiser.

order-changed = A encomenda { $order } mudou desde que a consultei. O estado atual é este:
order-terms-changed = Algo mudou na encomenda { $order } desde que o indiquei. Agora vale isto:

order-executed = Feito: a { $brand } executou o seu cancelamento da encomenda { $order }. { $has-refund ->
        [0] { "" }
       *[other] Reembolso: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] A parte do que devolver é paga assim que chegar.{ " " }
    }Número: { $number }
    .short = Feito: a { $brand } executou o seu cancelamento da encomenda { $order }. { $has-refund ->
        [0] { "" }
       *[other] Reembolso: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] A parte do que devolver é paga assim que chegar.{ " " }
    }Numero: { $number }

order-execution-delayed = O sistema da { $brand } não responde. O seu cancelamento { $number } da encomenda { $order } vale desde { $declared }; será executado assim que o sistema responder, e receberá então uma mensagem.
    .short = O sistema da { $brand } nao responde. O seu cancelamento { $number } da encomenda { $order } vale desde { $declared }; sera executado assim que o sistema responder, e recebera entao uma mensagem.

order-execution-by-person = O sistema da { $brand } não executou o seu cancelamento { $number } da encomenda { $order }. Vale desde { $declared }. Uma pessoa vai concluí-lo e escreve-lhe aqui.
    .short = O sistema da { $brand } nao executou o seu cancelamento { $number } da encomenda { $order }. Vale desde { $declared }. Uma pessoa vai conclui-lo e escreve-lhe aqui.

order-terms-by-person = A encomenda { $order } mudou desde que confirmou, por isso o seu cancelamento { $number } não foi executado nas condições de então. Agora significaria:
    { $lines }
    { $has-refund ->
        [0] Nada é reembolsado.
       *[other] Reembolso total: { $refund }
    }
    Vale desde { $declared }. Uma pessoa vai concluí-lo e escreve-lhe aqui; nada é feito noutras condições sem o seu sim.
    .short = A encomenda { $order } mudou, nada foi cancelado. Agora: { $lines }. Uma pessoa escreve-lhe aqui; nada é feito sem o seu sim.

order-terms-open = A encomenda { $order } mudou desde que confirmou, e a { $brand } já não a cancela nessas condições. Ainda nada foi cancelado. Confirmou:
    { $lines-before }
    Reembolso: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }
    Agora significaria:
    { $lines }
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    }
    Cancelar nestas condições?
    .short = A encomenda { $order } mudou, ainda nada foi cancelado. Agora: { $lines }. Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }).

order-terms-learnt = A encomenda { $order } mudou desde que confirmou. Cancelá-la significaria agora:
    { $lines }
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    })
    Não concordou com isso, por isso ainda nada foi cancelado; o seu cancelamento { $number } vale desde { $declared }. Peça aqui o "estado" quando quiser escolher como continuar.
    .short = A encomenda { $order } mudou, ainda nada foi cancelado. Agora: { $lines }. Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). Para escolher: "estado".

order-terms-better = A encomenda { $order } mudou a seu favor desde que confirmou. Agora é cancelada assim:
    { $lines }
    Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    })
    Receberá uma mensagem assim que estiver feito. Número: { $number }
    .short = Encomenda { $order }, mudou a seu favor: { $lines }. Reembolso: { $has-refund ->
        [0] nenhum
       *[other] { $refund }
    } (antes: { $has-refund-before ->
        [0] nenhum
       *[other] { $refund-before }
    }). { $number } é executado assim.

order-terms-agreed = Combinado: a encomenda { $order } é cancelada nestas condições.
    Número: { $number }
    { $lines }
    { $has-refund ->
        [0] Reembolso: nenhum
       *[other] Reembolso: { $refund }, pelo meio de pagamento original
    }
    Recebido: { $declared }
    .short = Combinado, encomenda { $order }: { $lines }. N.o { $number }. { $has-refund ->
        [0] Sem reembolso.
       *[other] Reembolso { $refund }.
    }

order-fee-reminder = O seu cancelamento { $number } da encomenda { $order } espera ainda pela sua resposta. Até lá nada é cancelado.
    .short = O seu cancelamento { $number } da encomenda { $order } espera ainda pela sua resposta. Entretanto nada é cancelado.
order-executed-undo = Feito: o seu cancelamento foi desfeito, a encomenda { $order } fica como está. Número: { $number }
    .short = Feito: o seu cancelamento foi desfeito, a encomenda { $order } fica como esta. Numero: { $number }
order-choice-new-terms = Aceitar e cancelar

order-not-carried-out = A { $brand } fechou o seu cancelamento { $number } sem o executar: a encomenda { $order } fica como está. Se não é isso que quer, escreva "pessoa" para falar com uma pessoa.
    .short = A { $brand } fechou o seu cancelamento { $number } sem o executar: a encomenda { $order } fica como esta. Se nao é isso que quer, escreva "pessoa" para falar com uma pessoa.

order-status-accepted = Encomenda { $order }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e está em execução.
    .short = Encomenda { $order }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e esta em execucao.
order-status-executed = Encomenda { $order }: o seu cancelamento { $number } foi executado.
order-status-reconciled = Encomenda { $order }: o seu cancelamento { $number } foi executado e verificado.
order-status-failed = Encomenda { $order }: o seu cancelamento { $number } vale desde { $declared }. Uma pessoa vai concluí-lo.
    .short = Encomenda { $order }: o seu cancelamento { $number } vale desde { $declared }. Uma pessoa vai conclui-lo.
order-status-terms-open = Encomenda { $order }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e espera pela sua resposta sobre as condições que mudaram.
    .short = Encomenda { $order }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e espera pela sua resposta sobre as condicoes que mudaram.
order-status-reversed = Encomenda { $order }: o cancelamento foi desfeito ({ $number }).
order-status-withdrawn = Encomenda { $order }: o seu cancelamento { $number } foi fechado sem ser executado.
order-status-merged = Encomenda { $order }: isto foi junto ao seu outro cancelamento.
order-status-declared = O seu cancelamento { $number } foi recebido em { $declared }. Uma pessoa vai associá-lo à sua encomenda.
    .short = O seu cancelamento { $number } foi recebido em { $declared }. Uma pessoa vai associa-lo à sua encomenda.
order-status-not-confirmed = O seu desejo de cancelar ficou anotado em { $declared }. Ainda não está confirmado.
    .short = O seu desejo de cancelar ficou anotado em { $declared }. Ainda nao esta confirmado.

order-nothing-on-record = Não encontro nada sobre uma encomenda cancelada na { $brand }.
    .short = Nao encontro nada sobre uma encomenda cancelada na { $brand }.
order-cost-of-quote = Encomenda { $order }:
    { $lines }
    { $has-refund ->
        [0] Não há reembolso.
       *[other] Reembolso total: { $refund }, pelo meio de pagamento original.
    }
    .short = Encomenda { $order }: { $has-refund ->
        [0] sem reembolso.
       *[other] reembolso de { $refund }, pelo meio de pagamento original.
    }
order-refund-of-quote = { $has-refund ->
        [0] Para isto da encomenda { $order } não há reembolso.
       *[other] Para isto da encomenda { $order } o reembolso é de { $refund }, pelo meio de pagamento original{ $has-return ->
            [0] .
           *[other] ; o que devolver, assim que chegar.
        }
    }
    .short = { $has-refund ->
        [0] Para isto da encomenda { $order } nao ha reembolso.
       *[other] Para isto da encomenda { $order } o reembolso é de { $refund }, pelo meio de pagamento original{ $has-return ->
            [0] .
           *[other] ; o que devolver, assim que chegar.
        }
    }
order-refund-comes-with-quote = Verá um eventual reembolso antes de confirmar.
    .short = Vera um eventual reembolso antes de confirmar.
order-terms-come-with-quote = Verá o que acontece a cada artigo, e um eventual reembolso, antes de confirmar.
    .short = Vera o que acontece a cada artigo, e um eventual reembolso, antes de confirmar.
order-undo-too-late = O cancelamento da encomenda { $order } não se pode desfazer. Pode voltar a encomendar quando quiser.
    .short = O cancelamento da encomenda { $order } nao se pode desfazer. Pode voltar a encomendar quando quiser.
order-change-by-person = Uma pessoa pode mudar a sua encomenda: escreva "pessoa". Eu posso cancelá-la, no todo ou em parte.
    .short = Uma pessoa pode mudar a sua encomenda: escreva "pessoa". Eu posso cancela-la, no todo ou em parte.
order-help = Posso cancelar uma encomenda da { $brand }, no todo ou em parte, dizer em que ponto está um cancelamento, enviar de novo uma confirmação ou chamar uma pessoa. Escreva "voltar" para corrigir algo, "continuar noutro lugar" para seguir noutro canal, ou o nome de outro idioma para continuar nele.
    .short = Posso cancelar uma encomenda, no todo ou em parte, dizer o estado, reenviar a prova ou chamar uma pessoa. Escreva "voltar" para corrigir algo.

code-for-order = o seu pedido
order-code-message = { $code } é o seu código para cancelar { $subject } na { $brand }. Vale durante 10 minutos. Ninguém da { $brand } o vai pedir. Se não fez este pedido, ignore esta mensagem.
    .short = { $code } é o seu codigo para cancelar { $subject } na { $brand }. Vale 10 minutos. Se nao fez este pedido, ignore esta mensagem.

choice-order = { $order } de { $placed }, { $count ->
        [one] um artigo
       *[other] { $count } artigos
    }
order-choice-cancel = Cancelar um pedido
order-choice-confirm = Confirmar o cancelamento
order-choice-status = Estado do meu cancelamento
choice-all-of-it = Toda a encomenda
choice-the-rest = Tudo o que resta
choice-line = { $quantity ->
        [1] { $name }
       *[other] { $quantity } × { $name }
    }
choice-quantity = { $quantity }
choice-all-of-them = As { $quantity } unidades
choice-more = Mais alguma coisa
choice-enough = Mais nada
choice-too-late = Chega tarde demais
choice-wrong-item = Encomendei o artigo errado
choice-better-price = Mais barato noutra loja
choice-not-needed = Deixei de precisar

## Em que ponto está um cancelamento

status-accepted = { $service }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e está em execução.
    .short = { $service }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e esta em execucao.
status-executed = { $service }: o seu cancelamento { $number } foi executado. Último dia: { $end-date }.
    .short = { $service }: o cancelamento { $number } foi executado.
status-reconciled = { $service }: o seu cancelamento { $number } foi executado e verificado. Último dia: { $end-date }.
    .short = { $service }: o cancelamento { $number } foi executado e verificado.
status-fee-open = { $service }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e espera pela sua resposta sobre uma taxa de { $fee }.
status-terms-open = { $service }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e espera pela sua resposta sobre as condições que mudaram.
    .short = { $service }: o seu cancelamento { $number } foi aceite ({ $confirmed }) e espera pela sua resposta sobre as condicoes que mudaram.
status-reversing = { $service }: o seu cancelamento { $number } está a ser desfeito. Receberá uma mensagem assim que estiver feito.
    .short = { $service }: o seu cancelamento { $number } esta a ser desfeito. Recebera uma mensagem assim que estiver feito.
status-reversed = { $service }: o cancelamento foi desfeito ({ $number }).
status-failed = { $service }: o seu cancelamento { $number } vale desde { $declared }. Uma pessoa vai concluí-lo.
    .short = { $service }: o seu cancelamento { $number } vale desde { $declared }. Uma pessoa vai conclui-lo.
alternative-status-accepted = { $service }: a sua alteração { $number } está acordada ({ $confirmed }) e vai ser aplicada.
    .short = { $service }: a sua alteracao { $number } esta acordada ({ $confirmed }) e vai ser aplicada.
alternative-status-executed = { $service }: a sua alteração { $number } foi aplicada.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para a desfazer, escreva "desfazer" (prazo: { $undo-day }).
    }
    .short = { $service }: a sua alteracao { $number } foi aplicada.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para a desfazer, escreva "desfazer" (prazo: { $undo-day }).
    }
alternative-status-reconciled = { $service }: a sua alteração { $number } foi aplicada e verificada.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para a desfazer, escreva "desfazer" (prazo: { $undo-day }).
    }
    .short = { $service }: a sua alteracao { $number } foi aplicada e verificada.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Para a desfazer, escreva "desfazer" (prazo: { $undo-day }).
    }
alternative-status-failed = { $service }: a sua alteração { $number } está acordada ({ $confirmed }). Uma pessoa vai tratar disso.
    .short = { $service }: a sua alteracao { $number } esta acordada ({ $confirmed }). Uma pessoa vai tratar disso.
alternative-status-reversing = { $service }: a sua alteração { $number } está a ser desfeita. Receberá uma mensagem assim que estiver feito.
    .short = { $service }: a sua alteracao { $number } esta a ser desfeita. Recebera uma mensagem assim que estiver feito.
alternative-status-reversed = { $service }: a alteração foi desfeita ({ $number }).
    .short = { $service }: a alteracao foi desfeita ({ $number }).
status-withdrawn = { $service }: o seu pedido { $number } foi fechado sem ser executado.
status-merged = { $service }: isto foi junto ao seu outro cancelamento.
status-declared = A sua declaração { $number } foi recebida em { $declared }. Uma pessoa vai associá-la ao seu contrato.
    .short = A sua declaracao { $number } foi recebida em { $declared }. Uma pessoa vai associa-la ao seu contrato.
status-not-confirmed = O seu desejo de cancelar ficou anotado em { $declared }. Ainda não está confirmado.
    .short = O seu desejo de cancelar ficou anotado em { $declared }. Ainda nao esta confirmado.

service-active = { $service }: ativo, { $price } { $interval ->
        [year] por ano
       *[month] mensais
    }.
service-paused = { $service }: em pausa.
service-ending = { $service }: já cancelado, último dia { $ends-on }. Depois disso nada é cobrado.
    .short = { $service }: ja cancelado, ultimo dia { $ends-on }. Depois disso nada é cobrado.
service-ended = { $service }: terminou em { $ends-on }. Já nada é cobrado.
    .short = { $service }: terminou em { $ends-on }. Ja nada é cobrado.

nothing-on-record = Não encontro nada sobre um cancelamento na { $brand }.
    .short = Nao encontro nada sobre um cancelamento na { $brand }.
refund-of-quote = { $has-refund ->
        [0] Para { $service } não há reembolso.
       *[other] Para { $service } o reembolso é de { $refund }, pelo meio de pagamento original.
    }
    .short = { $has-refund ->
        [0] Para { $service } nao ha reembolso.
       *[other] Para { $service } o reembolso é de { $refund }, pelo meio de pagamento original.
    }
cost-of-quote = { $has-fee ->
        [0] Cancelar { $service } não custa nada.
       *[other] Cancelar { $service } custa { $fee }{ $fee-reason ->
            [minimum-term] { "" }, porque o período mínimo não está cumprido.
           *[other] .
        }
    } { $has-refund ->
        [0] Não há reembolso.
       *[other] Recebe { $refund } de volta{ $refund-reason ->
            [unused-time] { "" } pelo tempo não usado
           *[other] { "" }
        }, pelo meio de pagamento original.
    } O último dia é { $end-date }.
    .short = { $has-fee ->
        [0] Cancelar { $service } nao custa nada.
       *[other] Cancelar { $service } custa { $fee }{ $fee-reason ->
            [minimum-term] { "" }, porque o periodo minimo nao esta cumprido.
           *[other] .
        }
    } { $has-refund ->
        [0] Nao ha reembolso.
       *[other] Recebe { $refund } de volta{ $refund-reason ->
            [unused-time] { "" } pelo tempo nao usado
           *[other] { "" }
        }, pelo meio de pagamento original.
    } O ultimo dia é { $end-date }.
ends-on = { $service }: o último dia é { $end-date }.
    .short = { $service }: o ultimo dia é { $end-date }.
charges-until = { $has-charge ->
        [0] Para { $service } não há cobrança registada.
       *[other] A última cobrança de { $service } é de { $last-charge } em { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] A taxa de { $fee } é cobrada uma vez.{ " " }
    }Depois do último dia, { $end-date }, nada é cobrado.
    .short = { $has-charge ->
        [0] Para { $service } nao ha cobranca registada.
       *[other] A ultima cobranca de { $service } é de { $last-charge } em { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] A taxa de { $fee } é cobrada uma vez.{ " " }
    }Depois do ultimo dia, { $end-date }, nada é cobrado.
to-return = { $remains ->
        [return-equipment] Para { $service }, devolva o equipamento até { $end-date }. Como se envia não está nos meus dados.
       *[other] Para { $service } falta fazer algo até { $end-date }. Como, não está nos meus dados.
    }
    .short = { $remains ->
        [return-equipment] Para { $service }, devolva o equipamento até { $end-date }. Como se envia nao esta nos meus dados.
       *[other] Para { $service } falta fazer algo até { $end-date }. Como, nao esta nos meus dados.
    }
nothing-remains = Para { $service } não falta fazer nem devolver nada.
    .short = Para { $service } nao falta fazer nem devolver nada.
not-in-record = Isso ainda não está nos meus dados.
    .short = Isso ainda nao esta nos meus dados.
terms-come-with-quote = Verá o último dia, uma eventual taxa e o que falta fazer antes de confirmar.
    .short = Vera o ultimo dia, uma eventual taxa e o que falta fazer antes de confirmar.
refund-comes-with-quote = Verá um eventual reembolso e uma eventual taxa antes de confirmar.
    .short = Vera um eventual reembolso e uma eventual taxa antes de confirmar.
confirmation-sent-again = A sua confirmação { $number } está de novo a caminho, sem alterações.
    .short = A sua confirmacao { $number } esta de novo a caminho, sem alteracoes.
confirmation-sent-enough = A sua confirmação { $number } foi enviada pela última vez em { $sent }. Posso enviá-la de novo daqui a uma hora.
    .short = A sua confirmacao { $number } foi enviada pela ultima vez em { $sent }. Posso envia-la de novo daqui a uma hora.
confirmation-by-person = Se não chegou, uma pessoa pode ajudar.
    .short = Se nao chegou, uma pessoa pode ajudar.

## Identificação

code-message = { $code } é o seu código para cancelar { $subject } na { $brand }. Vale durante 10 minutos. Ninguém da { $brand } o vai pedir. Se não fez este pedido, ignore esta mensagem.
    .short = { $code } é o seu codigo para cancelar { $subject } na { $brand }. Vale 10 minutos. Se nao fez este pedido, ignore esta mensagem.
code-for-contract = o seu contrato
code-subject = O seu código para a { $brand }
    .short = O seu codigo para a { $brand }
code-wrong = Esse código não está certo. Tente outra vez.
    .short = Esse codigo nao esta certo. Tente outra vez.
code-expired = Esse código já não é válido. Peça um novo ou continue sem código.
    .short = Esse codigo ja nao é valido. Peca um novo ou continue sem codigo.
code-locked = O código falhou demasiadas vezes, por isso já não se podem tentar códigos. Ainda assim pode deixar o seu cancelamento.
    .short = O codigo falhou demasiadas vezes, por isso ja nao se podem tentar codigos. Ainda assim pode deixar o seu cancelamento.
code-sent-again = Se a { $brand } tem os seus dados, um novo código está a caminho. Escreva-o aqui; só o mais recente funciona.
    .short = Se a { $brand } tem os seus dados, um novo codigo esta a caminho. Escreva-o aqui; so o mais recente funciona.
codes-limited = Neste momento não se podem enviar mais códigos. Ainda assim pode deixar o seu cancelamento.
    .short = Neste momento nao se podem enviar mais codigos. Ainda assim pode deixar o seu cancelamento.
contact-not-yours = Esse contacto não é o seu ou não pôde ser verificado. Partilhe o seu próprio número ou escolha outro caminho.
    .short = Esse contacto nao é o seu ou nao pode ser verificado. Partilhe o seu proprio numero ou escolha outro caminho.
extra-check = Para sua proteção é preciso um código para esta conta.
    .short = Para sua protecao é preciso um codigo para esta conta.
no-such-customer = A { $brand } não tem nenhum contrato com esse número.
    .short = A { $brand } nao tem nenhum contrato com esse numero.
office-unavailable = O sistema da { $brand } não responde neste momento. Pergunte de novo daqui a pouco, ou escreva "pessoa".
    .short = O sistema da { $brand } nao responde neste momento. Pergunte de novo daqui a pouco, ou escreva "pessoa".
office-unavailable-for-contact = O sistema da { $brand } não responde neste momento. Pode tentar outro caminho ou continuar sem isso.
    .short = O sistema da { $brand } nao responde neste momento. Pode tentar outro caminho ou continuar sem isso.
identity-needed = Sem saber quem é, não posso dizer mais. Escreva "pessoa" para falar com uma pessoa.
    .short = Sem saber quem é, nao posso dizer mais. Escreva "pessoa" para falar com uma pessoa.

## Uma pessoa

handed-over-minutes = Uma pessoa da { $brand } vai responder aqui, normalmente em poucos minutos. Entretanto pode continuar comigo.
handed-over-hours = Uma pessoa da { $brand } vai responder aqui, normalmente em poucas horas. Entretanto pode continuar comigo.
handed-over-later = Neste momento não há ninguém disponível. Uma pessoa da { $brand } vai responder aqui no próximo dia útil. Entretanto pode continuar comigo.
    .short = Neste momento nao ha ninguém disponivel. Uma pessoa da { $brand } vai responder aqui no proximo dia util. Entretanto pode continuar comigo.
dispute-handed-over-minutes = Lamento. Uma pessoa da { $brand } vai verificar e responder aqui, normalmente em poucos minutos. O que declarou continua entretanto.
dispute-handed-over-hours = Lamento. Uma pessoa da { $brand } vai verificar e responder aqui, normalmente em poucas horas. O que declarou continua entretanto.
dispute-handed-over-later = Lamento. Uma pessoa da { $brand } vai verificar e responder aqui no próximo dia útil. O que declarou continua entretanto.
    .short = Lamento. Uma pessoa da { $brand } vai verificar e responder aqui no proximo dia util. O que declarou continua entretanto.
urgent-danger = Se a sua vida ou a de outra pessoa está em perigo, ligue agora para o { $emergency }, ou para o número de emergência de onde está.{ $has-listening ->
        [1] { " " }Se pensa em pôr fim à vida, no { $listening } há quem ouça de dia e de noite.
       *[0] { "" }
    } A sua vida vale mais do que tudo o resto aqui. Sou um assistente automático, por isso chamei uma pessoa da { $brand }; { $wait ->
        [minutes] verá a sua mensagem antes de todas e responderá aqui em poucos minutos.
        [hours] verá a sua mensagem antes de todas e responderá aqui assim que puder.
       *[later] neste momento não há ninguém disponível, e a sua mensagem será a primeira a ser lida.
    } Nada do que queria cancelar se perde: pode continuar aqui quando quiser.
    .short = Em perigo? Ligue agora para o { $emergency }.{ $has-listening ->
        [1] { " " }De dia e de noite alguem ouve: { $listening }.
       *[0] { "" }
    } A sua vida importa mais que tudo. Uma pessoa da { $brand } { $wait ->
        [minutes] responde aqui em poucos minutos.
        [hours] responde aqui assim que puder.
       *[later] vera a sua mensagem primeiro.
    } Pode continuar a cancelar aqui quando quiser.
urgent-death = Os meus sentimentos pela sua perda. Agora não é preciso comprovar nada. Uma pessoa da { $brand } vai ajudar aqui, { $wait ->
        [minutes] normalmente em poucos minutos.
        [hours] normalmente em poucas horas.
       *[later] no próximo dia útil.
    } Não precisa esperar: o que deve ser cancelado pode ser cancelado comigo agora mesmo.
    .short = Os meus sentimentos pela sua perda. Nada precisa ser comprovado agora. Uma pessoa da { $brand } vai ajudar aqui { $wait ->
        [minutes] em poucos minutos.
        [hours] em poucas horas.
       *[later] no proximo dia util.
    } Pode tambem cancelar comigo agora mesmo.
urgent-legal = Obrigado por dizer. Uma pessoa da { $brand } lê a sua mensagem e responde aqui, { $wait ->
        [minutes] normalmente em poucos minutos.
        [hours] normalmente em poucas horas.
       *[later] no próximo dia útil.
    } Os seus direitos não mudam, e pode cancelar aqui a qualquer momento.
    .short = Obrigado por dizer. Uma pessoa da { $brand } vai ler a sua mensagem e responder aqui, { $wait ->
        [minutes] normalmente em poucos minutos.
        [hours] normalmente em poucas horas.
       *[later] no proximo dia util.
    } Os seus direitos ficam iguais, e pode cancelar aqui a qualquer momento.
urgent-upset = Lamento que se tenha chegado a este ponto. Uma pessoa da { $brand } lê o que escreveu e responde aqui, { $wait ->
        [minutes] normalmente em poucos minutos.
        [hours] normalmente em poucas horas.
       *[later] no próximo dia útil.
    } Se quer cancelar, nada o impede entretanto.
    .short = Lamento que se tenha chegado a este ponto. Uma pessoa da { $brand } vai ler o que escreveu e responder aqui, { $wait ->
        [minutes] normalmente em poucos minutos.
        [hours] normalmente em poucas horas.
       *[later] no proximo dia util.
    } Se quer cancelar, nada o impede entretanto.
agent-joined = { $agent } entrou nesta conversa.
agent-returned = Está de novo com o assistente automático.
    .short = Esta de novo com o assistente automatico.
agent-resolved = A conversa com a nossa equipa terminou. Está de novo com o assistente automático.
    .short = A conversa com a nossa equipa terminou. Esta de novo com o assistente automatico.

## Conversa e correções

help = Posso cancelar um serviço da { $brand }, dizer em que ponto está um cancelamento, enviar de novo uma confirmação ou chamar uma pessoa. Escreva "voltar" para corrigir algo, "continuar noutro lugar" para seguir noutro canal, ou o nome de outro idioma para continuar nele.
    .short = Posso cancelar, dizer o estado, reenviar a prova ou chamar uma pessoa. Escreva "voltar" para corrigir algo.
thanks = De nada.
bye = Até à próxima. Pode voltar a esta conversa a qualquer momento.
    .short = Até à proxima. Pode voltar a esta conversa a qualquer momento.
bye-not-confirmed = Até à próxima. O seu cancelamento ainda não está confirmado; pode continuar aqui a qualquer momento.
    .short = Até à proxima. O seu cancelamento ainda nao esta confirmado; pode continuar aqui a qualquer momento.
unclear = Não tenho a certeza de ter entendido. Escolha uma opção, ou diga-o por outras palavras.
    .short = Nao tenho a certeza de ter entendido. Escolha uma opcao, ou diga-o por outras palavras.
unclear-again = Ainda não entendi, desculpe. Escolha uma destas opções, ou escreva "pessoa" para falar com uma pessoa.
    .short = Ainda nao entendi, desculpe. Escolha uma destas opcoes, ou escreva "pessoa" para falar com uma pessoa.
unclear-person-comes = Não entendi, mas uma pessoa da { $brand } vai ler e responder aqui. Entretanto pode continuar comigo.
    .short = Nao entendi, mas uma pessoa da { $brand } vai ler e responder aqui. Entretanto pode continuar comigo.
why-identify = De outro modo qualquer um podia cancelar em seu nome; por isso preciso de saber quem escreve. Se preferir não dizer, pode continuar sem isso.
    .short = De outro modo qualquer um podia cancelar em seu nome; por isso preciso de saber quem escreve. Se preferir nao dizer, pode continuar sem isso.
why-reason = Ajuda a { $brand } a fazer melhor. O seu cancelamento fica como está, responda ou não.
    .short = Ajuda a { $brand } a fazer melhor. O seu cancelamento fica como esta, responda ou nao.
cannot-use-media = Não consigo ler imagens, mensagens de voz nem ficheiros.
    .short = Nao consigo ler imagens, mensagens de voz nem ficheiros.
cannot-use-edited = Só sigo mensagens novas, não mensagens editadas.
    .short = So sigo mensagens novas, nao mensagens editadas.
cannot-use-long = Essa mensagem é longa demais para mim. Diga-o em poucas palavras, ou escreva "pessoa" para falar com uma pessoa.
button-stale = Isso pertence a uma pergunta anterior. Estamos aqui:
not-processed = Algo correu mal do nosso lado com a sua última mensagem. Ficou guardada, e uma pessoa vai ler e responder aqui.
    .short = Algo correu mal do nosso lado com a sua ultima mensagem. Ficou guardada, e uma pessoa vai ler e responder aqui.
one-moment = Um momento, estou a consultar o sistema da { $brand }.
cannot-go-back = Não há nada atrás a que voltar.
    .short = Nao ha nada atras a que voltar.
language-unknown = Falo: { $languages }. Para mudar, escreva a qualquer momento o nome de um idioma.
    .short = Para mudar de idioma, escreva a qualquer momento o nome do seu idioma.
keep-or-cancel = Só para ter a certeza: devo continuar com o cancelamento ou deixar tudo como está?
    .short = So para ter a certeza: devo continuar com o cancelamento ou deixar tudo como esta?
nothing-to-keep = Não há nenhum cancelamento para desfazer.
    .short = Nao ha nenhum cancelamento para desfazer.
undo-too-late = { $had-undo ->
        [0] O cancelamento de { $service } foi executado e não se pode desfazer. Último dia: { $end-date }.
       *[1] O cancelamento de { $service } foi executado e podia ser desfeito até { $undo-until }. Último dia: { $end-date }.
    }
    .short = { $had-undo ->
        [0] O cancelamento de { $service } foi executado e nao se pode desfazer. Ultimo dia: { $end-date }.
       *[1] O cancelamento de { $service } foi executado e podia ser desfeito até { $undo-until }. Ultimo dia: { $end-date }.
    }
undo-unclear = O cancelamento de { $service } foi executado. Só uma pessoa pode ver se ainda se pode desfazer, e vai responder aqui.
    .short = O cancelamento de { $service } foi executado. So uma pessoa pode ver se ainda se pode desfazer, e vai responder aqui.
change-by-person = Uma pessoa pode mudar o seu plano: escreva "pessoa". Eu posso cancelá-lo.
    .short = Uma pessoa pode mudar o seu plano: escreva "pessoa". Eu posso cancela-lo.
anything-else = O que deseja fazer?
texts-stopped = A { $brand } não lhe envia mais SMS.
    .short = A { $brand } nao lhe envia mais SMS.
messages-stopped = A { $brand } não lhe escreve mais aqui, a não ser que escreva primeiro.

## O que se escolhe

choice-cancel = Cancelar algo
# The exact words that a law prescribes.
choice-prescribed = { $words }
choice-status = Estado do meu cancelamento
choice-human = Falar com uma pessoa
choice-back = Voltar
choice-correct = Escrever de novo
choice-carry-out = Executar agora
choice-unable = Continuar sem isso
choice-share-contact = Partilhar o meu telefone
choice-use-sender = Usar este telefone
choice-resend-code = Enviar de novo
choice-service = { $service }, { $price } { $interval ->
        [year] por ano
       *[month] mensais
    }
choice-no-cancel = Cancelar mesmo assim
choice-accept-pause = Antes pausar
choice-accept-discount = Pagar menos
choice-accept-downgrade = Aceitar o plano mais pequeno
choice-accept-later-date = Terminar mais tarde
choice-accept-extension = Aceitar sem custo
choice-accept-exchange = Aceitar o outro plano
choice-accept-store-credit = Aceitar o crédito
choice-confirm = Confirmar o cancelamento
choice-cancel-now = Cancelar agora
choice-hear = Sim, quero ouvir
choice-keep = Manter
choice-end-instead = Antes cancelar
choice-pay-fee = Pagar { $fee } e cancelar
choice-new-terms = Aceitar e cancelar
choice-without-fee = Terminar em { $free-date }, sem taxa
choice-undo = Desfazer o cancelamento
choice-leave-cancelled = Deixar cancelado
choice-restart = Encomendar e pagar
choice-leave-ended = Deixar assim
choice-ended-service = { $service }, terminou em { $ends-on }
alternative-choice-undo = Desfazer isso
alternative-choice-leave-cancelled = Deixar como ficou
choice-skip = Saltar
choice-way-mail = Basta o e-mail
choice-way-sms = Por SMS, e o e-mail
choice-way-telegram = Pelo Telegram, e o e-mail
choice-too-expensive = Caro demais
choice-not-used = Uso pouco ou nada
choice-quality = Pouca qualidade
choice-moving = Vou mudar de casa ou de planos
choice-other = Outra coisa

## A confirmação por e-mail

mail-subject-termination = Cancelamento { $number }: { $service }
mail-subject-alternative = Alteração { $number }: { $service }
mail-subject-withdrawal = Arrependimento { $number }
mail-subject-declaration = A sua declaração { $number }
mail-subject-reversal = Cancelamento desfeito { $number }: { $service }
mail-subject-alternative-reversal = Alteração desfeita { $number }: { $service }
mail-subject-terms = Condições do seu cancelamento { $number }: { $service }
mail-subject-order-terms = Condições do seu cancelamento { $number }: encomenda { $order }
mail-subject-order-reversal = Cancelamento desfeito { $number }: encomenda { $order }
mail-subject-reason = O seu motivo, anotado como { $number }
mail-subject-notice = Sobre { $number }
mail-footer = Guarde esta mensagem: é a sua prova. O registo selado { $number } segue em anexo.
mail-proof = O ficheiro { $number }.tlog-proof prova que o registo consta do livro de registos da { $brand }, no qual nada pode ser alterado depois.
mail-page = Em que ponto está, os ficheiros, e como voltar atrás enquanto é possível: { $url }

# O resto do e-mail: uma frase, uma tabela (nomes e valores), mais uma frase.
mail-lead-termination = A { $brand } confirma: { $service } está cancelado.
mail-lead-alternative = A { $brand } confirma: { $service } não foi cancelado; vale antes a alteração abaixo.
mail-lead-withdrawal = A { $brand } confirma: o seu arrependimento foi recebido.
mail-lead-declaration = A { $brand } confirma: a sua declaração foi recebida.
mail-lead-reversal = A { $brand } confirma: { $service } continua, o cancelamento foi desfeito.
mail-lead-alternative-reversal = A { $brand } confirma: a alteração a { $service } foi desfeita, continua como antes.
mail-lead-terms = A { $brand } confirma: { $service } está cancelado nas condições abaixo, com que concordou.
mail-lead-order-terms = A { $brand } confirma: a encomenda { $order } é cancelada nas condições abaixo, com que concordou.
mail-lead-order-reversal = A { $brand } confirma: o seu cancelamento foi desfeito, a encomenda { $order } fica como está.
mail-lead-reason = A { $brand } confirma: indicou um motivo. Não muda nada no que lhe foi confirmado.
mail-close-termination = Vale a hora de receção acima. Depois do último dia nada é cobrado. Pode voltar quando quiser.
mail-close-unquoted = Vale a hora de receção acima. O último dia e um eventual reembolso seguem pela { $brand }. Se houvesse uma taxa, perguntaríamos antes.
mail-close-alternative = Pode ainda cancelar a qualquer momento, na conversa em que combinou isto. Para desfazer a alteração enquanto for possível, escreva lá «desfazer».
mail-close-withdrawal = Vale a hora de receção acima. O que foi pago volta pelo meio de pagamento original no prazo de 14 dias a contar dela.
mail-close-withdrawal-unquoted = Vale a hora de receção acima. A { $brand } associa o seu arrependimento ao contrato e executa-o ou escreve-lhe. O que for devolvido segue pelo meio de pagamento original.
mail-close-declaration = A { $brand } associa a sua declaração ao seu contrato e responde para o contacto que indicou. Vale a hora de receção acima.
mail-close-reversal = Pode voltar a cancelar a qualquer momento.
mail-subject-restart = Pedido { $number }: { $service }
mail-subject-restart-reversal = Pedido retirado { $number }: { $service }
mail-lead-restart = A { $brand } confirma o seu pedido: { $service } é retomado, com um contrato novo.
mail-lead-restart-reversal = A { $brand } confirma: o seu pedido de { $service } foi retirado.
mail-close-restart = Pelo tempo antes do primeiro dia não paga nada. Recebe uma mensagem assim que estiver ativo e pode cancelar no chat a qualquer momento.
mail-close-restart-reversal = Não foi executado e não paga nada.
mail-label-ordered = Pedido em
mail-label-contract-price = Preço
mail-label-minimum = Período mínimo
mail-label-withdrawal = Direito de livre resolução
mail-value-contract-price = { $price } por { $interval ->
        [year] ano
       *[month] mês
    }
mail-value-minimum = até { $day }
mail-value-withdrawal = até { $day }, sem indicar motivo: escreva "direito de arrependimento" no chat, ou à { $brand }. Nesse caso paga apenas os dias decorridos.
mail-close-alternative-reversal = Pode cancelar a qualquer momento.
mail-close-terms = Vale a hora de receção acima. Depois do último dia nada é cobrado. Pode voltar quando quiser.
mail-close-order-reversal = Pode voltar a cancelar enquanto for possível.
mail-close-reason = Não precisa de fazer nada.
mail-subject-ending = A { $brand } termina { $service } ({ $number })
mail-subject-ending-reversal = { $service } continua ({ $number })
mail-lead-ending = A { $brand } termina { $service } por sua própria iniciativa. Este é o aviso.
mail-lead-ending-reversal = A { $brand } confirma: { $service } continua, o aviso de fim foi retirado.
mail-close-ending-non-payment = Pode evitá-lo: pague o que está em dívida antes do último dia e escreva à { $brand } no chat. Se acha que há um erro, escreva lá «contestar»: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado.
mail-close-ending-inactivity = Pode evitá-lo: use-o de novo antes do último dia ou escreva à { $brand } no chat que o quer manter. Se acha que há um erro, escreva lá «contestar»: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado.
mail-close-ending-policy = Se acha que há um erro, escreva «contestar» no chat com a { $brand }: nada termina antes de uma pessoa o verificar. Depois do último dia nada é cobrado.
mail-close-ending-reversal = Não precisa de fazer nada.
mail-label-cause = Motivo
mail-label-stated = De que se trata
mail-label-told = Avisado
mail-label-notice = Pré-aviso
mail-value-cause = { $cause ->
        [non_payment] falta de pagamento
        [inactivity] sem uso há muito tempo
       *[policy] uso contrário às condições
    }
mail-value-days = { $days } dias
mail-label-number = Número
mail-label-service = Contrato
mail-label-declared = Recebido
mail-label-confirmed = Confirmado
mail-label-end-date = Último dia
mail-label-fee = Taxa
mail-label-refund = Reembolso
mail-label-last-charge = Última cobrança
mail-label-remains = Por fazer
mail-label-undo-until = Pode desfazer-se até
mail-label-change = Alteração
mail-label-starts-on = Desde
mail-label-ends-on = Até
mail-label-price = Preço entretanto
mail-label-new-price = Preço novo
mail-label-price-after = Preço depois
mail-label-credit = Crédito
mail-label-next-charge = Próxima cobrança
mail-label-old-price = Preço até lá
mail-label-words = As suas palavras
mail-label-completes = Pertence ao cancelamento
mail-label-belongs = Pertence a
mail-label-agreed = Combinado
mail-label-reversed = Desfeito
mail-label-reverses = Cancelamento desfeito
mail-label-reverses-change = Alteração desfeita
mail-label-fingerprint = Impressão digital do registo (SHA-256)
mail-label-rules = Regras aplicadas
mail-value-rules = { $pack }, versão de { $day }
mail-value-none = não há
mail-value-bereavement = Um falecimento
mail-value-follows = segue depois
mail-value-earliest = o primeiro dia possível
mail-value-named-or-earliest = o dia que indicou; se não indicou nenhum, o primeiro possível
mail-value-fee = { $amount }{ $reason ->
        [minimum-term] { "" } (período mínimo por cumprir)
       *[other] { "" }
    }
mail-value-refund = { $amount }{ $reason ->
        [unused-time] { "" } por tempo não usado
       *[other] { "" }
    }, pelo meio de pagamento original
mail-value-charge = { $amount } em { $day }
mail-value-remains = { $task ->
        [return-equipment] Devolver o equipamento até { $day }
       *[nothing] Nada mais
    }
mail-value-change = { $kind ->
        [pause] Pausa
        [discount] Preço mais baixo
        [downgrade] Plano { $plan }
        [extension] Tempo grátis
        [exchange] Plano { $plan }
        [store_credit] Crédito
       *[later_date] Último dia mais tarde
    }

mail-subject-order = Cancelamento { $number }: encomenda { $order }
mail-lead-order = A { $brand } confirma: o seu cancelamento da encomenda { $order } foi aceite.
mail-close-order = Vale a hora de receção acima.
mail-close-order-return = Vale a hora de receção acima. O que devolver é reembolsado assim que chegar.
mail-label-order = Encomenda
mail-label-items = Artigos

## A confirmação como documento (PDF)

document-caption = A sua confirmação { $number } como documento. É a sua prova: guarde-o.
document-terms = Condições aplicadas
document-about = Como se chegou aqui
document-shown = O que lhe foi mostrado e confirmou
document-proof = Como verificar este documento
document-code = Código QR com o endereço onde este documento pode ser verificado
document-check = Este documento está selado: qualquer alteração é detetada. O registo assinado { $number } vai anexado como ficheiro. Para o verificar, leia o código ou abra { $url }
mail-label-balance = Saldo
mail-label-customer = Cliente
mail-label-identified = Identificação
mail-label-channel = Recebido por
mail-label-offer = Proposto em alternativa
mail-label-reason = Motivo
mail-label-dialog = Diálogo
document-value-balance = { $side ->
        [brand] { $amount } a pagar por si (taxa menos reembolso)
        [customer] { $amount } a seu favor (reembolso menos taxa)
       *[even] Nenhuma das partes deve nada
    }
document-value-identified = { $known-by ->
        [code] com um código de utilização única
        [token] com sessão iniciada em { $brand }
        [contact] com o número de telefone partilhado na conversa
       *[agent] por uma pessoa de { $brand }
    }
document-value-channel = { $channel ->
        [webchat] chat na web
        [sms] SMS
        [telegram] Telegram
       *[other] outra via
    }
document-value-offer = { $change }: { $answer ->
        [accepted] aceite
        [declined] recusado
       *[open] sem resposta
    }

# The same as a letter, on paper.
letter-greeting = Olá, { $addressee },
letter-greeting-nobody = Olá,
letter-date = Data
letter-closing = Com os melhores cumprimentos
letter-unsigned = Esta carta foi feita automaticamente e é válida sem assinatura.

## A confirmação por telefone

call-greeting = Fala o assistente automático da { $brand }. Tenho uma confirmação a comunicar.
call-keys = Pressione 1 se a ouviu, 2 para a ouvir de novo, 0 para falar com uma pessoa.
call-unsure = Fala o assistente automático da { $brand }. Há uma confirmação à sua espera. Pressione 2 para a ouvir, 0 para falar com uma pessoa.
call-voicemail = Fala o assistente automático da { $brand }. Há uma confirmação à sua espera. Adeus.
call-heard = Obrigado. Adeus.
call-person = Uma pessoa da { $brand } entrará em contacto. Adeus.
call-goodbye = Nenhuma tecla foi pressionada. Adeus.

## A página de um caso, e por onde segue uma confirmação

case-page-code = { $code } é o seu código para ver em que ponto está { $number } na { $brand }. Vale durante 10 minutos. Ninguém da { $brand } o vai pedir. Se não fez este pedido, ignore esta mensagem.
    .short = { $code } é o seu codigo para ver { $number } na { $brand }. Vale 10 minutos. Se nao fez este pedido, ignore esta mensagem.
case-page-link = Veja em qualquer momento em que ponto está: { $url }
    .short = Estado: { $url }
case-page-undo = Quero voltar atrás em { $number }.
case-page-dispute = Algo não está certo em { $number }. Quero falar com uma pessoa.
