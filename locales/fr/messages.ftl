# Ce que dit le bot, en français. Simple et poli ; ni culpabilité ni fausse urgence.
# .short sert où un canal en a besoin (SMS : GSM-7, donc sans ê, î, ô, û, ç ; 320 caractères).

introduction = Bonjour, ici l'assistant automatique de { $brand }. Écrivez "conseiller" à tout moment pour joindre une personne.
    .short = { $brand }, assistant automatique. Écrivez CONSEILLER pour une personne.

## Le chemin d'une résiliation

welcome = Que puis-je faire pour vous ? Vous pouvez résilier ici, demander où en est une résiliation ou parler à une personne.

identify = Pour que personne d'autre ne puisse résilier à votre place : quel est votre numéro de client, ou bien l'e-mail ou le numéro de téléphone que { $brand } a de vous ?
    .short = Votre numéro de client { $brand }, ou bien l'e-mail ou le téléphone que { $brand } a de vous ?

verify = Si { $brand } connaît cette information, un code à six chiffres vient de partir vers le téléphone ou l'e-mail enregistré. Merci d'écrire le code ici. En cas de faute de frappe, envoyez simplement la bonne information.
    .short = Si cette information est connue de { $brand }, un code à 6 chiffres part vers le téléphone ou l'e-mail enregistré. Écrivez le code ici.
verify-sender = Si { $brand } connaît ce numéro de téléphone, un code à six chiffres vient de vous être envoyé. Merci d'écrire le code ici, ou d'envoyer plutôt votre numéro de client ou votre e-mail.
    .short = Si { $brand } a ce numéro de téléphone, un code à 6 chiffres vous est envoyé. Écrivez-le ici, ou envoyez votre numéro de client ou e-mail.
verify-vouched = Un code à six chiffres vient de partir vers le téléphone ou l'e-mail que { $brand } a de vous. Merci d'écrire le code ici.
    .short = Un code à 6 chiffres part vers le téléphone ou l'e-mail que { $brand } a de vous. Écrivez-le ici.
verify-again = Merci d'écrire ici le code à six chiffres. S'il n'est pas arrivé, demandez-en un nouveau, ou continuez sans code.
    .short = Écrivez ici le code à 6 chiffres. S'il manque, demandez-en un nouveau, ou continuez sans code.

declare = Vous pouvez déposer votre résiliation sans vous identifier. Merci d'écrire en un seul message : votre nom, votre numéro de contrat ou de client, et un e-mail ou un numéro de téléphone pour notre réponse.
    .short = Pour déposer votre résiliation, écrivez en un message : nom, numéro de contrat, et e-mail ou téléphone pour notre réponse.

declared = Votre déclaration est enregistrée.
    Numéro : { $number }
    Reçue : { $declared }
    Pour la déclaration, vous n'avez plus rien à faire. { $brand } la rattache maintenant à votre contrat et vous répond ici ou à une adresse que vous avez donnée ; l'heure de réception ci-dessus fait foi.
    .short = Résiliation enregistrée. Numéro { $number }, du { $declared }. { $brand } la rattache à votre contrat et vous répond. Cette heure fait foi.

declare-termination = Vous pouvez résilier votre contrat directement ici. Merci d'écrire en un seul message : votre nom ; votre numéro de contrat ou de client ; si vous résiliez de façon ordinaire ou pour un motif particulier (alors avec le motif) ; le jour de fin voulu, ou "au plus tôt" ; et un e-mail ou un numéro de téléphone pour la confirmation.
    .short = En un message : nom, numéro de contrat, ordinaire ou pour motif (lequel), jour de fin ou "au plus tot", e-mail ou téléphone pour la confirmation.

declare-notification = Vous pouvez résilier votre contrat directement ici. Merci d'écrire en un seul message : votre nom ; votre e-mail ou votre adresse postale ; votre numéro ou votre référence de contrat ; et le jour de fin voulu, ou "au plus tôt".
    .short = En un message : nom, e-mail ou adresse postale, numéro de contrat, jour de fin ou "au plus tot".

declare-withdrawal = Vous pouvez vous rétracter directement ici. Merci d'écrire en un seul message : votre nom ; le contrat ou la commande concernés ; et un e-mail ou un numéro de téléphone pour la confirmation.
    .short = En un message : nom, contrat ou commande, e-mail ou téléphone pour la confirmation.

declare-repeated = Vous déclarez à { $brand } :
    { $words }
    Est-ce exact ? Pour changer quelque chose, écrivez-le à nouveau.
    .short = Vous déclarez : { $words } - Exact ? Sinon, écrivez-le à nouveau.

declared-termination = Votre résiliation est reçue.
    Numéro : { $number }
    Reçue : { $declared }
    Vos mots : { $words }
    { $earliest ->
        [1] Fin : au plus tôt
       *[other] Fin : le jour que vous avez nommé ; à défaut, au plus tôt
    }
    Vous n'avez plus rien à faire. { $brand } la rattache à votre contrat. Si vous confirmez qui vous êtes, elle peut être exécutée tout de suite.
    .short = Résiliation enregistrée { $declared }. No { $number } : { $words } - Fin : { $earliest ->
        [1] au plus tot
       *[other] le jour nommé, sinon au plus tot
    }.

declared-notification = Votre résiliation est reçue.
    Numéro : { $number }
    Reçue : { $declared }
    Vos mots : { $words }
    { $earliest ->
        [1] Fin : au plus tôt
       *[other] Fin : le jour que vous avez nommé ; à défaut, au plus tôt
    }
    Après le dernier jour, plus rien n'est prélevé. { $brand } la rattache à votre contrat. Si vous confirmez qui vous êtes, elle peut être exécutée tout de suite.
    .short = Résiliation enregistrée { $declared }. No { $number } : { $words } - Fin : { $earliest ->
        [1] au plus tot
       *[other] le jour nommé, sinon au plus tot
    }. Ensuite plus rien n'est prélevé.

declared-withdrawal = Votre rétractation est reçue.
    Numéro : { $number }
    Reçue : { $declared }
    Vos mots : { $words }
    Vous n'avez plus rien à faire. { $brand } la rattache à votre contrat. Si vous confirmez qui vous êtes, elle peut être exécutée tout de suite.
    .short = Rétractation enregistrée { $declared }. No { $number } : { $words }

select = Que souhaitez-vous résilier ?

nothing = Il n'y a plus rien à résilier chez { $brand }. Si vous voyez un prélèvement qui ne devrait pas exister, écrivez-le-moi et une personne vérifiera.

offer-pause = Une alternative avant de continuer : vous pourriez mettre { $service } en pause jusqu'au { $ends-on }. Vous payez { $price } pendant ce temps, puis { $price-after }. Préférez-vous une pause ?
    .short = Alternative : { $service } en pause jusqu'au { $ends-on } pour { $price }, puis { $price-after }. Préférez-vous une pause ?

offer-discount = Une alternative avant de continuer : { $service } pour { $price } au lieu de { $price-after } jusqu'au { $ends-on }, puis à nouveau { $price-after }. Préférez-vous cela ?
    .short = Alternative : { $service } pour { $price } jusqu'au { $ends-on }, puis { $price-after }. Préférez-vous cela ?

offer-downgrade = Une alternative avant de continuer : une formule plus petite, { $plan }, pour { $price } à partir du { $starts-on }. Préférez-vous cela ?
    .short = Alternative : la formule { $plan } pour { $price } à partir du { $starts-on }. Préférez-vous cela ?

offer-later-date = Une alternative avant de continuer : { $service } pourrait plutôt finir le { $ends-on }. Préférez-vous cela ?
    .short = Alternative : { $service } pourrait finir le { $ends-on }. Préférez-vous cela ?

offer-extension = Une alternative avant de continuer : { $service } gratuit du { $starts-on } au { $ends-on }, en plus de ce que vous avez déjà payé. Ensuite, de nouveau { $price-after }. Préférez-vous cela ?
    .short = Alternative : { $service } gratuit jusqu'au { $ends-on }, puis { $price-after } à nouveau. Préférez-vous cela ?

offer-exchange = Une alternative avant de continuer : au lieu de { $service }, la formule { $plan } pour { $price } à partir du { $starts-on }. Jusque-là, vous payez { $price-before } comme maintenant. Préférez-vous cela ?
    .short = Alternative : la formule { $plan } pour { $price } au lieu de { $price-before } à partir du { $starts-on }. Préférez-vous cela ?

offer-store-credit = Une alternative avant de continuer : un avoir de { $amount } pour { $service }. Le prochain prélèvement, le { $starts-on }, est de { $price } au lieu de { $price-after } ; l'avoir est épuisé au { $ends-on }. Ce qu'il en reste si vous partez n'est pas remboursé. Préférez-vous cela ?
    .short = Alternative : avoir de { $amount } pour { $service }. Prochain prélèvement { $price }, épuisé au { $ends-on }, puis { $price-after }. Le reste n'est pas remboursé. Préférez-vous cela ?

confirm = Résilier { $service } signifie :
    Dernier jour : { $end-date }
    { $has-fee ->
        [0] Frais : aucuns
       *[other] Frais : { $fee }{ $fee-reason ->
            [minimum-term] { "" } (durée minimale non écoulée)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }{ $refund-reason ->
            [unused-time] { "" } (temps non utilisé)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel avant le dernier jour
       *[nothing] Rien d'autre à faire.
    }
    Confirmez-vous la résiliation ?
    .short = Résilier { $service } ? Dernier jour { $end-date }. { $has-fee ->
        [0] Sans frais
       *[other] Frais { $fee }
    }, { $has-refund ->
        [0] pas de remboursement
       *[other] remboursement { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    } Confirmez-vous ?

confirm-hear = Résilier { $service } signifie :
    Dernier jour : { $end-date }
    { $has-fee ->
        [0] Frais : aucuns
       *[other] Frais : { $fee }{ $fee-reason ->
            [minimum-term] { "" } (durée minimale non écoulée)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }{ $refund-reason ->
            [unused-time] { "" } (temps non utilisé)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel avant le dernier jour
       *[nothing] Rien d'autre à faire.
    }
    Avant de décider : voulez-vous entendre une alternative ? Si vous dites non, c'est résilié tout de suite.
    .short = Résilier { $service } ? Dernier jour { $end-date }. { $has-fee ->
        [0] Sans frais
       *[other] Frais { $fee }
    }, { $has-refund ->
        [0] pas de remboursement
       *[other] remboursement { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    } Entendre d'abord une alternative ? Votre non résilie tout de suite.

confirm-without-quote = Je n'arrive pas à joindre le système de { $brand } en ce moment ; je ne peux donc pas encore dire le dernier jour ni les montants. Vous pouvez tout de même résilier maintenant : l'heure de réception de votre message, { $declared }, fait foi. S'il y avait des frais, on vous demanderait d'abord votre accord. Confirmez-vous la résiliation ?
    .short = Le système de { $brand } ne répond pas. Vous pouvez résilier quand meme ; { $declared } fait foi. Aucuns frais sans votre accord. Confirmez-vous la résiliation ?

confirm-again = Votre résiliation précédente de { $service } est en train d'être retirée. La nouvelle, reçue le { $declared }, sera exécutée juste après. Je ne peux pas encore dire le dernier jour ni les montants ; s'il y avait des frais, on vous demanderait d'abord votre accord. Confirmez-vous la résiliation ?
    .short = Votre résiliation précédente de { $service } est en train d'etre retirée. La nouvelle, du { $declared }, suit juste après. Aucuns frais sans votre accord. Confirmez-vous la résiliation ?

receipt = Votre résiliation est acceptée.
    Numéro : { $number }
    Résilié : { $service } ({ $brand })
    Reçue : { $declared }
    Confirmée : { $confirmed }
    Dernier jour : { $end-date }
    { $has-fee ->
        [0] Frais : aucuns
       *[other] Frais : { $fee }{ $fee-reason ->
            [minimum-term] { "" } (durée minimale non écoulée)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine
    }
    { $has-charge ->
        [0] Dernier prélèvement : aucun
       *[other] Dernier prélèvement : { $last-charge } le { $last-charged-on }
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel au plus tard le { $end-date }
       *[nothing] Rien d'autre à faire.
    }
    { $has-undo ->
        [0] Une copie vous est envoyée.
       *[other] Vous pouvez revenir en arrière jusqu'au { $undo-until }. Une copie vous est envoyée.
    }
    .short = Accepté : { $service } résilié. No { $number }. Heure { $declared }. Dernier jour { $end-date }. { $has-fee ->
        [0] Sans frais
       *[other] Frais { $fee }
    }, { $has-refund ->
        [0] pas de remboursement
       *[other] remboursement { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    }{ $has-undo ->
        [0] { "" }
       *[other] { " " }Réversible jusqu'au { $undo-until }.
    }

receipt-without-quote = Votre résiliation est acceptée.
    Numéro : { $number }
    Résilié : { $service }
    Reçue : { $declared }
    Confirmée : { $confirmed }
    Le dernier jour et un éventuel remboursement suivront dès que le système de { $brand } répondra. Vous n'avez plus rien à faire.
    .short = Accepté : { $service } résilié. No { $number }. Heure { $declared }. Dernier jour et remboursement éventuel suivront. Vous n'avez plus rien à faire.

reason = Si vous voulez, dites-nous pourquoi. Vous pouvez passer cette question ; la résiliation est faite dans tous les cas.
    .short = Si vous voulez : pourquoi ? Vous pouvez passer cette question.

reason-in-words = Voulez-vous le dire en quelques mots ? Vous pouvez aussi passer cette question.

ways = À l'avenir, où envoyer les confirmations en plus de l'e-mail ? Vous pouvez passer cette question.
    .short = Confirmations : où, en plus de l'e-mail ? Vous pouvez passer.

ways-mail = Les confirmations arrivent par e-mail, comme avant.
ways-sms = Les confirmations arrivent désormais aussi par SMS, celle-ci comprise.
ways-telegram = Les confirmations arrivent désormais aussi sur Telegram, celle-ci comprise.

prefer-mail = Désormais, vos confirmations arrivent uniquement par e-mail.
prefer-sms = Désormais, vos confirmations arrivent aussi par SMS, si nous avons votre numéro. L'e-mail est toujours envoyé.
    .short = Désormais, vos confirmations arrivent aussi par SMS. L'e-mail est toujours envoyé.
prefer-telegram = Désormais, vos confirmations arrivent aussi sur Telegram, si vous nous y avez déjà écrit. L'e-mail est toujours envoyé.
    .short = Désormais, vos confirmations arrivent aussi sur Telegram. L'e-mail est toujours envoyé.
prefer-letter = Désormais, vos confirmations arrivent aussi par courrier, si nous avons votre adresse. L'e-mail est toujours envoyé.
prefer-no-letters = Nous n'envoyons pas de lettres. Vos confirmations arrivent par e-mail. Pour les recevoir aussi par SMS ou sur Telegram, écrivez par exemple : « Mes confirmations par SMS désormais ».
    .short = Nous n'envoyons pas de lettres ; les confirmations arrivent par e-mail. Pour un autre moyen, écrivez par exemple : "Mes confirmations par SMS désormais".
prefer-no-address = Nous n'avons pas d'adresse postale où une lettre puisse vous parvenir. Vos confirmations arrivent par e-mail et, si vous le souhaitez, aussi par SMS ou sur Telegram. Une personne peut noter votre adresse : écrivez « conseiller ».
    .short = Nous n'avons pas d'adresse postale où vous écrire. Les confirmations arrivent par e-mail, ou aussi par SMS. Une personne peut noter votre adresse : écrivez "conseiller".
prefer-how = Les confirmations arrivent toujours par e-mail. Pour les recevoir aussi par SMS, sur Telegram ou par lettre, écrivez par exemple : « Mes confirmations par SMS désormais ».
    .short = Les confirmations arrivent par e-mail. Pour un autre moyen, écrivez par exemple : "Mes confirmations par SMS désormais".

goodbye = Merci, c'est tout. { $has-undo ->
        [0] Revenez quand vous voulez.
       *[other] Vous pouvez revenir sur la résiliation jusqu'au { $undo-until } en écrivant ici "rétablir", et revenir chez nous quand vous voulez.
    }
    .short = Merci. { $has-undo ->
        [0] { "" }
       *[other] Écrivez "rétablir" jusqu'au { $undo-until } pour revenir en arrière.{ " " }
    }Revenez quand vous voulez.

accepted-pause = Entendu : { $service } n'est pas résilié, mais mis en pause.
    Numéro : { $number }
    Du : { $starts-on }
    Au : { $ends-on }
    Prix pendant ce temps : { $price }, ensuite : { $price-after }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } en pause du { $starts-on } au { $ends-on } pour { $price }, puis { $price-after }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-discount = Entendu : { $service } n'est pas résilié et coûte moins cher.
    Numéro : { $number }
    Du : { $starts-on }
    Au : { $ends-on }
    Prix pendant ce temps : { $price }, ensuite : { $price-after }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } pour { $price } du { $starts-on } au { $ends-on }, puis { $price-after }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-downgrade = Entendu : { $service } n'est pas résilié et passe à la formule { $plan }.
    Numéro : { $number }
    À partir du : { $starts-on }
    Prix à partir de là : { $price }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } passe à { $plan } pour { $price } à partir du { $starts-on }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-later-date = Entendu : { $service } finit le { $ends-on }.
    Numéro : { $number }
    Prix jusque-là : { $price }
    Pour résilier plus tôt malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } finit le { $ends-on }, { $price } jusque-là. No { $number }. Pour finir avant : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-extension = Entendu : { $service } n'est pas résilié et ne coûte rien pendant un temps.
    Numéro : { $number }
    Du : { $starts-on }
    Au : { $ends-on }
    Prix pendant ce temps : { $price }, ensuite : { $price-after }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } pour { $price } du { $starts-on } au { $ends-on }, puis { $price-after }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-exchange = Entendu : { $service } n'est pas résilié et passe à la formule { $plan }.
    Numéro : { $number }
    À partir du : { $starts-on }
    Prix jusque-là : { $price-before }, à partir de là : { $price }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : { $service } passe à { $plan } pour { $price } au lieu de { $price-before } à partir du { $starts-on }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

accepted-store-credit = Entendu : { $service } n'est pas résilié, et vous avez un avoir de { $amount }.
    Numéro : { $number }
    Prochain prélèvement, le { $starts-on } : { $price }
    Épuisé au : { $ends-on }
    Prix ensuite : { $price-after }
    Pour résilier malgré tout, dites-le simplement ici, à tout moment.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Pour annuler le changement, écrivez ici "rétablir" jusqu'au { $undo-day }.
    } Une copie vous est envoyée.
    .short = Entendu : avoir de { $amount } pour { $service }. Prochain prélèvement le { $starts-on } : { $price }. Épuisé au { $ends-on }, puis { $price-after }. No { $number }. Pour résilier : écrivez "résilier" ici.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Annuler jusqu'au { $undo-day } : "rétablir".
    }

kept = Rien n'est résilié ; tout reste comme avant. Vous pouvez résilier ici à tout moment.

undo = Dois-je retirer la résiliation de { $service } (numéro { $number }) ? Tout continuerait comme avant.
    .short = Retirer la résiliation de { $service } ({ $number }) ?

undone = Je retire la résiliation de { $service }. Vous recevrez un message dès que c'est fait.

rest = Puis-je faire autre chose pour vous ?
rest-over = Puis-je faire autre chose pour vous ? Revenez quand vous voulez : écrivez "conseiller" pour recommencer.

## Dit quand cela arrive

executed = C'est fait : { $brand } a exécuté votre résiliation de { $service }. Dernier jour : { $end-date }. Ensuite, plus rien ne sera prélevé. Numéro : { $number }

executed-alternative = C'est fait : { $brand } a appliqué le changement à { $service }. Numéro : { $number }

executed-undo = C'est fait : la résiliation de { $service } est retirée. Tout continue comme avant. Numéro : { $number }

execution-delayed = Le système de { $brand } ne répond pas. Votre résiliation { $number } est valable depuis le { $declared } ; elle sera exécutée dès que le système répondra, et vous recevrez alors un message.

execution-by-person = Le système de { $brand } n'a pas exécuté votre demande { $number }. Elle est valable depuis le { $declared }. Une personne la termine et vous écrira ici.

not-carried-out = { $brand } a clos votre résiliation { $number } sans l'exécuter : { $service } continue comme avant. Si ce n'est pas ce que vous voulez, écrivez "résilier", ou "conseiller" pour une personne.

not-applied = { $brand } n'a pas appliqué le changement { $number } : { $service } continue comme avant. Vous pouvez résilier ici à tout moment, ou écrire "conseiller" pour une personne.
alternative-execution-delayed = Le système de { $brand } ne répond pas. Votre changement { $number } pour { $service } est convenu ; il sera appliqué dès que le système répondra, et vous recevrez alors un message.
alternative-execution-by-person = Le système de { $brand } n'a pas appliqué le changement { $number } à { $service }. Une personne s'en occupe et vous écrira ici. Vous pouvez toujours résilier ici à tout moment.
alternative-undo = Dois-je annuler le changement { $number } pour { $service } ? Tout continuerait comme avant.
    .short = Annuler le changement { $number } pour { $service } ? Tout continue comme avant.
alternative-undone = J'annule le changement pour { $service }. Vous recevrez un message dès que c'est fait.
alternative-executed-undo = C'est fait : le changement pour { $service } est annulé. Tout continue comme avant. Numéro : { $number }
alternative-undo-too-late = Le changement { $number } pour { $service } pouvait être annulé jusqu'au { $undo-day } et reste en place. Vous pouvez résilier ici à tout moment, ou écrire "conseiller" pour une personne.
    .short = Le changement { $number } pour { $service } pouvait etre annulé jusqu'au { $undo-day } et reste en place. Vous pouvez résilier ici à tout moment, ou écrire "conseiller" pour une personne.
alternative-undo-not-done = Votre changement { $number } pour { $service } n'a pas été annulé : il reste en place. Vous pouvez résilier ici à tout moment, ou écrire "conseiller" pour une personne.
alternative-undo-delayed = Le système de { $brand } ne répond pas. Votre changement { $number } sera annulé dès qu'il répondra, et vous recevrez alors un message. Vous pouvez toujours résilier ici à tout moment.
alternative-undo-by-person = Le système de { $brand } n'a pas annulé votre changement { $number }. Une personne s'en occupe et vous écrira ici. Vous pouvez toujours résilier ici à tout moment.

undo-not-done = Votre résiliation { $number } de { $service } n'a pas été retirée : elle reste valable. Si vous avez des questions, écrivez "conseiller" pour une personne.

undo-delayed = Le système de { $brand } ne répond pas. Votre résiliation { $number } sera retirée dès qu'il répondra, et vous recevrez alors un message.

undo-by-person = Le système de { $brand } n'a pas retiré votre résiliation { $number }. Une personne s'en occupe et vous écrira ici.

## L'argent qui revient, ou qui n'aurait pas dû partir

charged-after-end = { $brand } a prélevé { $amount } pour { $service } le { $charged-on }, alors que le dernier jour était le { $end-date }. Cela n'aurait pas dû arriver. Nous le faisons rembourser et vous dirons ici quand le remboursement sera parti. Votre résiliation { $number } reste valable.
    .short = { $brand } a prélevé { $amount } pour { $service } le { $charged-on }, après le dernier jour ({ $end-date }). Nous le faisons rembourser et vous tenons au courant. Votre résiliation { $number } reste valable.
refund-by-hand = { $brand }, { $number } : une personne vous a fait renvoyer { $amount } à la main. Nous vérifions chaque jour jusqu'à ce que la somme soit arrivée, et vous le dirons ici.
    .short = { $brand }, { $number } : une personne vous a fait renvoyer { $amount }. Nous vérifions chaque jour et vous dirons ici quand la somme est là.
refund-issued = { $brand }, { $number } : { $amount } vous sont renvoyés. La somme devrait être arrivée d'ici le { $expected-on }.
    .short = { $brand }, { $number } : { $amount } vous sont renvoyés. La somme doit arriver d'ici le { $expected-on }.
refund-paid = { $brand }, { $number } : { $amount } vous ont été remboursés le { $paid-on }.
refund-late = { $brand }, { $number } : { $amount } auraient dû vous parvenir avant le { $expected-on }, et ce n'est pas le cas. Une personne s'en occupe et vous écrira ici.
    .short = { $brand }, { $number } : { $amount } devaient arriver avant le { $expected-on }, et ce n'est pas le cas. Une personne s'en occupe et vous écrira ici.
refund-failed = { $brand }, { $number } : { $amount } n'ont pas pu vous être remboursés. Une personne s'en occupe et vous écrira ici.
    .short = { $brand }, { $number } : nous n'avons pas pu vous rembourser { $amount }. Une personne s'en occupe et vous écrira ici.
return-expected = { $brand }, { $number } : renvoyez { $quantity } × { $name } d'ici le { $return-by }, avec le numéro de retour { $return } sur le colis. Ensuite, { $amount } vous sont remboursés.
return-label = { $brand }, { $number } : { $has-link ->
        [1] voici l'étiquette pour le retour { $return } ({ $quantity } × { $name }), à imprimer et à coller sur le colis : { $label }
       *[other] envoyez le retour { $return } ({ $quantity } × { $name }) à cette adresse : { $label }
    }
    .short = { $brand }, { $number } : { $has-link ->
        [1] étiquette pour le retour { $return } : { $label }
       *[other] envoyez le retour { $return } à : { $label }
    }
return-due-soon = { $brand }, { $number } : { $quantity } × { $name } n'est pas encore arrivé. Renvoyez-le d'ici le { $return-by }, avec le numéro de retour { $return } sur le colis ; ensuite, { $amount } vous sont remboursés. Déjà envoyé ? Ne tenez pas compte de ce message.
    .short = { $brand }, { $number } : { $name } ({ $quantity }) n'est pas arrivé. Renvoyez-le d'ici le { $return-by }, retour { $return }, pour récupérer { $amount }. Déjà envoyé ? Rien à faire.
return-overdue = { $brand }, { $number } : { $quantity } × { $name } devait être renvoyé avant le { $return-by } et n'est pas arrivé ; { $amount } ne sont donc pas encore remboursés. Si vous l'avez envoyé, ou ne pouvez pas, écrivez "conseiller" et une personne vous aide.
    .short = { $brand }, { $number } : { $name } ({ $quantity }) devait arriver avant le { $return-by } ; { $amount } pas encore remboursés. Déjà envoyé ? Ecrivez "conseiller".
return-arrived = { $brand }, { $number } : { $quantity } × { $name } est arrivé. Après vérification, { $amount } vous sont remboursés.
return-rejected = { $brand }, { $number } : { $quantity } × { $name } est arrivé mais n'a pas été repris ; { $amount } ne sont pas remboursés. Une personne vous dira ici pourquoi, et ce que vous pouvez faire.

## Ce que la marque résilie elle-même

ending-notice-non-payment = { $brand } met fin à { $service } le { $end-date }, faute de paiement{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Le préavis est de { $notice-days } jours. Vous pouvez l'éviter : payez ce qui est dû avant ce jour et écrivez-nous ici. Si c'est une erreur, écrivez ici « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé. Numéro : { $number }
    .short = { $brand } met fin à { $service } le { $end-date } : impayé{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Payez avant et écrivez ici pour l'éviter. Une erreur ? Écrivez "contester". Ensuite rien n'est prélevé. Préavis : { $notice-days } jours. No { $number }
ending-notice-inactivity = { $brand } met fin à { $service } le { $end-date }, car il n'a pas servi depuis longtemps{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Le préavis est de { $notice-days } jours. Vous pouvez l'éviter : utilisez-le à nouveau avant ce jour, ou écrivez-nous ici que vous voulez le garder. Si c'est une erreur, écrivez ici « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé. Numéro : { $number }
    .short = { $brand } met fin à { $service } le { $end-date } : inutilisé{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Utilisez-le avant ou écrivez ici pour le garder. Une erreur ? Écrivez "contester". Ensuite rien n'est prélevé. Préavis : { $notice-days } jours. No { $number }
ending-notice-policy = { $brand } met fin à { $service } le { $end-date }, car les conditions d'utilisation n'ont pas été respectées{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Le préavis est de { $notice-days } jours. Si c'est une erreur, écrivez ici « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé. Numéro : { $number }
    .short = { $brand } met fin à { $service } le { $end-date } : conditions non respectées{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Une erreur ? Écrivez "contester" : une personne vérifie d'abord. Ensuite rien n'est prélevé. Préavis : { $notice-days } jours. No { $number }
ending-executed = { $brand } a mis fin à { $service }. Dernier jour : { $end-date }. Ensuite, rien n'est prélevé ; ce que vous avez payé au-delà est remboursé. Si c'est une erreur, écrivez ici « humain ». Numéro : { $number }
    .short = { $brand } a mis fin à { $service }. Dernier jour : { $end-date }. Ensuite rien n'est prélevé. Une erreur ? Écrivez "humain". No { $number }
ending-upheld = { $brand } a examiné votre contestation : { $service } prend fin malgré tout le { $end-date }. Motif : { $why } Si c'est toujours une erreur, écrivez ici « humain ». Vous pouvez aussi résilier vous-même à tout moment. Numéro : { $number }
    .short = { $brand } a examiné votre contestation : { $service } prend fin le { $end-date }. Motif : { $why } Une erreur ? Écrivez "humain". No { $number }
ending-withdrawn = Bonne nouvelle : { $brand } ne met pas fin à { $service }. Tout continue comme avant ; vous n'avez rien à faire. Numéro : { $number }
    .short = { $brand } ne met pas fin à { $service }. Tout continue comme avant. No { $number }
ending-status-announced = { $brand } met fin à { $service } le { $end-date } (avis { $number }). Si c'est une erreur, écrivez ici « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Vous pouvez aussi résilier vous-même à tout moment.
    .short = { $brand } met fin à { $service } le { $end-date } ({ $number }). Une erreur ? Écrivez "contester". Vous pouvez aussi résilier.
ending-status-disputed = Vous contestez que { $brand } mette fin à { $service } (avis { $number }). Rien ne prend fin avant qu'une personne ne l'ait vérifié et ne vous ait répondu ici.
    .short = { $number } : vous contestez. { $service } ne prend pas fin avant qu'une personne ne l'ait vérifié.
ending-status-upheld = Vous avez contesté que { $brand } mette fin à { $service } (avis { $number }). Une personne l'a vérifié : cela prend fin malgré tout le { $end-date }. Si c'est toujours une erreur, écrivez ici « humain ». Vous pouvez aussi résilier vous-même à tout moment.
    .short = { $number } : votre contestation a été examinée. { $service } prend fin le { $end-date }. Une erreur ? Écrivez "humain".
ending-status-executed = { $brand } a mis fin à { $service } (avis { $number }). Dernier jour : { $end-date }. Ensuite, rien n'est prélevé.
    .short = { $brand } a mis fin à { $service } ({ $number }). Dernier jour : { $end-date }.
ending-status-reconciled = { $brand } a mis fin à { $service } (avis { $number }) ; c'est fait et vérifié. Dernier jour : { $end-date }. Ensuite, rien n'est prélevé.
    .short = { $brand } a mis fin à { $service } ({ $number }), vérifié. Dernier jour : { $end-date }.
ending-status-failed = { $brand } voulait mettre fin à { $service } le { $end-date } (avis { $number }). Ce n'est pas encore fait ; une personne s'en occupe.
    .short = { $brand } voulait mettre fin à { $service } le { $end-date } ({ $number }). Pas encore fait ; une personne s'en occupe.
ending-charged-after-end = { $brand } a prélevé { $amount } pour { $service } le { $charged-on }, alors que { $brand } y avait mis fin le { $end-date }. Cela n'aurait pas dû arriver. Nous le faisons rembourser et vous dirons ici quand le remboursement sera parti. Numéro : { $number }
    .short = { $brand } a prélevé { $amount } pour { $service } le { $charged-on }, après le dernier jour ({ $end-date }). Nous le faisons rembourser et vous tenons au courant. No { $number }

## Reprendre ce qui est fini : seul celui qui le demande en est informé

restart = { $service } est fini depuis le { $ends-on } ; cela ne peut plus être annulé. Vous pouvez le reprendre, avec un nouveau contrat :
    À partir du : { $starts-on }
    Prix : { $price } par { $interval ->
        [year] an
       *[month] mois
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (avant : { $price-before } par { $interval-before ->
            [year] an
           *[month] mois
        })
    }
    Durée minimale : { $has-minimum ->
        [0] aucune
       *[1] jusqu'au { $minimum-until }
    }
    Préavis pour résilier : { $notice-days ->
        [0] aucun
        [one] { $notice-days } jour
       *[other] { $notice-days } jours
    }
    Vous ne payez rien pour la période intermédiaire.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Il commence tout de suite parce que vous le demandez. Jusqu'au { $withdraw-until }, vous pouvez vous rétracter du nouveau contrat sans donner de motif : écrivez ici "me rétracter". Vous ne payez alors que les jours écoulés.
    }
    .short = { $service }, nouveau contrat à partir du { $starts-on } : { $price } par { $interval ->
        [year] an
       *[month] mois
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (avant { $price-before } par { $interval-before ->
            [year] an
           *[month] mois
        })
    }{ $has-minimum ->
        [0] { "" }
       *[1] { "" }, au moins jusqu'au { $minimum-until }
    }{ $notice-days ->
        [0] { "" }
       *[other] { "" }, préavis { $notice-days } j
    }. Rien pour l'intervalle.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Rétractation jusqu'au { $withdraw-until } : "me rétracter".
    }

restart-which = Lequel voulez-vous reprendre ?

restart-receipt = Votre commande est acceptée : { $service }, avec un nouveau contrat.
    Numéro : { $number }
    Commandé : { $confirmed }
    À partir du : { $starts-on }
    Prix : { $price } par { $interval ->
        [year] an
       *[month] mois
    }
    Durée minimale : { $has-minimum ->
        [0] aucune
       *[1] jusqu'au { $minimum-until }
    }
    Préavis pour résilier : { $notice-days ->
        [0] aucun
        [one] { $notice-days } jour
       *[other] { $notice-days } jours
    }
    Vous recevrez un message dès qu'il est actif.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Jusqu'au { $withdraw-until }, vous pouvez vous rétracter sans donner de motif : écrivez ici "me rétracter".
    } Une copie vous est envoyée.
    .short = Commandé : { $service } à partir du { $starts-on }, { $price } par { $interval ->
        [year] an
       *[month] mois
    }. No { $number }. Un message suit dès qu'il est actif.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Rétractation jusqu'au { $withdraw-until } : "me rétracter".
    }

not-restarted = Rien n'est commandé ; tout reste comme c'est.

no-restart = Cela ne peut pas être repris ici. Une personne de { $brand } peut vous dire ce qui est possible : écrivez "conseiller".
    .short = Cela ne peut pas etre repris ici. Une personne de { $brand } peut vous dire ce qui est possible : écrivez "conseiller".

restart-executed = C'est fait : { $service } est de nouveau actif à partir du { $starts-on }, pour { $price } par { $interval ->
        [year] an
       *[month] mois
    }. Vous pouvez résilier ici à tout moment. Numéro : { $number }
restart-execution-delayed = Le système de { $brand } ne répond pas. Votre commande { $number } de { $service } sera exécutée dès qu'il répondra, et vous recevrez alors un message. Vous ne payez rien avant. Pour retirer la commande, écrivez "résilier".
restart-execution-by-person = Le système de { $brand } n'a pas exécuté votre commande { $number } de { $service }. Une personne s'en occupe et vous écrira ici. Vous ne payez rien avant.
restart-not-carried-out = { $brand } a clos votre commande { $number } de { $service } sans l'exécuter. Vous ne payez rien. Pour toute question, écrivez "conseiller" pour une personne.
restart-taken-back = Votre commande de { $service } est retirée ({ $number }). Elle n'a pas été exécutée et vous ne payez rien.
reason-noted = Votre motif est noté sous { $number }. Cela ne change rien à ce qui vous est confirmé.
restart-under-way = Le système de { $brand } est en train d'exécuter votre commande { $number } de { $service }. Vous recevrez un message dès que le contrat est actif ; à partir de là, vous pouvez le résilier ici. Écrivez "conseiller" pour une personne.
restart-status-accepted = { $service } : votre commande { $number } est acceptée ({ $confirmed }) et en cours d'exécution. Pour la retirer, écrivez "résilier".
restart-status-executed = { $service } : de nouveau actif à partir du { $starts-on }, pour { $price } par { $interval ->
        [year] an
       *[month] mois
    } (commande { $number }).
restart-status-reconciled = { $service } : de nouveau actif à partir du { $starts-on }, pour { $price } par { $interval ->
        [year] an
       *[month] mois
    } (commande { $number }, vérifiée).
restart-status-failed = { $service } : votre commande { $number } du { $confirmed } n'est pas encore exécutée. Une personne s'en occupe.
restart-status-withdrawn = { $service } : votre commande a été close sans être exécutée ({ $number }).
    .short = { $service } : votre commande a été close sans etre exécutée ({ $number }).
restart-status-reversed = { $service } : votre commande a été retirée ({ $number }).

## Des frais appris plus tard

fee-learnt = Le système de { $brand } répond à nouveau : résilier { $service } coûterait { $fee } de frais. Vous n'avez pas donné votre accord ; rien n'est donc prélevé et rien n'est encore résilié. Votre résiliation { $number } est valable depuis le { $declared }. Écrivez ici "suivi" quand vous voudrez choisir la suite.
    .short = Résilier { $service } coute { $fee }. Sans votre accord, rien n'est prélevé ni résilié ; { $number } est valable depuis le { $declared }. Écrivez "suivi" pour choisir.

fee = Le système de { $brand } répond à nouveau : finir { $service } le { $end-date } coûte { $fee } de frais{ $fee-reason ->
        [minimum-term] { "" }, car la durée minimale n'est pas écoulée
       *[other] { "" }
    }. Vous n'avez pas donné votre accord ; rien n'est donc prélevé et rien n'est encore résilié. Votre résiliation { $number } est valable depuis le { $declared }.{ $has-free ->
        [1] { " " }Sans frais, la fin pourrait être le { $free-date }.
       *[0] { "" }
    } Que souhaitez-vous ?
    .short = Finir { $service } le { $end-date } revient à { $fee }{ $fee-reason ->
        [minimum-term] { "" } (durée minimale)
       *[other] { "" }
    }. Rien n'est encore prélevé ni résilié ; { $number } reste valable. Que souhaitez-vous ?

fee-changed = { $brand } ne résilie plus { $service } aux conditions que vous avez confirmées. Voici celles d'aujourd'hui :
    Dernier jour : { $end-date } (avant : { $end-date-before })
    Frais : { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    })
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    })
    Vous n'avez pas donné votre accord ; rien n'est donc prélevé et rien n'est encore résilié. Votre résiliation { $number } est valable depuis le { $declared }.{ $remains ->
        [return-equipment] { " " }Le matériel est à rendre.
       *[nothing] { "" }
    }{ $has-free ->
        [1] { " " }Sans frais, la fin pourrait être le { $free-date }.
       *[0] { "" }
    } Que souhaitez-vous ?
    .short = { $service } a changé : fin { $end-date } (avant : { $end-date-before }), frais { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    }), remboursement { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). Rien n'est résilié ; { $number } reste valable. Votre choix ?

terms-learnt = { $brand } ne résilie plus { $service } aux conditions que vous avez confirmées. Désormais : dernier jour { $end-date } (avant : { $end-date-before }), frais { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    }), remboursement { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). Vous n'avez pas donné votre accord ; rien n'est donc prélevé et rien n'est encore résilié. Votre résiliation { $number } est valable depuis le { $declared }. Écrivez ici "suivi" quand vous voudrez choisir la suite.
    .short = { $service }, nouvelles conditions : fin le { $end-date }, frais { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    }, remboursement { $has-refund ->
        [0] aucun
       *[other] { $refund }
    }. Sans votre accord, rien n'est prélevé ni résilié ; { $number } est valable depuis le { $declared }. Écrivez "suivi" pour choisir.

terms-better = Depuis votre confirmation, les conditions pour résilier { $service } ont changé en votre faveur :
    Dernier jour : { $end-date } (avant : { $end-date-before })
    Frais : { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    })
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    })
    Votre résiliation { $number } est exécutée à ces conditions ; vous recevrez un message dès que c'est fait.
    .short = Changé en votre faveur, { $service } : dernier jour { $end-date } (avant : { $end-date-before }), frais { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    }), remboursement { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). { $number } est exécutée ainsi.

terms-by-law = { $brand } ne résilie plus { $service } aux conditions que vous avez confirmées et nomme maintenant celles-ci :
    Dernier jour : { $end-date } (avant : { $end-date-before })
    Frais : { $has-fee ->
        [0] aucuns
       *[other] { $fee }
    } (avant : { $has-fee-before ->
        [0] aucuns
       *[other] { $fee-before }
    })
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    })
    Votre résiliation { $number } prend effet sans votre accord sur ces conditions : elle est exécutée maintenant, et aucuns frais plus élevés ne sont prélevés. Vous n'avez pas accepté ce qui est moins bon qu'avant, et votre confirmation prouve toujours ce que vous avez confirmé. Écrivez "conseiller" si vous n'êtes pas d'accord ; une personne règle alors la question.
    .short = { $service }, changé par { $brand } : dernier jour { $end-date } (avant : { $end-date-before }), remboursement { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). { $number } est exécutée maintenant, sans frais plus élevés. Pas d'accord ? Écrivez "conseiller".

fee-agreed = Entendu : { $service } finit le { $end-date }.
    Numéro : { $number }
    Reçue : { $declared }
    { $has-fee ->
        [0] Frais : aucuns
       *[other] Frais : { $fee }
    }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel au plus tard le { $end-date }
       *[nothing] Rien d'autre à faire.
    }
    La résiliation est exécutée maintenant, et vous recevrez un message quand c'est fait. Une copie vous est envoyée.
    .short = Entendu : { $service } finit le { $end-date }. No { $number }. { $has-fee ->
        [0] Sans frais
       *[other] Frais { $fee }
    }, { $has-refund ->
        [0] pas de remboursement
       *[other] remboursement { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    }

fee-reminder = Votre résiliation { $number } de { $service } attend encore votre réponse. D'ici là, rien n'est prélevé et rien n'est résilié.

silence-reminder = Votre souhait de résilier est noté depuis le { $declared } et attend votre réponse ; d'ici là, rien n'est résilié. Vous pouvez continuer ici quand vous voulez, et cette heure reste valable.
    .short = Votre souhait de résilier est noté depuis le { $declared } et attend votre réponse. Continuez ici quand vous voulez ; cette heure reste valable.
terms-changed = Les conditions pour { $service } ont changé depuis que je les ai nommées. Voici celles d'aujourd'hui :
offer-gone = L'alternative que j'avais nommée n'est plus disponible.

## Sur un autre canal

continue-elsewhere = Vous pouvez continuer ailleurs dans les 10 prochaines minutes. Votre code, qui sert une fois : { $code }{ $has-webchat ->
        [1] { "" }. Dans un navigateur : { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Sur Telegram : { $telegram }
       *[0] { "" }
    }{ $has-sms ->
        [1] { "" }. Par SMS : envoyez le code au { $sms }
       *[0] { "" }
    }
    .short = Continuez ailleurs dans les 10 minutes. Code, sert une fois : { $code }{ $has-webchat ->
        [1] { "" }. Web : { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Telegram : { $telegram }
       *[0] { "" }
    }
continue-nowhere = { $brand } n'est joignable qu'ici en ce moment. Vous pouvez revenir dans cette conversation à tout moment.
continued = Bon retour. Nous reprenons là où vous étiez.
continue-expired = Ce code n'est plus valable. Écrivez "continuer ailleurs" dans la conversation qui l'a affiché pour en recevoir un nouveau, ou continuez simplement ici.
continue-used = Ce code a déjà servi, et il ne sert qu'une fois. Écrivez "continuer ailleurs" dans la conversation qui l'a affiché pour en recevoir un nouveau, ou continuez simplement ici.
continue-unknown = Je ne connais pas ce code. Merci de le comparer avec celui de l'autre conversation, ou continuez simplement ici.
continue-limited = C'était trop de codes pour le moment. Merci de réessayer dans une heure, ou continuez simplement ici.
continue-other = Cette conversation appartient à un autre client ; je ne peux pas prendre ce code ici.
moved-elsewhere = Vous avez continué { $channel ->
        [telegram] sur Telegram
        [sms] par SMS
        [webchat] dans le chat du site
       *[other] sur un autre canal
    }. Si ce n'était pas vous, écrivez "conseiller".

## Annuler une commande

order-welcome = Que puis-je faire pour vous ? Vous pouvez annuler ici tout ou partie d'une commande, demander où en est une annulation ou parler à une personne.

order-identify = Pour que personne d'autre ne puisse annuler à votre place : quel est votre numéro de client, ou bien l'e-mail ou le numéro de téléphone que { $brand } a de vous ?
    .short = Votre numéro de client { $brand }, ou bien l'e-mail ou le téléphone que { $brand } a de vous ?

order-declare = Vous pouvez déposer votre annulation directement ici ; une personne s'en occupera. Merci d'écrire en un seul message : votre nom, le numéro de la commande, ce que vous en annulez, et un e-mail ou un numéro de téléphone pour notre réponse.
    .short = Pour déposer votre annulation, écrivez en un message : nom, numéro de commande, ce que vous en annulez, et e-mail ou téléphone pour notre réponse.

order-declared = Votre annulation est enregistrée.
    Numéro : { $number }
    Reçue : { $declared }
    Pour la déclaration, vous n'avez plus rien à faire. { $brand } la rattache maintenant à votre commande et vous répond ici ou à une adresse que vous avez donnée ; l'heure de réception ci-dessus fait foi.
    .short = Annulation enregistrée. Numéro { $number }, du { $declared }. { $brand } la rattache à votre commande et vous répond. Cette heure fait foi.

order-select = De quelle commande s'agit-il ?

order-open = Commande { $order } du { $placed } : { $count ->
        [one] un article
       *[other] { $count } articles
    }.

order-nothing = Il n'y a plus de commande à annuler chez { $brand }. Si quelque chose ne va pas, écrivez "conseiller" et une personne vérifiera.

order-lines = Que souhaitez-vous annuler dans la commande { $order } ?
order-lines-more = Que souhaitez-vous annuler d'autre dans la commande { $order } ?
order-lines-quantity = { $name } : il y en a { $quantity }. Combien souhaitez-vous en annuler ?

order-line-void = { $quantity } × { $name } : annulé ; ce n'était pas encore payé
    .short = { $quantity } × { $name } : annulé, non payé
order-line-refund = { $quantity } × { $name } : annulé, remboursement de { $refund }
    .short = { $quantity } × { $name } : { $refund } remboursés
order-line-return = { $quantity } × { $name } : déjà expédié ; à renvoyer au plus tard le { $return-by } avec l'étiquette gratuite, puis remboursement de { $refund }
    .short = { $quantity } × { $name } : à renvoyer au plus tard le { $return-by }, puis { $refund }
order-line-refused = { $quantity } × { $name } : annulation impossible{ $rule ->
        [digital] { "" } ; contenu numérique déjà livré
        [custom-made] { "" } ; fabriqué pour vous
        [return-period-over] { "" } ; le délai de retour est passé
       *[other] { "" }
    }
    .short = { $quantity } × { $name } : non{ $rule ->
        [digital] , numérique
        [custom-made] , fait pour vous
        [return-period-over] , délai passé
       *[other] { "" }
    }

order-line-shipping = Frais de livraison : remboursement de { $refund }
    .short = livraison { $refund } remboursés
order-line-tax = Taxes : remboursement de { $refund }
    .short = taxes { $refund } remboursés

order-confirm = Annuler cela dans la commande { $order } signifie :
    { $lines }
    { $has-refund ->
        [0] Rien n'est remboursé.
       *[other] Remboursement total : { $refund }, sur le moyen de paiement d'origine
    }
    Confirmez-vous l'annulation ?
    .short = Commande { $order } : { $lines }. { $has-refund ->
        [0] Pas de remboursement.
       *[other] Remboursement { $refund }.
    } Confirmez-vous ?

order-receipt = Votre annulation est acceptée.
    Numéro : { $number }
    Commande : { $order } ({ $brand })
    { $lines }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine
    }
    Reçue : { $declared }
    Confirmée : { $confirmed }
    Une copie vous est envoyée.
    .short = Accepté, commande { $order } : { $lines }. No { $number }. Heure { $declared }. { $has-refund ->
        [0] Pas de remboursement.
       *[other] Remboursement { $refund }.
    }

order-refused = Cela ne peut pas être annulé :
    { $lines }
    .short = Commande { $order } : annulation impossible{ $rule ->
        [digital] { "" } ; contenu numérique déjà livré
        [custom-made] { "" } ; fabriqué pour vous
        [return-period-over] { "" } ; le délai de retour est passé
       *[other] { "" }
    }.

order-refused-person = Si vous pensez que ce n'est pas exact, ou si un article livré pose problème, une personne vérifiera.

order-reason = Si vous voulez, dites-nous pourquoi. Vous pouvez passer cette question ; l'annulation est faite dans tous les cas.
    .short = Si vous voulez : pourquoi ? Vous pouvez passer cette question.
order-reason-in-words = Voulez-vous le dire en quelques mots ? Vous pouvez aussi passer cette question.

order-goodbye = Merci, c'est tout. Vous pouvez commander à nouveau quand vous voulez.

order-kept = Rien n'est annulé ; votre commande reste comme elle est. Vous pouvez annuler ici tant que c'est possible.

order-rest-over = Puis-je faire autre chose pour vous ? Vous pouvez commander de nouveau quand vous voulez.

order-changed = La commande { $order } a changé depuis que je l'ai consultée. Voici son état actuel :
order-terms-changed = Quelque chose a changé pour la commande { $order } depuis que je vous l'ai indiqué. Voici ce qui vaut maintenant :

order-executed = C'est fait : { $brand } a exécuté votre annulation pour la commande { $order }. { $has-refund ->
        [0] { "" }
       *[other] Remboursement : { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] La part des articles que vous renvoyez est versée dès leur arrivée.{ " " }
    }Numéro : { $number }

order-execution-delayed = Le système de { $brand } ne répond pas. Votre annulation { $number } pour la commande { $order } est valable depuis le { $declared } ; elle sera exécutée dès que le système répondra, et vous recevrez alors un message.

order-execution-by-person = Le système de { $brand } n'a pas exécuté votre annulation { $number } pour la commande { $order }. Elle est valable depuis le { $declared }. Une personne la termine et vous écrira ici.

order-terms-by-person = La commande { $order } a changé depuis votre confirmation ; votre annulation { $number } n'a donc pas été exécutée aux conditions d'alors. Elle signifierait maintenant :
    { $lines }
    { $has-refund ->
        [0] Rien n'est remboursé.
       *[other] Remboursement total : { $refund }
    }
    Elle est valable depuis le { $declared }. Une personne la termine et vous écrira ici ; rien n'est fait à d'autres conditions sans votre accord.
    .short = La commande { $order } a changé, rien n'est annulé. Maintenant : { $lines }. Une personne vous écrira ici ; rien sans votre accord.

order-terms-open = La commande { $order } a changé depuis votre confirmation, et { $brand } ne l'annule plus à ces conditions-là. Rien n'est encore annulé. Vous avez confirmé :
    { $lines-before }
    Remboursement : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }
    Cela signifierait maintenant :
    { $lines }
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    }
    Annuler à ces nouvelles conditions ?
    .short = Commande { $order } modifiée. Nouveau : { $lines }. Remb. : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }).

order-terms-learnt = La commande { $order } a changé depuis votre confirmation. L'annuler signifierait maintenant :
    { $lines }
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    })
    Vous ne l'avez pas accepté, rien n'est donc encore annulé ; votre annulation { $number } est valable depuis le { $declared }. Demandez son « statut » ici pour choisir la suite.
    .short = La commande { $order } a changé, rien n'est annulé. Maintenant : { $lines }. Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). Pour choisir : "statut".

order-terms-better = La commande { $order } a changé en votre faveur depuis votre confirmation. Elle est maintenant annulée ainsi :
    { $lines }
    Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    })
    Vous recevrez un message dès que c'est fait. Numéro : { $number }
    .short = Commande { $order }, changé en votre faveur : { $lines }. Remboursement : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). { $number } est exécutée ainsi.

order-terms-agreed = D'accord : la commande { $order } est annulée à ces conditions.
    Numéro : { $number }
    { $lines }
    { $has-refund ->
        [0] Remboursement : aucun
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine
    }
    Reçue : { $declared }
    .short = D'accord, commande { $order } : { $lines }. No { $number }. { $has-refund ->
        [0] Pas de remboursement.
       *[other] Remboursement { $refund }.
    }

order-fee-reminder = Votre annulation { $number } de la commande { $order } attend encore votre réponse. D'ici là, rien n'est annulé.
order-executed-undo = C'est fait : votre annulation est retirée, la commande { $order } reste comme elle est. Numéro : { $number }
order-choice-new-terms = Annuler à ces conditions

order-not-carried-out = { $brand } a clos votre annulation { $number } sans l'exécuter : la commande { $order } reste comme elle est. Si ce n'est pas ce que vous voulez, écrivez "conseiller" pour une personne.

order-status-accepted = Commande { $order } : votre annulation { $number } est acceptée ({ $confirmed }) et en cours d'exécution.
order-status-executed = Commande { $order } : votre annulation { $number } est exécutée.
order-status-reconciled = Commande { $order } : votre annulation { $number } est exécutée et vérifiée.
order-status-failed = Commande { $order } : votre annulation { $number } est valable depuis le { $declared }. Une personne la termine.
order-status-terms-open = Commande { $order } : votre annulation { $number } est acceptée ({ $confirmed }) et attend votre réponse au sujet des conditions qui ont changé.
order-status-reversed = Commande { $order } : l'annulation a été retirée ({ $number }).
order-status-withdrawn = Commande { $order } : votre annulation { $number } a été close sans être exécutée.
    .short = Commande { $order } : votre annulation { $number } a été close sans etre exécutée.
order-status-merged = Commande { $order } : ceci a été joint à votre autre annulation.
order-status-declared = Votre annulation { $number } a été reçue le { $declared }. Une personne la rattache à votre commande.
    .short = Votre annulation { $number } a été recue le { $declared }. Une personne la rattache à votre commande.
order-status-not-confirmed = Votre souhait d'annuler est noté depuis le { $declared }. Il n'est pas encore confirmé.

order-nothing-on-record = Je ne trouve aucune commande annulée chez { $brand }.
order-cost-of-quote = Commande { $order } :
    { $lines }
    { $has-refund ->
        [0] Il n'y a pas de remboursement.
       *[other] Remboursement total : { $refund }, sur le moyen de paiement d'origine.
    }
    .short = Commande { $order } : { $has-refund ->
        [0] pas de remboursement.
       *[other] remboursement de { $refund }, sur le moyen de paiement d'origine.
    }
order-refund-of-quote = { $has-refund ->
        [0] Pour cela, dans la commande { $order }, il n'y a pas de remboursement.
       *[other] Pour cela, dans la commande { $order }, le remboursement est de { $refund }, sur le moyen de paiement d'origine{ $has-return ->
            [0] .
           *[other] { "" } ; pour ce que vous renvoyez, il suit dès son arrivée.
        }
    }
order-refund-comes-with-quote = Vous verrez le remboursement éventuel avant de confirmer.
order-terms-come-with-quote = Vous verrez ce que devient chaque article, et le remboursement éventuel, avant de confirmer.
order-undo-too-late = L'annulation pour la commande { $order } ne peut pas être retirée. Vous pouvez commander à nouveau quand vous voulez.
    .short = L'annulation pour la commande { $order } ne peut pas etre retirée. Vous pouvez commander à nouveau quand vous voulez.
order-change-by-person = Une personne peut changer votre commande : écrivez "conseiller". Moi, je peux l'annuler, en tout ou en partie.
order-help = Je peux annuler tout ou partie d'une commande chez { $brand }, vous dire où en est une annulation, renvoyer une confirmation ou faire venir une personne. Écrivez "retour" pour corriger quelque chose, "continuer ailleurs" pour passer sur un autre canal, ou le nom d'une autre langue pour en changer.
    .short = Je peux annuler tout ou partie d'une commande, dire où en est une annulation, renvoyer une confirmation ou appeler une personne. Écrivez "retour" pour corriger.

code-for-order = votre commande
order-code-message = { $code } est votre code pour annuler { $subject } chez { $brand }. Il est valable 10 minutes. Personne chez { $brand } ne vous le demandera. Si ce n'était pas vous, ignorez ce message.
    .short = { $code } est votre code pour annuler { $subject } chez { $brand }. Valable 10 minutes. Pas vous ? Ignorez ce message.

choice-order = { $order } du { $placed }, { $count ->
        [one] un article
       *[other] { $count } articles
    }
order-choice-cancel = Annuler une commande
order-choice-confirm = Confirmer l'annulation
order-choice-status = Où en est mon annulation ?
choice-all-of-it = Toute la commande
choice-the-rest = Tout le reste
choice-line = { $quantity ->
        [1] { $name }
       *[other] { $quantity } × { $name }
    }
choice-quantity = { $quantity }
choice-all-of-them = Les { $quantity }
choice-more = Encore autre chose
choice-enough = Rien d'autre
choice-too-late = Arrive trop tard
choice-wrong-item = Mauvais article commandé
choice-better-price = Moins cher ailleurs
choice-not-needed = Je n'en ai plus besoin

## Où en est une résiliation

status-accepted = { $service } : votre résiliation { $number } est acceptée ({ $confirmed }) et en cours d'exécution.
status-executed = { $service } : votre résiliation { $number } est exécutée. Dernier jour : { $end-date }.
    .short = { $service } : la résiliation { $number } est exécutée.
status-reconciled = { $service } : votre résiliation { $number } est exécutée et vérifiée. Dernier jour : { $end-date }.
    .short = { $service } : la résiliation { $number } est exécutée et vérifiée.
status-fee-open = { $service } : votre résiliation { $number } est acceptée ({ $confirmed }) et attend votre réponse au sujet de { $fee } de frais.
status-terms-open = { $service } : votre résiliation { $number } est acceptée ({ $confirmed }) et attend votre réponse au sujet des conditions qui ont changé.
status-reversing = { $service } : votre résiliation { $number } est en train d'être retirée. Vous recevrez un message dès que c'est fait.
    .short = { $service } : votre résiliation { $number } est en train d'etre retirée. Vous recevrez un message dès que c'est fait.
status-reversed = { $service } : la résiliation a été retirée ({ $number }).
status-failed = { $service } : votre résiliation { $number } est valable depuis le { $declared }. Une personne la termine.
alternative-status-accepted = { $service } : votre changement { $number } est convenu ({ $confirmed }) et en cours d'application.
alternative-status-executed = { $service } : votre changement { $number } est appliqué.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Vous pouvez l'annuler jusqu'au { $undo-day } : écrivez "rétablir".
    }
alternative-status-reconciled = { $service } : votre changement { $number } est appliqué et vérifié.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Vous pouvez l'annuler jusqu'au { $undo-day } : écrivez "rétablir".
    }
alternative-status-failed = { $service } : votre changement { $number } est convenu ({ $confirmed }). Une personne s'en occupe.
alternative-status-reversing = { $service } : votre changement { $number } est en cours d'annulation. Vous recevrez un message dès que c'est fait.
alternative-status-reversed = { $service } : le changement est annulé ({ $number }).
status-withdrawn = { $service } : votre demande { $number } a été close sans être exécutée.
    .short = { $service } : votre demande { $number } a été close sans etre exécutée.
status-merged = { $service } : ceci a été joint à votre autre résiliation.
status-declared = Votre déclaration { $number } a été reçue le { $declared }. Une personne la rattache à votre contrat.
    .short = Votre déclaration { $number } a été recue le { $declared }. Une personne la rattache à votre contrat.
status-not-confirmed = Votre souhait de résilier est noté depuis le { $declared }. Il n'est pas encore confirmé.

service-active = { $service } : actif, { $price } par { $interval ->
        [year] an
       *[month] mois
    }.
service-paused = { $service } : en pause.
service-ending = { $service } : déjà résilié, dernier jour { $ends-on }. Ensuite, plus rien n'est prélevé.
service-ended = { $service } : fini le { $ends-on }. Plus rien n'est prélevé.

nothing-on-record = Je ne trouve aucune résiliation chez { $brand }.
refund-of-quote = { $has-refund ->
        [0] Pour { $service }, il n'y a pas de remboursement.
       *[other] Pour { $service }, le remboursement est de { $refund }, sur le moyen de paiement d'origine.
    }
cost-of-quote = { $has-fee ->
        [0] Résilier { $service } ne coûte rien.
       *[other] Résilier { $service } coûte { $fee }{ $fee-reason ->
            [minimum-term] { "" }, car la durée minimale n'est pas écoulée.
           *[other] .
        }
    } { $has-refund ->
        [0] Il n'y a pas de remboursement.
       *[other] Vous récupérez { $refund }{ $refund-reason ->
            [unused-time] { "" } pour le temps non utilisé
           *[other] { "" }
        }, sur le moyen de paiement d'origine.
    } Le dernier jour est le { $end-date }.
    .short = { $has-fee ->
        [0] Résilier { $service } ne coute rien.
       *[other] Résilier { $service } coute { $fee }{ $fee-reason ->
            [minimum-term] { "" }, car la durée minimale n'est pas écoulée.
           *[other] .
        }
    } { $has-refund ->
        [0] Il n'y a pas de remboursement.
       *[other] Vous récupérez { $refund }{ $refund-reason ->
            [unused-time] { "" } pour le temps non utilisé
           *[other] { "" }
        }, sur le moyen de paiement d'origine.
    } Le dernier jour est le { $end-date }.
ends-on = { $service } : le dernier jour est le { $end-date }.
charges-until = { $has-charge ->
        [0] Pour { $service }, aucun prélèvement n'est enregistré.
       *[other] Le dernier prélèvement pour { $service } est de { $last-charge } le { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] Les frais de { $fee } sont prélevés une fois.{ " " }
    }Après le dernier jour, le { $end-date }, plus rien n'est prélevé.
to-return = { $remains ->
        [return-equipment] Pour { $service }, merci de rendre le matériel au plus tard le { $end-date }. Mes données ne disent pas comment l'envoyer.
       *[other] Pour { $service }, il reste quelque chose à faire au plus tard le { $end-date }. Mes données ne disent pas comment.
    }
nothing-remains = Pour { $service }, vous n'avez plus rien à faire ni à rendre.
not-in-record = Cela ne figure pas encore dans mes données.
terms-come-with-quote = Vous verrez le dernier jour, les frais éventuels et ce qui reste à faire avant de confirmer.
refund-comes-with-quote = Vous verrez le remboursement et les frais avant de confirmer.
confirmation-sent-again = Votre confirmation { $number } vous est envoyée une nouvelle fois, inchangée.
confirmation-sent-enough = Votre confirmation { $number } vous a été envoyée le { $sent }. Je pourrai la renvoyer dans une heure.
confirmation-by-person = Si elle n'est pas arrivée, une personne peut vous aider.

## L'identification

code-message = { $code } est votre code pour résilier { $subject } chez { $brand }. Il est valable 10 minutes. Personne chez { $brand } ne vous le demandera. Si ce n'était pas vous, ignorez ce message.
    .short = { $code } est votre code pour résilier { $subject } chez { $brand }. Valable 10 minutes. Pas vous ? Ignorez ce message.
code-for-contract = votre contrat
code-subject = Votre code pour { $brand }
code-wrong = Ce code n'est pas correct. Merci d'essayer encore.
code-expired = Ce code n'est plus valable. Demandez-en un nouveau, ou continuez sans code.
code-locked = Trop d'essais ; aucun autre code ne peut être essayé. Vous pouvez tout de même déposer votre résiliation.
    .short = Trop d'essais ; aucun autre code ne peut etre essayé. Vous pouvez tout de meme déposer votre résiliation.
code-sent-again = Si { $brand } vous connaît, un nouveau code est en route. Merci de l'écrire ici ; seul le dernier est valable.
    .short = Si { $brand } vous connait, un nouveau code est en route. Merci de l'écrire ici ; seul le dernier est valable.
codes-limited = Aucun autre code ne peut être envoyé pour le moment. Vous pouvez tout de même déposer votre résiliation.
    .short = Aucun autre code ne peut etre envoyé pour le moment. Vous pouvez tout de meme déposer votre résiliation.
contact-not-yours = Ce contact n'est pas le vôtre ou n'a pas pu être vérifié. Merci de partager votre propre numéro ou de choisir une autre voie.
    .short = Ce contact n'est pas le votre ou n'a pas pu etre vérifié. Merci de partager votre propre numéro ou de choisir une autre voie.
extra-check = Pour votre protection, un code est nécessaire pour ce compte.
no-such-customer = { $brand } n'a aucun contrat sous ce numéro.
office-unavailable = Le système de { $brand } ne répond pas en ce moment. Merci de redemander un peu plus tard, ou d'écrire "conseiller".
office-unavailable-for-contact = Le système de { $brand } ne répond pas en ce moment. Vous pouvez essayer une autre voie, ou continuer sans.
identity-needed = Sans savoir qui vous êtes, je ne peux pas vous en dire plus. Écrivez "conseiller" pour joindre une personne.
    .short = Sans savoir qui vous etes, je ne peux pas vous en dire plus. Écrivez "conseiller" pour joindre une personne.

## Une personne

handed-over-minutes = Une personne de { $brand } vous répondra ici, en général en quelques minutes. En attendant, vous pouvez continuer avec moi.
handed-over-hours = Une personne de { $brand } vous répondra ici, en général en quelques heures. En attendant, vous pouvez continuer avec moi.
handed-over-later = Personne n'est disponible en ce moment. Une personne de { $brand } vous répondra ici le prochain jour ouvré. En attendant, vous pouvez continuer avec moi.
dispute-handed-over-minutes = J'en suis désolé. Une personne de { $brand } va vérifier et vous répondre ici, en général en quelques minutes. Ce que vous avez déclaré suit son cours.
dispute-handed-over-hours = J'en suis désolé. Une personne de { $brand } va vérifier et vous répondre ici, en général en quelques heures. Ce que vous avez déclaré suit son cours.
dispute-handed-over-later = J'en suis désolé. Une personne de { $brand } va vérifier et vous répondre ici le prochain jour ouvré. Ce que vous avez déclaré suit son cours.
urgent-danger = Si votre vie ou celle de quelqu'un d'autre est en danger, appelez maintenant le { $emergency }, ou le numéro d'urgence là où vous êtes.{ $has-listening ->
        [1] { " " }Si vous pensez à mettre fin à vos jours, quelqu'un vous écoute jour et nuit au { $listening }.
       *[0] { "" }
    } Vous comptez plus que tout le reste ici. Je suis un assistant automatique et j'ai donc appelé une personne de { $brand } ; { $wait ->
        [minutes] elle voit votre message en premier et vous répond ici en quelques minutes.
        [hours] elle voit votre message en premier et vous répond ici dès que possible.
       *[later] personne n'est disponible en ce moment, et votre message sera lu en premier.
    } Rien de ce que vous vouliez résilier n'est perdu : vous pouvez continuer ici quand vous voudrez.
    .short = En danger ? Appelez le { $emergency } maintenant.{ $has-listening ->
        [1] { " " }On vous écoute jour et nuit au { $listening }.
       *[0] { "" }
    } Vous comptez avant tout. Une personne de { $brand } est appelée et { $wait ->
        [minutes] vous répond ici en quelques minutes.
        [hours] vous répond ici dès que possible.
       *[later] lira votre message en premier.
    } Vous pouvez toujours résilier ici.
urgent-death = Toutes mes condoléances. Rien n'est à prouver maintenant. Une personne de { $brand } va vous aider ici, { $wait ->
        [minutes] en général en quelques minutes.
        [hours] en général en quelques heures.
       *[later] le prochain jour ouvré.
    } Vous n'avez pas à l'attendre : ce qui doit être résilié peut l'être tout de suite avec moi.
    .short = Toutes mes condoléances. Rien n'est à prouver maintenant. Une personne de { $brand } va vous aider ici { $wait ->
        [minutes] en quelques minutes.
        [hours] en quelques heures.
       *[later] le prochain jour ouvré.
    } Vous pouvez aussi résilier tout de suite avec moi.
urgent-legal = Merci de nous le dire. Une personne de { $brand } lit votre message et vous répond ici, { $wait ->
        [minutes] en général en quelques minutes.
        [hours] en général en quelques heures.
       *[later] le prochain jour ouvré.
    } Vos droits restent entiers, et vous pouvez résilier ici à tout moment.
urgent-upset = Je suis désolé que l'on en soit arrivé là. Une personne de { $brand } lit ce que vous avez écrit et vous répond ici, { $wait ->
        [minutes] en général en quelques minutes.
        [hours] en général en quelques heures.
       *[later] le prochain jour ouvré.
    } Si vous voulez résilier, rien ne s'y oppose en attendant.
agent-joined = { $agent } a rejoint cette conversation.
agent-returned = Vous êtes de nouveau avec l'assistant automatique.
    .short = Vous etes de nouveau avec l'assistant automatique.
agent-resolved = L'échange avec notre équipe est terminé. Vous êtes de nouveau avec l'assistant automatique.
    .short = L'échange avec notre équipe est terminé. Vous etes de nouveau avec l'assistant automatique.

## Petites phrases et corrections

help = Je peux résilier un service chez { $brand }, vous dire où en est une résiliation, renvoyer une confirmation ou faire venir une personne. Écrivez "retour" pour corriger quelque chose, "continuer ailleurs" pour passer sur un autre canal, ou le nom d'une autre langue pour en changer.
    .short = Je peux résilier un service, dire où en est une résiliation, renvoyer une confirmation ou appeler une personne. Écrivez "retour" pour corriger.
thanks = Avec plaisir.
bye = Au revoir. Vous pouvez revenir dans cette conversation à tout moment.
bye-not-confirmed = Au revoir. Votre résiliation n'est pas encore confirmée ; vous pouvez continuer ici à tout moment.
unclear = Je ne suis pas certain d'avoir compris. Merci de choisir, ou de le dire autrement.
unclear-again = Désolé, je ne comprends toujours pas. Merci de choisir une de ces réponses, ou d'écrire "conseiller" pour une personne.
unclear-person-comes = Je n'ai pas compris, mais une personne de { $brand } le lira et vous répondra ici. En attendant, vous pouvez continuer avec moi.
why-identify = Sinon, n'importe qui pourrait résilier en votre nom ; je dois donc savoir que c'est vous. Si vous préférez ne pas le dire, vous pouvez continuer sans.
why-reason = Cela aide { $brand } à faire mieux. Votre résiliation reste comme elle est, quelle que soit votre réponse.
cannot-use-media = Je ne peux pas lire les images, les messages vocaux ni les fichiers.
cannot-use-edited = Je ne tiens compte que des nouveaux messages, pas des messages modifiés.
cannot-use-long = Ce message est trop long pour moi. Merci de le dire en quelques mots, ou d'écrire "conseiller" pour une personne.
button-stale = Cela appartient à une question précédente. Nous en sommes ici :
not-processed = Un problème est survenu de notre côté avec votre dernier message. Il est conservé ; une personne le lira et vous répondra ici.
    .short = Un problème est survenu de notre coté avec votre dernier message. Il est conservé ; une personne le lira et vous répondra ici.
one-moment = Un instant, j'interroge le système de { $brand }.
cannot-go-back = Il n'y a pas d'étape précédente.
language-unknown = Je parle : { $languages }. Écrivez à tout moment le nom d'une langue pour en changer.
    .short = Pour changer, écrivez à tout moment le nom de votre langue.
keep-or-cancel = Juste pour être sûr : dois-je continuer la résiliation, ou tout laisser comme avant ?
    .short = Juste pour etre sur : dois-je continuer la résiliation, ou tout laisser comme avant ?
nothing-to-keep = Il n'y a aucune résiliation à retirer.
undo-too-late = { $had-undo ->
        [0] La résiliation de { $service } est exécutée et ne peut plus être retirée. Dernier jour : { $end-date }.
       *[1] La résiliation de { $service } est exécutée et pouvait être retirée jusqu'au { $undo-until }. Dernier jour : { $end-date }.
    }
    .short = { $had-undo ->
        [0] La résiliation de { $service } est exécutée et ne peut plus etre retirée. Dernier jour : { $end-date }.
       *[1] La résiliation de { $service } est exécutée et pouvait etre retirée jusqu'au { $undo-until }. Dernier jour : { $end-date }.
    }
undo-unclear = La résiliation de { $service } est exécutée. Seule une personne peut voir si elle peut encore être retirée ; elle vous répondra ici.
    .short = La résiliation de { $service } est exécutée. Seule une personne peut voir si elle peut encore etre retirée ; elle vous répondra ici.
change-by-person = Une personne peut changer votre formule : écrivez "conseiller". Moi, je peux la résilier.
anything-else = Que souhaitez-vous faire ?
texts-stopped = { $brand } ne vous enverra plus de SMS.
messages-stopped = { $brand } ne vous écrira plus ici, sauf si vous écrivez.

## Ce que l'on presse

choice-cancel = Résilier un service
# Les mots exacts qu'une loi prescrit.
choice-prescribed = { $words }
choice-status = Où en est ma résiliation ?
choice-human = Parler à une personne
choice-back = Retour
choice-correct = L'écrire à nouveau
choice-carry-out = La faire exécuter maintenant
choice-unable = Continuer sans
choice-share-contact = Partager mon numéro de téléphone
choice-use-sender = Utiliser ce numéro de téléphone
choice-resend-code = Envoyer un nouveau code
choice-service = { $service }, { $price } par { $interval ->
        [year] an
       *[month] mois
    }
choice-no-cancel = Non, résilier
choice-accept-pause = Mettre en pause
choice-accept-discount = Prendre le prix réduit
choice-accept-downgrade = Prendre la petite formule
choice-accept-later-date = Finir plus tard
choice-accept-extension = Prendre ce temps gratuit
choice-accept-exchange = Prendre l'autre formule
choice-accept-store-credit = Prendre l'avoir
choice-confirm = Confirmer la résiliation
choice-cancel-now = Non, résilier maintenant
choice-hear = Oui, dites-moi
choice-keep = Garder
choice-end-instead = Résilier à la place
choice-pay-fee = Payer { $fee } et résilier
choice-new-terms = Résilier à ces conditions
choice-without-fee = Finir le { $free-date }, sans frais
choice-undo = Retirer la résiliation
choice-leave-cancelled = Laisser résilié
choice-restart = Commander avec obligation de paiement
choice-leave-ended = Laisser comme c'est
choice-ended-service = { $service }, fini le { $ends-on }
alternative-choice-undo = Annuler le changement
alternative-choice-leave-cancelled = Garder le changement
choice-skip = Passer
choice-way-mail = L'e-mail suffit
choice-way-sms = Aussi par SMS
choice-way-telegram = Aussi sur Telegram
choice-too-expensive = Trop cher
choice-not-used = Je ne l'utilise pas
choice-quality = Je n'en suis pas satisfait
choice-moving = Déménagement ou autres projets
choice-other = Autre chose

## Se rétracter d'un contrat

withdraw-welcome = Ici, vous pouvez vous rétracter d'un contrat ou d'une commande, demander où en est une rétractation ou parler à une personne. Personne ne vous demande de raison.
withdraw-identify = Pour qu'elle puisse être exécutée tout de suite : quel est votre numéro de client, ou bien l'e-mail ou le numéro de téléphone que { $brand } a de vous ?
    .short = Votre numéro de client { $brand }, ou bien l'e-mail ou le téléphone que { $brand } a de vous ?
withdraw-select = De quel contrat souhaitez-vous vous rétracter ?
withdraw-confirm = Vous vous rétractez de { $service }. Cela signifie :
    Fin : tout de suite, le { $end-date }
    { $has-refund ->
        [0] Remboursement : rien n'a encore été payé
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine sous 14 jours
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel
       *[nothing] Rien d'autre à faire.
    }
    Déclarez-vous la rétractation ?
    .short = Vous rétracter de { $service } ? Fin le { $end-date }. { $has-refund ->
        [0] Rien n'a encore été payé
       *[other] Remboursement { $refund } sous 14 jours
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    } Vous confirmez ?
withdraw-confirm-without-quote = Vous vous rétractez de votre contrat : { $service }. Votre message est arrivé le { $declared }, et cette heure fait foi. Je ne peux pas dire ici ce qui sera remboursé ; { $brand } le vérifie et vous le dit. Déclarez-vous la rétractation ?
    .short = Vous rétracter de { $service } ? { $declared } fait foi. { $brand } vous dira ce qui est remboursé. Vous confirmez ?
withdrawal-receipt = Votre rétractation est reçue.
    Numéro : { $number }
    Contrat : { $service } ({ $brand })
    Reçue : { $declared }
    Confirmée : { $confirmed }
    Fin : { $end-date }
    { $has-refund ->
        [0] Remboursement : rien n'a encore été payé
       *[other] Remboursement : { $refund }, sur le moyen de paiement d'origine sous 14 jours
    }
    { $remains ->
        [return-equipment] À faire : rendre le matériel
       *[nothing] Rien d'autre à faire.
    }
    Une copie vous est envoyée.
    .short = Rétractation enregistrée : { $service }. No { $number }. Heure { $declared }. Fin le { $end-date }. { $has-refund ->
        [0] Rien n'a encore été payé
       *[other] Remboursement { $refund } sous 14 jours
    }.{ $remains ->
        [return-equipment] { " " }Rendez le matériel.
       *[nothing] { "" }
    }
withdrawal-receipt-without-quote = Votre rétractation est reçue.
    Numéro : { $number }
    Contrat : { $service }
    Reçue : { $declared }
    Confirmée : { $confirmed }
    { $brand } l'exécute ou vous écrit. Ce qui est remboursé revient sur le moyen de paiement d'origine. Vous n'avez plus rien à faire.
    .short = Rétractation enregistrée : { $service }. No { $number }. Heure { $declared }. { $brand } l'exécute ou vous écrit. Vous n'avez plus rien à faire.
withdraw-kept = Vous ne vous êtes rétracté de rien ; tout reste comme avant. Vous pouvez vous rétracter ici à tout moment, tant que le délai court.
    .short = Vous ne vous etes rétracté de rien ; tout reste comme avant. Vous pouvez vous rétracter ici à tout moment, tant que le délai court.
withdraw-or-end = Se rétracter et résilier sont deux choses : la rétractation annule le contrat depuis le début, la résiliation y met fin à une date. Que souhaitez-vous ?
    .short = Se rétracter annule le contrat depuis le début, résilier y met fin à une date. Que souhaitez-vous ?
withdraw-by-person = Se rétracter d'un contrat est autre chose que le résilier. Votre message du { $declared } est conservé avec son heure, et une personne de { $brand } s'en occupera ici avec vous.
    .short = Se rétracter est autre chose que résilier. Votre message du { $declared } est conservé ; une personne de { $brand } s'en occupera ici avec vous.
withdrawal-executed = C'est fait : { $brand } a exécuté votre rétractation de { $service }. { $has-refund ->
        [0] Plus rien n'est prélevé.
       *[other] { $refund } reviennent sur le moyen de paiement d'origine sous 14 jours après votre déclaration.
    } Numéro : { $number }
withdrawal-execution-delayed = Le système de { $brand } ne répond pas. Votre rétractation { $number } est valable depuis le { $declared } ; elle sera exécutée dès que le système répondra, et vous recevrez alors un message.
withdrawal-execution-by-person = Une personne de { $brand } examine votre rétractation { $number } et vous écrira ici. Elle est valable depuis le { $declared }.
withdrawal-terms-better = Le remboursement pour votre rétractation { $number } de { $service } a changé en votre faveur : { $refund } (avant : { $has-refund-before ->
        [0] aucun
       *[other] { $refund-before }
    }). Elle est exécutée ainsi ; vous recevrez un message dès que c'est fait.
withdrawal-terms-by-law = { $brand } ne rembourse plus ce qui était indiqué pour votre rétractation de { $service } : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $refund-before }). Votre rétractation { $number } prend effet tout de même et est exécutée maintenant. Vous n'avez pas accepté moins : écrivez "conseiller" si vous n'êtes pas d'accord, et une personne règle la question.
    .short = { $brand } ne rembourse plus ce qui était indiqué pour votre rétractation de { $service } : { $has-refund ->
        [0] aucun
       *[other] { $refund }
    } (avant : { $refund-before }). Votre rétractation { $number } prend effet tout de meme et est exécutée maintenant. Vous n'avez pas accepté moins : écrivez "conseiller" si vous n'etes pas d'accord et une personne s'en occupe.
withdrawal-not-carried-out = { $brand } a clos votre rétractation { $number } sans l'exécuter : { $service } continue comme avant. Si vous n'êtes pas d'accord, écrivez "conseiller".
    .short = { $brand } a clos votre rétractation { $number } sans l'exécuter : { $service } continue comme avant. Si vous n'etes pas d'accord, écrivez "conseiller".
withdrawal-status-accepted = { $service } : votre rétractation { $number } est reçue ({ $confirmed }) et en cours d'exécution.
    .short = { $service } : votre rétractation { $number } est recue ({ $confirmed }) et en cours d'exécution.
withdrawal-status-executed = { $service } : votre rétractation { $number } est exécutée.
withdrawal-status-reconciled = { $service } : votre rétractation { $number } est exécutée et vérifiée.
withdrawal-status-failed = { $service } : votre rétractation { $number } est valable depuis le { $declared }. Une personne l'examine.
withdrawal-status-not-confirmed = Votre souhait de vous rétracter est noté depuis le { $declared }. Il n'est pas encore déclaré.
withdrawal-nothing-on-record = Je ne trouve aucune rétractation chez { $brand }.
withdrawal-cost-of-quote = Se rétracter de { $service } ne coûte rien. { $has-refund ->
        [0] Rien n'a encore été payé.
       *[other] Vous récupérez { $refund }, sur le moyen de paiement d'origine.
    }
    .short = Se rétracter de { $service } ne coute rien. { $has-refund ->
        [0] Rien n'a encore été payé.
       *[other] Vous récupérez { $refund }, sur le moyen de paiement d'origine.
    }
withdrawal-undo-too-late = Une rétractation déclarée pour { $service } ne peut pas être retirée ici. Écrivez "conseiller", et une personne verra ce qui est possible.
    .short = Une rétractation déclarée pour { $service } ne peut pas etre retirée ici. Écrivez "conseiller", et une personne verra ce qui est possible.
withdrawal-nothing-to-keep = Il n'y a aucune rétractation à retirer.
withdrawal-keep-or-cancel = Juste pour être sûr : dois-je continuer la rétractation, ou tout laisser comme avant ?
    .short = Juste pour etre sur : dois-je continuer la rétractation, ou tout laisser comme avant ?
withdrawal-bye-not-confirmed = Au revoir. Votre rétractation n'est pas encore déclarée ; vous pouvez continuer ici à tout moment.
withdrawal-help = Je peux recevoir votre rétractation d'un contrat avec { $brand }, dire où elle en est, renvoyer sa confirmation ou faire venir une personne. Écrivez "retour" pour corriger quelque chose, "continuer ailleurs" pour passer sur un autre canal, ou le nom d'une autre langue pour en changer.
    .short = Je peux recevoir votre rétractation, dire où elle en est, renvoyer la confirmation ou appeler une personne. Écrivez "retour" pour corriger.
withdrawal-code-locked = Trop d'essais ; aucun autre code ne peut être essayé. Vous pouvez vous rétracter sans code.
    .short = Trop d'essais ; aucun autre code ne peut etre essayé. Vous pouvez vous rétracter sans code.
withdrawal-codes-limited = Aucun autre code ne peut être envoyé pour le moment. Vous pouvez vous rétracter sans code.
    .short = Aucun autre code ne peut etre envoyé pour le moment. Vous pouvez vous rétracter sans code.
withdrawal-choice-status = Où en est ma rétractation ?

## La confirmation par e-mail

mail-subject-termination = Résiliation { $number } : { $service }
mail-subject-alternative = Changement { $number } : { $service }
mail-subject-withdrawal = Rétractation { $number }
mail-subject-declaration = Votre déclaration { $number }
mail-subject-reversal = Résiliation retirée { $number } : { $service }
mail-subject-alternative-reversal = Changement annulé { $number } : { $service }
mail-subject-terms = Conditions de votre résiliation { $number } : { $service }
mail-subject-order-terms = Conditions de votre annulation { $number } : commande { $order }
mail-subject-order-reversal = Annulation retirée { $number } : commande { $order }
mail-subject-reason = Votre motif, noté sous { $number }
mail-subject-notice = À propos de { $number }
mail-footer = Conservez ce message : c'est votre preuve. L'acte scellé { $number } est joint.
mail-proof = Le fichier { $number }.tlog-proof prouve que l'acte figure au registre de { $brand }, où rien ne peut être modifié après coup.
mail-page = Où cela en est, les fichiers, et comment revenir dessus tant que c'est possible : { $url }

# Le reste de l'e-mail : une phrase, un tableau de faits (noms et valeurs), encore une phrase.
mail-lead-termination = { $brand } confirme la résiliation de { $service }.
mail-lead-alternative = { $brand } confirme : { $service } n'est pas résilié ; le changement ci-dessous s'applique à la place.
mail-lead-withdrawal = { $brand } confirme avoir reçu votre rétractation.
mail-lead-declaration = { $brand } confirme avoir reçu votre déclaration.
mail-lead-reversal = { $brand } confirme : { $service } continue, la résiliation est retirée.
mail-lead-alternative-reversal = { $brand } confirme : le changement pour { $service } est annulé, tout continue comme avant.
mail-lead-terms = { $brand } confirme la résiliation de { $service } aux conditions ci-dessous, que vous avez acceptées.
mail-lead-order-terms = { $brand } confirme : la commande { $order } est annulée aux conditions ci-dessous, que vous avez acceptées.
mail-lead-order-reversal = { $brand } confirme : votre annulation est retirée, la commande { $order } reste comme elle est.
mail-lead-reason = { $brand } confirme : vous avez indiqué un motif. Cela ne change rien à ce qui vous est confirmé.
mail-close-termination = L'heure de réception ci-dessus fait foi. Après le dernier jour, plus rien n'est prélevé. Revenez quand vous voulez.
mail-close-unquoted = L'heure de réception ci-dessus fait foi. { $brand } vous communiquera le dernier jour et un éventuel remboursement. S'il y avait des frais, on vous demanderait d'abord votre accord.
mail-close-alternative = Vous pouvez toujours résilier, à tout moment, dans la conversation où vous avez accepté ceci. Pour annuler le changement tant que c'est possible, écrivez-y « rétablir ».
mail-close-withdrawal = L'heure de réception ci-dessus fait foi. Ce qui a été payé revient sur le moyen de paiement d'origine sous 14 jours à compter de cette heure.
mail-close-withdrawal-unquoted = L'heure de réception ci-dessus fait foi. { $brand } rattache votre rétractation à votre contrat, et l'exécute ou vous écrit. Ce qui est remboursé revient sur le moyen de paiement d'origine.
mail-close-declaration = { $brand } rattache votre déclaration à votre contrat et répond à l'adresse que vous avez donnée. L'heure de réception ci-dessus fait foi.
mail-close-reversal = Vous pouvez résilier à nouveau à tout moment.
mail-subject-restart = Commande { $number } : { $service }
mail-subject-restart-reversal = Commande retirée { $number } : { $service }
mail-lead-restart = { $brand } confirme votre commande : { $service } est repris, avec un nouveau contrat.
mail-lead-restart-reversal = { $brand } confirme : votre commande de { $service } est retirée.
mail-close-restart = Vous ne payez rien pour la période avant le premier jour. Vous recevrez un message dès qu'il est actif et pouvez résilier à tout moment dans le chat.
mail-close-restart-reversal = Elle n'a pas été exécutée et vous ne payez rien.
mail-label-ordered = Commandé
mail-label-contract-price = Prix
mail-label-minimum = Durée minimale
mail-label-withdrawal = Droit de rétractation
mail-value-contract-price = { $price } par { $interval ->
        [year] an
       *[month] mois
    }
mail-value-minimum = jusqu'au { $day }
mail-value-withdrawal = jusqu'au { $day }, sans donner de motif : écrivez "me rétracter" dans le chat, ou à { $brand }. Vous ne payez alors que les jours écoulés.
mail-close-alternative-reversal = Vous pouvez résilier à tout moment.
mail-close-terms = L'heure de réception ci-dessus fait foi. Après le dernier jour, plus rien n'est prélevé. Revenez quand vous voulez.
mail-close-order-reversal = Vous pouvez annuler à nouveau tant que c'est possible.
mail-close-reason = Vous n'avez rien à faire.
mail-subject-ending = { $brand } met fin à { $service } ({ $number })
mail-subject-ending-reversal = { $service } continue ({ $number })
mail-lead-ending = { $brand } met fin à { $service } de sa propre initiative. Ceci en est l'avis.
mail-lead-ending-reversal = { $brand } confirme : { $service } continue, l'avis de fin est retiré.
mail-close-ending-non-payment = Vous pouvez l'éviter : payez ce qui est dû avant le dernier jour et écrivez à { $brand } dans le chat. Si c'est une erreur, écrivez-y « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé.
mail-close-ending-inactivity = Vous pouvez l'éviter : utilisez-le à nouveau avant le dernier jour, ou écrivez à { $brand } dans le chat que vous voulez le garder. Si c'est une erreur, écrivez-y « contester » : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé.
mail-close-ending-policy = Si c'est une erreur, écrivez « contester » dans le chat avec { $brand } : rien ne prendra fin avant qu'une personne ne l'ait vérifié. Après le dernier jour, rien n'est prélevé.
mail-close-ending-reversal = Vous n'avez rien à faire.
mail-label-cause = Motif
mail-label-stated = De quoi il s'agit
mail-label-told = Avis donné
mail-label-notice = Préavis
mail-value-cause = { $cause ->
        [non_payment] impayé
        [inactivity] inutilisé depuis longtemps
       *[policy] conditions d'utilisation non respectées
    }
mail-value-days = { $days } jours
mail-label-number = Numéro
mail-label-service = Contrat
mail-label-declared = Reçue
mail-label-confirmed = Confirmée
mail-label-end-date = Dernier jour
mail-label-fee = Frais
mail-label-refund = Remboursement
mail-label-last-charge = Dernier prélèvement
mail-label-remains = À faire
mail-label-undo-until = Réversible jusqu'au
mail-label-change = Changement
mail-label-starts-on = Du
mail-label-ends-on = Au
mail-label-price = Prix pendant ce temps
mail-label-new-price = Nouveau prix
mail-label-price-after = Prix ensuite
mail-label-credit = Avoir
mail-label-next-charge = Prochain prélèvement
mail-label-old-price = Prix jusque-là
mail-label-words = Vos mots
mail-label-completes = Complète la résiliation
mail-label-belongs = Se rapporte à
mail-label-agreed = Accord donné
mail-label-reversed = Retirée
mail-label-reverses = Résiliation retirée
mail-label-reverses-change = Changement annulé
mail-label-fingerprint = Empreinte de l'acte (SHA-256)
mail-label-rules = Règles appliquées
mail-value-rules = { $pack }, en vigueur au { $day }
mail-value-none = aucun
mail-value-bereavement = Un décès
mail-value-follows = à suivre
mail-value-earliest = au plus tôt
mail-value-named-or-earliest = le jour que vous avez nommé ; à défaut, au plus tôt
mail-value-fee = { $amount }{ $reason ->
        [minimum-term] { "" } (durée minimale non écoulée)
       *[other] { "" }
    }
mail-value-refund = { $amount }{ $reason ->
        [unused-time] { "" } pour le temps non utilisé
       *[other] { "" }
    }, sur le moyen de paiement d'origine
mail-value-charge = { $amount } le { $day }
mail-value-remains = { $task ->
        [return-equipment] Rendre le matériel au plus tard le { $day }
       *[nothing] Rien d'autre
    }
mail-value-change = { $kind ->
        [pause] Pause
        [discount] Prix réduit
        [downgrade] Formule { $plan }
        [extension] Période gratuite
        [exchange] Formule { $plan }
        [store_credit] Avoir
       *[later_date] Dernier jour plus tard
    }

mail-subject-order = Annulation { $number } : commande { $order }
mail-lead-order = { $brand } confirme : votre annulation pour la commande { $order } est acceptée.
mail-close-order = L'heure de réception ci-dessus fait foi.
mail-close-order-return = L'heure de réception ci-dessus fait foi. Ce que vous renvoyez est remboursé dès son arrivée.
mail-label-order = Commande
mail-label-items = Articles

## La confirmation en document (PDF)

document-caption = Votre confirmation { $number } en document. C'est votre preuve : conservez-le.
document-terms = Conditions appliquées
document-about = Comment cela s'est passé
document-shown = Ce qui vous a été montré et que vous avez confirmé
document-proof = Comment vérifier ce document
document-code = Code QR avec l'adresse où ce document peut être vérifié
document-check = Ce document est scellé : toute modification se voit. L'acte signé { $number } y est joint sous forme de fichier. Pour le vérifier, scannez le code ou ouvrez { $url }
mail-label-balance = Solde
mail-label-customer = Client
mail-label-identified = Identification
mail-label-channel = Reçue par
mail-label-offer = Proposé à la place
mail-label-reason = Motif
mail-label-dialog = Dialogue
document-value-balance = { $side ->
        [brand] { $amount } à payer par vous (frais moins remboursement)
        [customer] { $amount } en votre faveur (remboursement moins frais)
       *[even] Aucune des deux parties ne doit rien
    }
document-value-identified = { $known-by ->
        [code] par code à usage unique
        [token] connexion chez { $brand }
        [contact] par le numéro de téléphone partagé dans la discussion
       *[agent] par une personne chez { $brand }
    }
document-value-channel = { $channel ->
        [webchat] discussion en ligne
        [sms] SMS
        [telegram] Telegram
       *[other] un autre moyen
    }
document-value-offer = { $change } : { $answer ->
        [accepted] acceptée
        [declined] refusée
       *[open] sans réponse
    }

# The same as a letter, on paper.
letter-greeting = Bonjour { $addressee },
letter-greeting-nobody = Bonjour,
letter-date = Date
letter-closing = Cordialement
letter-unsigned = Cette lettre a été établie automatiquement et est valable sans signature.

## La confirmation par téléphone

call-greeting = Ici l'assistant automatique de { $brand }. J'ai une confirmation pour vous.
call-keys = Appuyez sur 1 si vous l'avez entendue, sur 2 pour la réécouter, sur 0 pour parler à une personne.
call-unsure = Ici l'assistant automatique de { $brand }. Une confirmation vous attend. Appuyez sur 2 pour l'écouter, sur 0 pour parler à une personne.
call-voicemail = Ici l'assistant automatique de { $brand }. Une confirmation vous attend. Au revoir.
call-heard = Merci. Au revoir.
call-person = Une personne de { $brand } vous recontactera. Au revoir.
call-goodbye = Aucune touche n'a été pressée. Au revoir.

## La page d'un dossier, et par où part une confirmation

case-page-code = { $code } est votre code pour voir où en est { $number } chez { $brand }. Il est valable 10 minutes. Personne chez { $brand } ne vous le demandera. Si ce n'était pas vous, ignorez ce message.
    .short = { $code } est votre code pour voir { $number } chez { $brand }. Valable 10 minutes. Pas vous ? Ignorez ce message.
case-page-link = Voir à tout moment où cela en est : { $url }
    .short = Suivi : { $url }
case-page-undo = Je veux revenir sur { $number }.
case-page-dispute = Quelque chose ne va pas avec { $number }. Je veux parler à une personne.
