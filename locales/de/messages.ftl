# Was der Bot sagt, auf Deutsch. Klar und höflich; kein schlechtes Gewissen, keine Eile.
# .short gilt, wo ein Kanal es braucht (SMS: GSM-7, 320 Zeichen).

introduction = Guten Tag, hier ist der automatische Assistent von { $brand }. Schreiben Sie jederzeit "Mensch", um eine Person zu erreichen.
    .short = { $brand }, automatischer Assistent. MENSCH schreiben für eine Person.

## Der Weg durch eine Kündigung

welcome = Was kann ich für Sie tun? Sie können hier kündigen, nach einer Kündigung fragen oder mit einer Person sprechen.

identify = Damit nur Sie kündigen können: Wie lautet Ihre Kundennummer, oder die E-Mail-Adresse oder Telefonnummer, die { $brand } von Ihnen hat?
    .short = Ihre Kundennummer bei { $brand }, oder E-Mail oder Telefon, die { $brand } von Ihnen hat?

verify = Falls { $brand } diese Angabe kennt, ist jetzt ein sechsstelliger Code unterwegs, an das hinterlegte Telefon oder die hinterlegte E-Mail-Adresse. Bitte schreiben Sie den Code hierher. Haben Sie sich vertippt, senden Sie einfach die richtige Angabe.
    .short = Falls { $brand } die Angabe kennt, ist ein 6-stelliger Code an das hinterlegte Telefon oder die E-Mail unterwegs. Bitte hier eingeben.
verify-sender = Falls { $brand } diese Telefonnummer kennt, ist jetzt ein sechsstelliger Code zu Ihnen unterwegs. Bitte schreiben Sie den Code hierher, oder senden Sie stattdessen Ihre Kundennummer oder E-Mail-Adresse.
    .short = Falls { $brand } diese Nummer kennt, ist ein 6-stelliger Code unterwegs. Bitte hier eingeben, oder Kundennummer oder E-Mail senden.
verify-vouched = Ein sechsstelliger Code ist jetzt unterwegs, an das Telefon oder die E-Mail-Adresse, die { $brand } von Ihnen hat. Bitte schreiben Sie den Code hierher.
    .short = Ein 6-stelliger Code ist unterwegs, an Ihr bei { $brand } hinterlegtes Telefon oder Ihre E-Mail. Bitte hier eingeben.
verify-again = Bitte schreiben Sie den sechsstelligen Code hierher. Ist keiner angekommen, fordern Sie einen neuen an, oder machen Sie ohne weiter.
    .short = Bitte den 6-stelligen Code hier eingeben. Keiner da? Neuen anfordern, oder ohne weiter.

declare = Sie können Ihre Kündigung auch ohne Anmeldung hinterlassen. Bitte schreiben Sie in einer Nachricht: Ihren Namen, Ihre Vertrags- oder Kundennummer und eine E-Mail-Adresse oder Telefonnummer für unsere Antwort.
    .short = Kündigung hinterlassen: Bitte in einer Nachricht Name, Vertragsnummer und E-Mail oder Telefon für unsere Antwort.

declared = Ihre Erklärung ist aufgenommen.
    Nummer: { $number }
    Eingegangen: { $declared }
    Für die Erklärung ist von Ihnen nichts weiter nötig. { $brand } ordnet sie nun Ihrem Vertrag zu und antwortet hier oder an eine angegebene Adresse; es gilt der obige Eingang.
    .short = Ihre Kündigung ist aufgenommen. Nummer { $number }, eingegangen { $declared }. { $brand } ordnet sie zu und antwortet Ihnen. Der Eingang gilt.

declare-termination = Sie können Ihren Vertrag direkt hier kündigen. Bitte schreiben Sie in einer Nachricht: Ihren Namen; Ihre Vertrags- oder Kundennummer; ob Sie ordentlich oder außerordentlich kündigen (dann mit dem Grund); den Tag, an dem der Vertrag enden soll, oder "frühestmöglich"; und eine E-Mail-Adresse oder Telefonnummer für die Bestätigung.
    .short = In einer Nachricht: Name, Vertragsnummer, ordentlich oder außerordentlich (mit Grund), Endtag oder "frühestmöglich", E-Mail oder Telefon für die Bestätigung.

declare-notification = Sie können Ihren Vertrag direkt hier kündigen. Bitte schreiben Sie in einer Nachricht: Ihren Namen; Ihre E-Mail- oder Postanschrift; Ihre Vertragsnummer; und den Tag, an dem der Vertrag enden soll, oder "frühestmöglich".
    .short = In einer Nachricht: Name, E-Mail oder Postanschrift, Vertragsnummer, Endtag oder "frühestmöglich".

declare-withdrawal = Sie können direkt hier widerrufen. Bitte schreiben Sie in einer Nachricht: Ihren Namen; den Vertrag oder die Bestellung, die Sie widerrufen; und eine E-Mail-Adresse oder Telefonnummer für die Bestätigung.
    .short = In einer Nachricht: Name, Vertrag oder Bestellung, E-Mail oder Telefon für die Bestätigung.

declare-repeated = Sie erklären gegenüber { $brand }:
    { $words }
    Ist das richtig? Um etwas zu ändern, schreiben Sie es neu.
    .short = Sie erklären: { $words } - Richtig? Sonst neu schreiben.

declared-termination = Ihre Kündigung ist eingegangen.
    Nummer: { $number }
    Eingegangen: { $declared }
    Ihre Worte: { $words }
    { $earliest ->
        [1] Ende: zum frühestmöglichen Tag
       *[other] Ende: zum genannten Tag; ist keiner genannt, zum frühestmöglichen
    }
    Von Ihnen ist nichts weiter nötig. { $brand } ordnet sie Ihrem Vertrag zu. Wenn Sie sich ausweisen, kann sie sofort ausgeführt werden.
    .short = Kündigung eingegangen { $declared }. Nr. { $number }: { $words } - Ende { $earliest ->
        [1] zum frühestmöglichen Tag
       *[other] zum genannten Tag, sonst frühestmöglich
    }.

declared-notification = Ihre Kündigung ist eingegangen.
    Nummer: { $number }
    Eingegangen: { $declared }
    Ihre Worte: { $words }
    { $earliest ->
        [1] Ende: zum frühestmöglichen Tag
       *[other] Ende: zum genannten Tag; ist keiner genannt, zum frühestmöglichen
    }
    Nach dem letzten Tag wird nichts mehr abgebucht. { $brand } ordnet sie Ihrem Vertrag zu. Wenn Sie sich ausweisen, kann sie sofort ausgeführt werden.
    .short = Kündigung eingegangen { $declared }. Nr. { $number }: { $words } - Ende { $earliest ->
        [1] zum frühestmöglichen Tag
       *[other] zum genannten Tag, sonst frühestmöglich
    }. Danach keine Abbuchung.

declared-withdrawal = Ihr Widerruf ist eingegangen.
    Nummer: { $number }
    Eingegangen: { $declared }
    Ihre Worte: { $words }
    Von Ihnen ist nichts weiter nötig. { $brand } ordnet ihn Ihrem Vertrag zu. Wenn Sie sich ausweisen, kann er sofort ausgeführt werden.
    .short = Widerruf eingegangen { $declared }. Nr. { $number }: { $words }

select = Was möchten Sie kündigen?

nothing = Bei { $brand } gibt es nichts mehr zu kündigen. Sehen Sie eine Abbuchung, die nicht sein sollte, schreiben Sie es mir; eine Person prüft das.

offer-pause = Eine Alternative, bevor es weitergeht: Sie könnten { $service } bis { $ends-on } pausieren. Sie zahlen solange { $price } und danach { $price-after }. Möchten Sie stattdessen pausieren?
    .short = Alternative: { $service } bis { $ends-on } pausieren für { $price }, danach { $price-after }. Stattdessen pausieren?

offer-discount = Eine Alternative, bevor es weitergeht: { $service } für { $price } statt { $price-after } bis { $ends-on }, danach wieder { $price-after }. Möchten Sie das stattdessen?
    .short = Alternative: { $service } für { $price } bis { $ends-on }, danach { $price-after }. Möchten Sie das?

offer-downgrade = Eine Alternative, bevor es weitergeht: der kleinere Tarif { $plan } für { $price } ab { $starts-on }. Möchten Sie das stattdessen?
    .short = Alternative: Tarif { $plan } für { $price } ab { $starts-on }. Möchten Sie das?

offer-later-date = Eine Alternative, bevor es weitergeht: { $service } könnte stattdessen am { $ends-on } enden. Möchten Sie das?
    .short = Alternative: { $service } könnte am { $ends-on } enden. Möchten Sie das?

offer-extension = Eine Alternative, bevor es weitergeht: { $service } kostet von { $starts-on } bis { $ends-on } nichts, zusätzlich zu dem, was schon bezahlt ist. Danach wieder { $price-after }. Möchten Sie das stattdessen?
    .short = Alternative: { $service } bis { $ends-on } kostenlos, danach wieder { $price-after }. Möchten Sie das?

offer-exchange = Eine Alternative, bevor es weitergeht: statt { $service } der Tarif { $plan } für { $price } ab { $starts-on }. Bis dahin zahlen Sie wie jetzt { $price-before }. Möchten Sie das stattdessen?
    .short = Alternative: Tarif { $plan } für { $price } statt { $price-before } ab { $starts-on }. Möchten Sie das?

offer-store-credit = Eine Alternative, bevor es weitergeht: ein Guthaben von { $amount } für { $service }. Die nächste Abbuchung am { $starts-on } beträgt { $price } statt { $price-after }; bis { $ends-on } ist das Guthaben aufgebraucht. Was beim Kündigen davon übrig ist, wird nicht ausgezahlt. Möchten Sie das stattdessen?
    .short = Alternative: { $amount } Guthaben für { $service }. Nächste Abbuchung { $price }, aufgebraucht bis { $ends-on }, danach { $price-after }. Keine Auszahlung. Möchten Sie das?

confirm = Die Kündigung von { $service } bedeutet:
    Letzter Tag: { $end-date }
    { $has-fee ->
        [0] Gebühr: keine
       *[other] Gebühr: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (Mindestlaufzeit nicht erreicht)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }{ $refund-reason ->
            [unused-time] { "" } (nicht genutzte Zeit)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Zu tun: die Geräte bis zum letzten Tag zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    Kündigung bestätigen?
    .short = { $service } kündigen? Letzter Tag { $end-date }. { $has-fee ->
        [0] Keine Gebühr
       *[other] Gebühr { $fee }
    }, { $has-refund ->
        [0] keine Erstattung
       *[other] Erstattung { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Geräte zurückgeben.
       *[nothing] { "" }
    } Bestätigen?

confirm-hear = Die Kündigung von { $service } bedeutet:
    Letzter Tag: { $end-date }
    { $has-fee ->
        [0] Gebühr: keine
       *[other] Gebühr: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (Mindestlaufzeit nicht erreicht)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }{ $refund-reason ->
            [unused-time] { "" } (nicht genutzte Zeit)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] Zu tun: die Geräte bis zum letzten Tag zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    Vorher eine Frage: Möchten Sie von einer Alternative hören? Mit Nein ist sofort gekündigt.
    .short = { $service } kündigen? Letzter Tag { $end-date }. { $has-fee ->
        [0] Keine Gebühr
       *[other] Gebühr { $fee }
    }, { $has-refund ->
        [0] keine Erstattung
       *[other] Erstattung { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Geräte zurückgeben.
       *[nothing] { "" }
    } Erst von einer Alternative hören? Nein kündigt sofort.

confirm-without-quote = Ich erreiche das System von { $brand } gerade nicht und kann letzten Tag und Beträge noch nicht nennen. Sie können trotzdem jetzt kündigen: Es gilt der Eingang Ihrer Nachricht, { $declared }. Ergäbe sich eine Gebühr, würden Sie vorher noch einmal gefragt. Kündigung bestätigen?
    .short = Das System von { $brand } ist nicht erreichbar. Sie können trotzdem kündigen; { $declared } gilt. Eine Gebühr bräuchte erst Ihr Ja. Kündigung bestätigen?

confirm-again = Ihre frühere Kündigung von { $service } wird gerade zurückgenommen. Diese neue, eingegangen { $declared }, wird gleich danach ausgeführt. Den letzten Tag und Beträge kann ich noch nicht nennen; ergäbe sich eine Gebühr, würden Sie vorher noch einmal gefragt. Die Kündigung bestätigen?
    .short = Ihre frühere Kündigung von { $service } wird gerade zurückgenommen. Diese neue, eingegangen { $declared }, wird gleich danach ausgeführt. Eine Gebühr nur mit Ihrem Ja. Kündigung bestätigen?

receipt = Ihre Kündigung ist angenommen.
    Nummer: { $number }
    Gekündigt: { $service } ({ $brand })
    Eingegangen: { $declared }
    Bestätigt: { $confirmed }
    Letzter Tag: { $end-date }
    { $has-fee ->
        [0] Gebühr: keine
       *[other] Gebühr: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (Mindestlaufzeit nicht erreicht)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg
    }
    { $has-charge ->
        [0] Letzte Abbuchung: keine
       *[other] Letzte Abbuchung: { $last-charge } am { $last-charged-on }
    }
    { $remains ->
        [return-equipment] Zu tun: die Geräte bis { $end-date } zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    { $has-undo ->
        [0] Eine Abschrift ist unterwegs zu Ihnen.
       *[other] Sie können sie bis { $undo-until } zurücknehmen. Eine Abschrift ist unterwegs zu Ihnen.
    }
    .short = Angenommen: { $service } gekündigt. Nr. { $number }. Eingegangen { $declared }. Letzter Tag { $end-date }. { $has-fee ->
        [0] Keine Gebühr
       *[other] Gebühr { $fee }
    }, { $has-refund ->
        [0] keine Erstattung
       *[other] Erstattung { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Geräte zurückgeben.
       *[nothing] { "" }
    }{ $has-undo ->
        [0] { "" }
       *[other] { " " }Rücknahme bis { $undo-until }.
    }

receipt-without-quote = Ihre Kündigung ist angenommen.
    Nummer: { $number }
    Gekündigt: { $service }
    Eingegangen: { $declared }
    Bestätigt: { $confirmed }
    Letzter Tag und eine etwaige Erstattung folgen, sobald das System von { $brand } antwortet. Von Ihnen ist nichts weiter nötig.
    .short = Angenommen: { $service } gekündigt. Nr. { $number }. Eingegangen { $declared }. Letzter Tag und Erstattung folgen. Von Ihnen ist nichts weiter nötig.

reason = Wenn Sie mögen, sagen Sie uns, warum. Sie können das überspringen; gekündigt ist in jedem Fall.
    .short = Wenn Sie mögen: warum? Sie können das überspringen.

reason-in-words = Möchten Sie es in ein paar Worten sagen? Auch das können Sie überspringen.

ways = Wohin sollen Bestätigungen künftig gehen, außer per E-Mail? Sie können das überspringen.
    .short = Bestätigungen: wohin außer per E-Mail? Sie können das überspringen.

ways-mail = Bestätigungen kommen wie bisher per E-Mail.
ways-sms = Bestätigungen kommen ab jetzt auch per SMS, diese ebenfalls.
ways-telegram = Bestätigungen kommen ab jetzt auch auf Telegram, diese ebenfalls.

prefer-mail = Ihre Bestätigungen kommen ab jetzt nur per E-Mail.
prefer-sms = Ihre Bestätigungen kommen ab jetzt auch per SMS, sofern uns Ihre Nummer vorliegt. Die E-Mail kommt immer.
    .short = Bestätigungen kommen ab jetzt auch per SMS. Die E-Mail kommt immer.
prefer-telegram = Ihre Bestätigungen kommen ab jetzt auch über Telegram, sofern Sie uns dort geschrieben haben. Die E-Mail kommt immer.
    .short = Bestätigungen kommen ab jetzt auch über Telegram. Die E-Mail kommt immer.
prefer-letter = Ihre Bestätigungen kommen ab jetzt auch per Post, sofern uns Ihre Anschrift vorliegt. Die E-Mail kommt immer.
prefer-no-letters = Wir verschicken keine Briefe. Ihre Bestätigungen kommen per E-Mail. Sollen sie auch per SMS oder über Telegram kommen, schreiben Sie zum Beispiel: „Bestätigungen ab jetzt per SMS“.
    .short = Wir verschicken keine Briefe; Bestätigungen kommen per E-Mail. Für einen anderen Weg schreiben Sie zum Beispiel: "Bestätigungen ab jetzt per SMS".
prefer-no-address = Uns liegt keine Postanschrift von Ihnen vor, die ein Brief erreicht. Ihre Bestätigungen kommen per E-Mail, auf Wunsch auch per SMS oder über Telegram. Ein Mensch kann Ihre Anschrift aufnehmen: Schreiben Sie „Mensch“.
    .short = Uns liegt keine Postanschrift vor, die ein Brief erreicht. Bestätigungen kommen per E-Mail, auf Wunsch auch per SMS. Ein Mensch kann Ihre Anschrift aufnehmen: Schreiben Sie "Mensch".
prefer-how = Bestätigungen kommen immer per E-Mail. Sollen sie auch per SMS, über Telegram oder als Brief kommen, schreiben Sie zum Beispiel: „Bestätigungen ab jetzt per SMS“.
    .short = Bestätigungen kommen per E-Mail. Für einen anderen Weg schreiben Sie zum Beispiel: "Bestätigungen ab jetzt per SMS".

goodbye = Danke, das war alles. { $has-undo ->
        [0] Sie sind jederzeit wieder willkommen.
       *[other] Bis { $undo-until } können Sie die Kündigung zurücknehmen, indem Sie hier "rückgängig" schreiben, und Sie sind jederzeit wieder willkommen.
    }
    .short = Danke. { $has-undo ->
        [0] { "" }
       *[other] Bis { $undo-until } mit "rückgängig" zurücknehmbar.{ " " }
    }Sie sind jederzeit wieder willkommen.

accepted-pause = Vereinbart: { $service } ist nicht gekündigt, sondern pausiert.
    Nummer: { $number }
    Ab: { $starts-on }
    Bis: { $ends-on }
    Preis solange: { $price }, danach: { $price-after }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } pausiert { $starts-on } bis { $ends-on } für { $price }, danach { $price-after }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-discount = Vereinbart: { $service } ist nicht gekündigt und kostet weniger.
    Nummer: { $number }
    Ab: { $starts-on }
    Bis: { $ends-on }
    Preis solange: { $price }, danach: { $price-after }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } für { $price } von { $starts-on } bis { $ends-on }, danach { $price-after }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-downgrade = Vereinbart: { $service } ist nicht gekündigt und wechselt in den Tarif { $plan }.
    Nummer: { $number }
    Ab: { $starts-on }
    Preis von da an: { $price }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } wechselt zu { $plan } für { $price } ab { $starts-on }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-later-date = Vereinbart: { $service } endet am { $ends-on }.
    Nummer: { $number }
    Preis bis dahin: { $price }
    Um doch früher zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } endet am { $ends-on }, bis dahin { $price }. Nr. { $number }. Doch früher: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-extension = Vereinbart: { $service } ist nicht gekündigt und kostet eine Zeit lang nichts.
    Nummer: { $number }
    Ab: { $starts-on }
    Bis: { $ends-on }
    Preis solange: { $price }, danach: { $price-after }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } für { $price } von { $starts-on } bis { $ends-on }, danach { $price-after }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-exchange = Vereinbart: { $service } ist nicht gekündigt und wechselt in den Tarif { $plan }.
    Nummer: { $number }
    Ab: { $starts-on }
    Preis bis dahin: { $price-before }, von da an: { $price }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } wechselt zu { $plan } für { $price } statt { $price-before } ab { $starts-on }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

accepted-store-credit = Vereinbart: { $service } ist nicht gekündigt, und Sie haben ein Guthaben von { $amount }.
    Nummer: { $number }
    Nächste Abbuchung am { $starts-on }: { $price }
    Aufgebraucht bis: { $ends-on }
    Preis danach: { $price-after }
    Um doch zu kündigen, schreiben Sie hier jederzeit "kündigen".{ $has-undo ->
        [0] { "" }
       *[other] { " " }Um die Änderung zurückzunehmen, schreiben Sie hier bis { $undo-day } "rückgängig".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $amount } Guthaben für { $service }. Nächste Abbuchung { $starts-on }: { $price }. Aufgebraucht bis { $ends-on }, danach { $price-after }. Nr. { $number }. Doch kündigen: "kündigen" schreiben.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Zurück bis { $undo-day }: "rückgängig".
    }

kept = Nichts ist gekündigt; alles bleibt, wie es ist. Sie können hier jederzeit kündigen.

undo = Soll ich die Kündigung von { $service } (Nummer { $number }) zurücknehmen? Es ginge weiter wie bisher.
    .short = Kündigung von { $service } ({ $number }) zurücknehmen?

undone = Ich nehme die Kündigung von { $service } zurück. Sie erhalten eine Nachricht, sobald es geschehen ist.

rest = Kann ich noch etwas für Sie tun?
rest-over = Kann ich noch etwas für Sie tun? Sie sind jederzeit wieder willkommen: Schreiben Sie "Mensch", um neu anzufangen.

## Gesagt, wenn es geschieht

executed = Erledigt: { $brand } hat Ihre Kündigung von { $service } ausgeführt. Letzter Tag: { $end-date }. Danach wird nichts mehr abgebucht. Nummer: { $number }

executed-alternative = Erledigt: { $brand } hat die Änderung an { $service } vorgenommen. Nummer: { $number }

executed-undo = Erledigt: Die Kündigung von { $service } ist zurückgenommen. Es geht weiter wie bisher. Nummer: { $number }

execution-delayed = Das System von { $brand } antwortet nicht. Ihre Kündigung { $number } gilt ab { $declared }; sie wird ausgeführt, sobald das System antwortet, und Sie erhalten dann eine Nachricht.

execution-by-person = Das System von { $brand } hat Ihren Auftrag { $number } nicht ausgeführt. Er gilt ab { $declared }. Eine Person erledigt ihn und schreibt Ihnen hier.

not-carried-out = { $brand } hat Ihre Kündigung { $number } geschlossen, ohne sie auszuführen: { $service } läuft weiter wie bisher. Wenn Sie das nicht wollen, schreiben Sie "kündigen", oder "Mensch" für eine Person.

not-applied = { $brand } hat die Änderung { $number } nicht vorgenommen: { $service } läuft weiter wie bisher. Sie können hier jederzeit kündigen, oder "Mensch" für eine Person schreiben.
alternative-execution-delayed = Das System von { $brand } antwortet nicht. Ihre Änderung { $number } an { $service } ist vereinbart; sie wird vorgenommen, sobald das System antwortet, und Sie erhalten dann eine Nachricht.
alternative-execution-by-person = Das System von { $brand } hat die Änderung { $number } an { $service } nicht vorgenommen. Eine Person kümmert sich darum und schreibt Ihnen hier. Sie können hier weiterhin jederzeit kündigen.
alternative-undo = Soll ich die Änderung { $number } an { $service } zurücknehmen? Es ginge weiter wie vorher.
    .short = Änderung { $number } an { $service } zurücknehmen? Es geht weiter wie vorher.
alternative-undone = Ich nehme die Änderung an { $service } zurück. Sie erhalten eine Nachricht, sobald es geschehen ist.
alternative-executed-undo = Erledigt: Die Änderung an { $service } ist zurückgenommen. Es geht weiter wie vorher. Nummer: { $number }
alternative-undo-too-late = Die Änderung { $number } an { $service } ließ sich bis { $undo-day } zurücknehmen und bleibt. Sie können hier jederzeit kündigen, oder "Mensch" für eine Person schreiben.
alternative-undo-not-done = Ihre Änderung { $number } an { $service } wurde nicht zurückgenommen: Sie bleibt. Sie können hier jederzeit kündigen, oder "Mensch" für eine Person schreiben.
alternative-undo-delayed = Das System von { $brand } antwortet nicht. Ihre Änderung { $number } wird zurückgenommen, sobald es antwortet, und Sie erhalten dann eine Nachricht. Sie können hier weiterhin jederzeit kündigen.
alternative-undo-by-person = Das System von { $brand } hat Ihre Änderung { $number } nicht zurückgenommen. Eine Person klärt das und schreibt Ihnen hier. Sie können hier weiterhin jederzeit kündigen.

undo-not-done = Ihre Kündigung { $number } von { $service } wurde nicht zurückgenommen: Sie gilt. Bei Fragen schreiben Sie "Mensch" für eine Person.

undo-delayed = Das System von { $brand } antwortet nicht. Ihre Kündigung { $number } wird zurückgenommen, sobald es antwortet, und Sie erhalten dann eine Nachricht.

undo-by-person = Das System von { $brand } hat Ihre Kündigung { $number } nicht zurückgenommen. Eine Person klärt das und schreibt Ihnen hier.

## Geld, das zurückkommt oder nicht hätte abgehen sollen

charged-after-end = { $brand } hat am { $charged-on } für { $service } { $amount } abgebucht, obwohl der letzte Tag der { $end-date } war. Das hätte nicht geschehen dürfen. Wir lassen den Betrag zurückzahlen und sagen Ihnen hier, wenn er unterwegs ist. Ihre Kündigung { $number } gilt.
    .short = { $brand } hat am { $charged-on } für { $service } { $amount } abgebucht, nach dem letzten Tag { $end-date }. Wir lassen es zurückzahlen und melden uns. Ihre Kündigung { $number } gilt.
refund-by-hand = { $brand }, { $number }: Eine Person hat die Rückzahlung von { $amount } von Hand veranlasst. Wir sehen täglich nach, bis das Geld da ist, und sagen es Ihnen hier.
    .short = { $brand }, { $number }: Eine Person hat die Rückzahlung von { $amount } veranlasst. Wir sehen täglich nach und sagen Ihnen, wenn sie da ist.
refund-issued = { $brand }, { $number }: { $amount } sind auf dem Weg zurück zu Ihnen. Sie sollten bis { $expected-on } da sein.
refund-paid = { $brand }, { $number }: { $amount } wurden Ihnen am { $paid-on } zurückgezahlt.
refund-late = { $brand }, { $number }: { $amount } hätten bis { $expected-on } bei Ihnen sein sollen und sind es nicht. Eine Person geht dem nach und schreibt Ihnen hier.
refund-failed = { $brand }, { $number }: { $amount } konnten Ihnen nicht zurückgezahlt werden. Eine Person geht dem nach und schreibt Ihnen hier.
return-expected = { $brand }, { $number }: Bitte senden Sie { $quantity } × { $name } bis { $return-by } zurück, mit der Rücksendenummer { $return } auf dem Paket. Dann werden { $amount } zurückgezahlt.
return-label = { $brand }, { $number }: { $has-link ->
        [1] Hier ist das Etikett für die Rücksendung { $return } ({ $quantity } × { $name }), zum Ausdrucken und Aufkleben: { $label }
       *[other] Senden Sie die Rücksendung { $return } ({ $quantity } × { $name }) an diese Adresse: { $label }
    }
    .short = { $brand }, { $number }: { $has-link ->
        [1] Etikett für die Rücksendung { $return }: { $label }
       *[other] Rücksendung { $return } bitte an: { $label }
    }
return-due-soon = { $brand }, { $number }: { $quantity } × { $name } ist noch nicht angekommen. Bitte senden Sie es bis { $return-by } zurück, mit der Rücksendenummer { $return } auf dem Paket; dann werden { $amount } zurückgezahlt. Schon verschickt? Dann ist nichts zu tun.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) ist noch nicht da. Bis { $return-by } als Rücksendung { $return } schicken, dann { $amount } zurück. Schon unterwegs? Alles gut.
return-overdue = { $brand }, { $number }: { $quantity } × { $name } sollte bis { $return-by } zurückgeschickt werden und ist nicht angekommen; { $amount } sind deshalb noch nicht zurückgezahlt. Wenn Sie es verschickt haben oder nicht können, schreiben Sie "Mensch", und eine Person hilft.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) sollte bis { $return-by } kommen und ist nicht da; { $amount } noch nicht zurückgezahlt. Verschickt? Schreiben Sie "Mensch".
return-arrived = { $brand }, { $number }: { $quantity } × { $name } ist angekommen. Sobald es geprüft ist, werden { $amount } zurückgezahlt.
return-rejected = { $brand }, { $number }: { $quantity } × { $name } ist angekommen, wurde aber nicht zurückgenommen; { $amount } werden nicht gezahlt. Eine Person sagt Ihnen hier, warum, und was Sie tun können.

## Was die Marke selbst beendet

ending-notice-non-payment = { $brand } beendet { $service } zum { $end-date }, weil nicht bezahlt wurde{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Die Frist beträgt { $notice-days } Tage. Sie können das abwenden: Zahlen Sie vor diesem Tag, was offen ist, und schreiben Sie uns hier. Wenn das nicht stimmt, schreiben Sie hier „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht. Nummer: { $number }
    .short = { $brand } beendet { $service } zum { $end-date }: nicht bezahlt{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Zahlen Sie vorher und schreiben Sie hier. Falsch? Schreiben Sie "Widerspruch". Danach keine Abbuchung. Frist: { $notice-days } Tage. Nr. { $number }
ending-notice-inactivity = { $brand } beendet { $service } zum { $end-date }, weil es lange nicht genutzt wurde{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Die Frist beträgt { $notice-days } Tage. Sie können das abwenden: Nutzen Sie es vor diesem Tag wieder, oder schreiben Sie uns hier, dass Sie es behalten wollen. Wenn das nicht stimmt, schreiben Sie hier „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht. Nummer: { $number }
    .short = { $brand } beendet { $service } zum { $end-date }: nicht genutzt{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Nutzen Sie es vorher oder schreiben Sie hier. Falsch? Schreiben Sie "Widerspruch". Danach keine Abbuchung. Frist: { $notice-days } Tage. Nr. { $number }
ending-notice-policy = { $brand } beendet { $service } zum { $end-date }, weil gegen die Nutzungsbedingungen verstoßen wurde{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Die Frist beträgt { $notice-days } Tage. Wenn das nicht stimmt, schreiben Sie hier „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht. Nummer: { $number }
    .short = { $brand } beendet { $service } zum { $end-date }: Verstoß gegen die Bedingungen{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Falsch? Schreiben Sie "Widerspruch": Eine Person prüft es zuerst. Danach keine Abbuchung. Frist: { $notice-days } Tage. Nr. { $number }
ending-executed = { $brand } hat { $service } beendet. Letzter Tag: { $end-date }. Danach wird nichts abgebucht; was Sie darüber hinaus bezahlt haben, wird zurückgezahlt. Wenn das nicht stimmt, schreiben Sie hier „Mensch“. Nummer: { $number }
    .short = { $brand } hat { $service } beendet. Letzter Tag: { $end-date }. Danach keine Abbuchung. Falsch? Schreiben Sie "Mensch". Nr. { $number }
ending-upheld = { $brand } hat Ihren Widerspruch geprüft: { $service } endet trotzdem zum { $end-date }. Der Grund: { $why } Wenn das weiterhin nicht stimmt, schreiben Sie hier „Mensch“. Sie können auch jederzeit selbst kündigen. Nummer: { $number }
    .short = { $brand } hat Ihren Widerspruch geprüft: { $service } endet zum { $end-date }. Grund: { $why } Falsch? Schreiben Sie "Mensch". Nr. { $number }
ending-withdrawn = Gute Nachricht: { $brand } beendet { $service } nicht. Es läuft weiter wie bisher; Sie müssen nichts tun. Nummer: { $number }
    .short = { $brand } beendet { $service } nicht. Es läuft weiter wie bisher. Nr. { $number }
ending-status-announced = { $brand } beendet { $service } zum { $end-date } (Mitteilung { $number }). Wenn das nicht stimmt, schreiben Sie hier „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Sie können auch jederzeit selbst kündigen.
    .short = { $brand } beendet { $service } zum { $end-date } ({ $number }). Falsch? Schreiben Sie "Widerspruch". Sie können auch selbst kündigen.
ending-status-disputed = Sie widersprechen, dass { $brand } { $service } beendet (Mitteilung { $number }). Es endet nicht, bevor eine Person es geprüft und Ihnen hier geantwortet hat.
    .short = { $number }: Sie widersprechen. { $service } endet nicht, bevor eine Person es geprüft hat.
ending-status-upheld = Sie haben widersprochen, dass { $brand } { $service } beendet (Mitteilung { $number }). Eine Person hat es geprüft: Es endet trotzdem zum { $end-date }. Wenn das weiterhin nicht stimmt, schreiben Sie hier „Mensch“. Sie können auch jederzeit selbst kündigen.
    .short = { $number }: Ihr Widerspruch wurde geprüft. { $service } endet zum { $end-date }. Falsch? Schreiben Sie "Mensch".
ending-status-executed = { $brand } hat { $service } selbst beendet (Mitteilung { $number }). Letzter Tag: { $end-date }. Danach wird nichts abgebucht.
    .short = { $brand } hat { $service } beendet ({ $number }). Letzter Tag: { $end-date }.
ending-status-reconciled = { $brand } hat { $service } selbst beendet (Mitteilung { $number }); das ist ausgeführt und geprüft. Letzter Tag: { $end-date }. Danach wird nichts abgebucht.
    .short = { $brand } hat { $service } beendet ({ $number }), geprüft. Letzter Tag: { $end-date }.
ending-status-failed = { $brand } wollte { $service } zum { $end-date } beenden (Mitteilung { $number }). Das ist noch nicht geschehen; eine Person kümmert sich darum.
    .short = { $brand } wollte { $service } zum { $end-date } beenden ({ $number }). Noch nicht geschehen; eine Person kümmert sich.
ending-charged-after-end = { $brand } hat am { $charged-on } für { $service } { $amount } abgebucht, obwohl { $brand } es zum { $end-date } beendet hatte. Das hätte nicht geschehen dürfen. Wir lassen den Betrag zurückzahlen und sagen Ihnen hier, wenn er unterwegs ist. Nummer: { $number }
    .short = { $brand } hat am { $charged-on } für { $service } { $amount } abgebucht, nach dem letzten Tag { $end-date }. Wir lassen es zurückzahlen und melden uns. Nr. { $number }

## Wieder aufnehmen, was beendet ist: davon erfährt nur, wer danach fragt

restart = { $service } ist seit dem { $ends-on } beendet; das lässt sich nicht mehr zurücknehmen. Der Vertrag kann neu geschlossen werden:
    Ab: { $starts-on }
    Preis: { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (bisher: { $price-before } pro { $interval-before ->
            [year] Jahr
           *[month] Monat
        })
    }
    Mindestlaufzeit: { $has-minimum ->
        [0] keine
       *[1] bis { $minimum-until }
    }
    Kündigungsfrist: { $notice-days ->
        [0] keine
        [one] 1 Tag
       *[other] { $notice-days } Tage
    }
    Für die Zeit dazwischen zahlen Sie nichts.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Er beginnt sofort, weil Sie das wünschen. Bis zum { $withdraw-until } können Sie den neuen Vertrag ohne Angabe von Gründen widerrufen: Schreiben Sie hier "widerrufen". Dann zahlen Sie nur die Tage bis dahin.
    }
    .short = { $service } als neuer Vertrag ab { $starts-on }: { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (bisher { $price-before } pro { $interval-before ->
            [year] Jahr
           *[month] Monat
        })
    }{ $has-minimum ->
        [0] { "" }
       *[1] { "" }, mindestens bis { $minimum-until }
    }{ $notice-days ->
        [0] { "" }
       *[other] { "" }, Frist { $notice-days } T.
    }. Für die Zeit dazwischen nichts.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Widerruf bis { $withdraw-until }: "widerrufen".
    }

restart-which = Was davon möchten Sie zurück?

restart-receipt = Ihre Bestellung ist angenommen: { $service } als neuer Vertrag.
    Nummer: { $number }
    Bestellt: { $confirmed }
    Ab: { $starts-on }
    Preis: { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }
    Mindestlaufzeit: { $has-minimum ->
        [0] keine
       *[1] bis { $minimum-until }
    }
    Kündigungsfrist: { $notice-days ->
        [0] keine
        [one] 1 Tag
       *[other] { $notice-days } Tage
    }
    Sie erhalten eine Nachricht, sobald der Vertrag läuft.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Bis zum { $withdraw-until } können Sie ohne Angabe von Gründen widerrufen: Schreiben Sie hier "widerrufen".
    } Eine Abschrift ist unterwegs zu Ihnen.
    .short = Bestellt: { $service } ab { $starts-on }, { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }. Nr. { $number }. Sie erhalten eine Nachricht, sobald es läuft.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Widerruf bis { $withdraw-until }: "widerrufen".
    }

not-restarted = Es ist nichts bestellt; alles bleibt, wie es ist.

no-restart = Das lässt sich hier nicht wieder aufnehmen. Eine Person von { $brand } kann Ihnen sagen, was möglich ist: Schreiben Sie "Mensch".

restart-executed = Erledigt: { $service } läuft ab { $starts-on } wieder, für { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }. Kündigen können Sie hier jederzeit. Nummer: { $number }
restart-execution-delayed = Das System von { $brand } antwortet nicht. Ihre Bestellung { $number } von { $service } wird ausgeführt, sobald es antwortet, und Sie erhalten dann eine Nachricht. Vorher zahlen Sie nichts. Um die Bestellung zurückzunehmen, schreiben Sie "kündigen".
restart-execution-by-person = Das System von { $brand } hat Ihre Bestellung { $number } von { $service } nicht ausgeführt. Eine Person kümmert sich darum und schreibt Ihnen hier. Vorher zahlen Sie nichts.
restart-not-carried-out = { $brand } hat Ihre Bestellung { $number } von { $service } geschlossen, ohne sie auszuführen. Sie zahlen nichts. Bei Fragen schreiben Sie "Mensch" für eine Person.
restart-taken-back = Ihre Bestellung von { $service } ist zurückgenommen ({ $number }). Sie wurde nicht ausgeführt, und Sie zahlen nichts.
reason-noted = Ihr Grund ist unter { $number } vermerkt. An dem, was Ihnen bestätigt ist, ändert das nichts.
restart-under-way = Das System von { $brand } führt Ihre Bestellung { $number } von { $service } gerade aus. Sie erhalten eine Nachricht, sobald der Vertrag läuft; von da an können Sie ihn hier kündigen. Schreiben Sie "Mensch" für eine Person.
restart-status-accepted = { $service }: Ihre Bestellung { $number } ist angenommen ({ $confirmed }) und wird ausgeführt. Um sie zurückzunehmen, schreiben Sie "kündigen".
restart-status-executed = { $service }: läuft ab { $starts-on } wieder, für { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    } (Bestellung { $number }).
restart-status-reconciled = { $service }: läuft ab { $starts-on } wieder, für { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    } (Bestellung { $number }, geprüft).
restart-status-failed = { $service }: Ihre Bestellung { $number } vom { $confirmed } ist noch nicht ausgeführt. Eine Person kümmert sich darum.
restart-status-withdrawn = { $service }: Ihre Bestellung wurde geschlossen, ohne ausgeführt zu werden ({ $number }).
restart-status-reversed = { $service }: Ihre Bestellung wurde zurückgenommen ({ $number }).

## Eine Gebühr, die sich später zeigt

fee-learnt = Das System von { $brand } antwortet wieder: Die Kündigung von { $service } würde eine Gebühr von { $fee } kosten. Dem haben Sie nicht zugestimmt; deshalb wird nichts berechnet und noch nichts beendet. Ihre Kündigung { $number } gilt ab { $declared }. Fragen Sie hier nach dem "Stand", wenn Sie wählen möchten, wie es weitergeht.
    .short = Die Kündigung von { $service } würde { $fee } kosten. Ohne Ihr Ja wird nichts berechnet oder beendet; { $number } gilt ab { $declared }. Schreiben Sie "Stand", um zu wählen.

fee = Das System von { $brand } antwortet wieder: { $service } zum { $end-date } zu beenden, kostet eine Gebühr von { $fee }{ $fee-reason ->
        [minimum-term] { "" }, weil die Mindestlaufzeit nicht erreicht ist
       *[other] { "" }
    }. Dem haben Sie nicht zugestimmt; deshalb wird nichts berechnet und noch nichts beendet. Ihre Kündigung { $number } gilt ab { $declared }.{ $has-free ->
        [1] { " " }Ohne Gebühr könnte es am { $free-date } enden.
       *[0] { "" }
    } Wie soll es weitergehen?
    .short = { $service } zum { $end-date } beenden kostet { $fee }{ $fee-reason ->
        [minimum-term] { "" } (Mindestlaufzeit)
       *[other] { "" }
    }. Noch wird nichts berechnet oder beendet; { $number } gilt. Wie weiter?

fee-changed = { $brand } beendet { $service } nicht mehr zu den Bedingungen, die Sie bestätigt haben. Jetzt gilt:
    Letzter Tag: { $end-date } (vorher: { $end-date-before })
    Gebühr: { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    })
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    })
    Dem haben Sie nicht zugestimmt; deshalb wird nichts berechnet und noch nichts beendet. Ihre Kündigung { $number } gilt ab { $declared }.{ $remains ->
        [return-equipment] { " " }Die Geräte sind zurückzugeben.
       *[nothing] { "" }
    }{ $has-free ->
        [1] { " " }Ohne Gebühr könnte es am { $free-date } enden.
       *[0] { "" }
    } Wie soll es weitergehen?
    .short = { $service }, neue Bedingungen: Ende { $end-date } (vorher: { $end-date-before }), Gebühr { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    }), Erstattung { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). Noch endet nichts; { $number } gilt. Wie weiter?

terms-learnt = { $brand } beendet { $service } nicht mehr zu den Bedingungen, die Sie bestätigt haben. Jetzt: letzter Tag { $end-date } (vorher: { $end-date-before }), Gebühr { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    }), Erstattung { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). Dem haben Sie nicht zugestimmt; deshalb wird nichts berechnet und noch nichts beendet. Ihre Kündigung { $number } gilt ab { $declared }. Fragen Sie hier nach dem "Stand", wenn Sie wählen möchten, wie es weitergeht.
    .short = { $service }, neue Bedingungen: letzter Tag { $end-date }, Gebühr { $has-fee ->
        [0] keine
       *[other] { $fee }
    }, Erstattung { $has-refund ->
        [0] keine
       *[other] { $refund }
    }. Ohne Ihr Ja wird nichts berechnet oder beendet; { $number } gilt ab { $declared }. Schreiben Sie "Stand", um zu wählen.

terms-better = Die Bedingungen für das Ende von { $service } haben sich seit Ihrer Bestätigung zu Ihren Gunsten geändert:
    Letzter Tag: { $end-date } (vorher: { $end-date-before })
    Gebühr: { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    })
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    })
    Ihre Kündigung { $number } wird zu diesen Bedingungen ausgeführt. Sie erhalten eine Nachricht, sobald es geschehen ist.
    .short = Zu Ihren Gunsten geändert, { $service }: letzter Tag { $end-date } (vorher: { $end-date-before }), Gebühr { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    }), Erstattung { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). { $number } wird so ausgeführt.

terms-by-law = { $brand } beendet { $service } nicht mehr zu den Bedingungen, die Sie bestätigt haben, und nennt jetzt diese:
    Letzter Tag: { $end-date } (vorher: { $end-date-before })
    Gebühr: { $has-fee ->
        [0] keine
       *[other] { $fee }
    } (vorher: { $has-fee-before ->
        [0] keine
       *[other] { $fee-before }
    })
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    })
    Ihre Kündigung { $number } wirkt auch ohne Ihre Zustimmung dazu: Sie wird jetzt ausgeführt, und eine höhere Gebühr wird nicht berechnet. Was schlechter ist als vorher, haben Sie nicht vereinbart; was Sie bestätigt haben, belegt Ihre Bestätigung weiterhin. Schreiben Sie "Mensch", wenn Sie nicht einverstanden sind; dann klärt es eine Person.
    .short = { $service }, von { $brand } geändert: letzter Tag { $end-date } (vorher: { $end-date-before }), Erstattung { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). { $number } wird jetzt ausgeführt, ohne höhere Gebühr. Nicht einverstanden? Schreiben Sie "Mensch".

fee-agreed = Vereinbart: { $service } endet am { $end-date }.
    Nummer: { $number }
    Eingegangen: { $declared }
    { $has-fee ->
        [0] Gebühr: keine
       *[other] Gebühr: { $fee }
    }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg
    }
    { $remains ->
        [return-equipment] Zu tun: Geräte bis { $end-date } zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    Es wird jetzt ausgeführt; Sie erhalten eine Nachricht, sobald es geschehen ist. Eine Abschrift ist unterwegs zu Ihnen.
    .short = Vereinbart: { $service } endet am { $end-date }. Nr. { $number }. { $has-fee ->
        [0] Keine Gebühr
       *[other] Gebühr { $fee }
    }, { $has-refund ->
        [0] keine Erstattung
       *[other] Erstattung { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Bitte Geräte zurückgeben.
       *[nothing] { "" }
    }

fee-reminder = Ihre Kündigung { $number } von { $service } wartet noch auf Ihre Antwort. Vorher wird nichts berechnet und nichts beendet.

silence-reminder = Ihr Kündigungswunsch ist mit Stand { $declared } vermerkt und wartet auf Ihre Antwort; vorher endet nichts. Sie können genau hier weitermachen, wann es Ihnen passt, und dieser Zeitpunkt gilt.
    .short = Ihr Kündigungswunsch ist mit Stand { $declared } vermerkt und wartet auf Ihre Antwort. Machen Sie hier weiter, wann es passt; der Zeitpunkt gilt.
terms-changed = Die Bedingungen für { $service } haben sich geändert, seit ich sie genannt habe. Jetzt gilt:
offer-gone = Die Alternative, die ich genannt habe, gibt es nicht mehr.

## Auf einem anderen Kanal

continue-elsewhere = Sie können innerhalb der nächsten 10 Minuten woanders weitermachen. Ihr Code, der einmal gilt: { $code }{ $has-webchat ->
        [1] { "" }. Im Browser: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Auf Telegram: { $telegram }
       *[0] { "" }
    }{ $has-sms ->
        [1] { "" }. Per SMS: Senden Sie den Code an { $sms }
       *[0] { "" }
    }
    .short = Weiter woanders, 10 Minuten lang. Code, gilt einmal: { $code }{ $has-webchat ->
        [1] { "" }. Web: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Telegram: { $telegram }
       *[0] { "" }
    }
continue-nowhere = { $brand } ist zurzeit nur hier zu erreichen. Sie können jederzeit in diesen Chat zurückkommen.
continued = Willkommen zurück. Wir machen dort weiter, wo Sie aufgehört haben.
continue-expired = Dieser Code gilt nicht mehr. Schreiben Sie "woanders weiter" in dem Chat, der ihn gezeigt hat, dann bekommen Sie einen neuen, oder machen Sie einfach hier weiter.
continue-used = Dieser Code wurde schon verwendet, er gilt nur einmal. Schreiben Sie "woanders weiter" in dem Chat, der ihn gezeigt hat, dann bekommen Sie einen neuen, oder machen Sie einfach hier weiter.
continue-unknown = Diesen Code kenne ich nicht. Bitte vergleichen Sie ihn mit dem im anderen Chat, oder machen Sie einfach hier weiter.
continue-limited = Das waren für den Moment zu viele Codes. Bitte versuchen Sie es in einer Stunde wieder, oder machen Sie einfach hier weiter.
continue-other = Dieser Chat gehört zu einem anderen Kundenkonto, deshalb kann ich den Code hier nicht annehmen.
moved-elsewhere = Sie haben { $channel ->
        [telegram] auf Telegram
        [sms] per SMS
        [webchat] im Web-Chat
       *[other] auf einem anderen Kanal
    } weitergemacht. Wenn Sie das nicht waren, schreiben Sie "Mensch".
## Ein Widerruf, der keine Kündigung ist

withdraw-welcome = Hier können Sie einen Vertrag oder eine Bestellung widerrufen, nach einem Widerruf fragen oder mit einer Person sprechen. Einen Grund brauchen Sie nicht zu nennen.

withdraw-identify = Damit er sofort ausgeführt werden kann: Wie lautet Ihre Kundennummer, oder die E-Mail-Adresse oder Telefonnummer, die { $brand } von Ihnen hat?
    .short = Ihre Kundennummer bei { $brand }, oder E-Mail oder Telefon, die { $brand } von Ihnen hat?

withdraw-select = Welchen Vertrag widerrufen Sie?

withdraw-confirm = Sie widerrufen { $service }. Das bedeutet:
    Ende: sofort, am { $end-date }
    { $has-refund ->
        [0] Erstattung: noch nichts bezahlt
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg innerhalb von 14 Tagen
    }
    { $remains ->
        [return-equipment] Zu tun: die Geräte zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    Den Widerruf erklären?
    .short = { $service } widerrufen? Ende { $end-date }. { $has-refund ->
        [0] Noch nichts bezahlt
       *[other] Erstattung { $refund } innerhalb von 14 Tagen
    }.{ $remains ->
        [return-equipment] { " " }Geräte zurückgeben.
       *[nothing] { "" }
    } Widerruf erklären?

withdraw-confirm-without-quote = Sie widerrufen Ihren Vertrag: { $service }. Ihre Nachricht ist am { $declared } eingegangen, und dieser Zeitpunkt gilt. Was erstattet wird, kann ich hier nicht nennen; { $brand } prüft es und sagt es Ihnen. Den Widerruf erklären?
    .short = { $service } widerrufen? { $declared } gilt. Was erstattet wird, sagt Ihnen { $brand }. Widerruf erklären?

withdrawal-receipt = Ihr Widerruf ist eingegangen.
    Nummer: { $number }
    Widerrufen: { $service } ({ $brand })
    Eingegangen: { $declared }
    Bestätigt: { $confirmed }
    Ende: { $end-date }
    { $has-refund ->
        [0] Erstattung: noch nichts bezahlt
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg innerhalb von 14 Tagen
    }
    { $remains ->
        [return-equipment] Zu tun: die Geräte zurückgeben
       *[nothing] Sonst ist nichts zu tun.
    }
    Eine Abschrift ist unterwegs zu Ihnen.
    .short = Widerruf eingegangen: { $service }. Nr. { $number }. Eingegangen { $declared }. Ende { $end-date }. { $has-refund ->
        [0] Noch nichts bezahlt
       *[other] Erstattung { $refund } innerhalb von 14 Tagen
    }.{ $remains ->
        [return-equipment] { " " }Geräte zurückgeben.
       *[nothing] { "" }
    }

withdrawal-receipt-without-quote = Ihr Widerruf ist eingegangen.
    Nummer: { $number }
    Widerrufen: { $service }
    Eingegangen: { $declared }
    Bestätigt: { $confirmed }
    { $brand } führt ihn aus oder schreibt Ihnen. Was erstattet wird, geht auf dem ursprünglichen Zahlungsweg zurück. Von Ihnen ist nichts weiter nötig.
    .short = Widerruf eingegangen: { $service }. Nr. { $number }. Eingegangen { $declared }. { $brand } führt ihn aus oder schreibt Ihnen. Von Ihnen ist nichts weiter nötig.

withdraw-kept = Nichts ist widerrufen; alles bleibt, wie es ist. Solange die Widerrufsfrist läuft, können Sie hier jederzeit widerrufen.

withdraw-or-end = Widerrufen und kündigen sind zweierlei: Ein Widerruf macht den Vertrag von Anfang an rückgängig, eine Kündigung beendet ihn zu seinem Enddatum. Was meinen Sie?
withdraw-by-person = Ein Widerruf ist etwas anderes als eine Kündigung. Ihre Nachricht vom { $declared } ist mit ihrer Zeit aufbewahrt; eine Person von { $brand } nimmt ihn hier mit Ihnen auf.
    .short = Ein Widerruf ist etwas anderes als eine Kündigung. Ihre Nachricht vom { $declared } ist aufbewahrt; eine Person von { $brand } nimmt ihn hier auf.

withdrawal-executed = Erledigt: { $brand } hat Ihren Widerruf von { $service } ausgeführt. { $has-refund ->
        [0] Es wird nichts mehr abgebucht.
       *[other] { $refund } gehen innerhalb von 14 Tagen nach Ihrer Erklärung auf dem ursprünglichen Zahlungsweg zurück.
    } Nummer: { $number }
withdrawal-execution-delayed = Das System von { $brand } antwortet nicht. Ihr Widerruf { $number } gilt ab { $declared }; er wird ausgeführt, sobald das System antwortet, und Sie erhalten dann eine Nachricht.
withdrawal-execution-by-person = Eine Person von { $brand } sieht sich Ihren Widerruf { $number } an und schreibt Ihnen hier. Er gilt ab { $declared }.
withdrawal-terms-better = Die Erstattung zu Ihrem Widerruf { $number } von { $service } hat sich zu Ihren Gunsten geändert: { $refund } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). So wird er ausgeführt; Sie erhalten eine Nachricht, sobald es geschehen ist.
withdrawal-terms-by-law = { $brand } erstattet zu Ihrem Widerruf von { $service } nicht mehr, was genannt war: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $refund-before }). Ihr Widerruf { $number } wirkt trotzdem und wird jetzt ausgeführt. Weniger haben Sie nicht vereinbart: Schreiben Sie "Mensch", wenn Sie nicht einverstanden sind; dann klärt es eine Person.
withdrawal-not-carried-out = { $brand } hat Ihren Widerruf { $number } geschlossen, ohne ihn auszuführen: { $service } läuft weiter wie bisher. Sehen Sie das anders, schreiben Sie "Mensch".
withdrawal-status-accepted = { $service }: Ihr Widerruf { $number } ist eingegangen ({ $confirmed }) und wird ausgeführt.
withdrawal-status-executed = { $service }: Ihr Widerruf { $number } ist ausgeführt.
withdrawal-status-reconciled = { $service }: Ihr Widerruf { $number } ist ausgeführt und geprüft.
withdrawal-status-failed = { $service }: Ihr Widerruf { $number } gilt ab { $declared }. Eine Person sieht ihn sich an.
withdrawal-status-not-confirmed = Ihr Wunsch zu widerrufen ist notiert, eingegangen { $declared }. Er ist noch nicht erklärt.
withdrawal-nothing-on-record = Ich finde nichts zu einem Widerruf bei { $brand }.
withdrawal-cost-of-quote = Der Widerruf von { $service } kostet nichts. { $has-refund ->
        [0] Es ist noch nichts bezahlt.
       *[other] Sie erhalten { $refund } zurück, auf dem ursprünglichen Zahlungsweg.
    }
withdrawal-undo-too-late = Ein erklärter Widerruf von { $service } lässt sich hier nicht zurücknehmen. Schreiben Sie "Mensch"; eine Person sieht, was möglich ist.
withdrawal-nothing-to-keep = Es gibt keinen Widerruf, der zurückzunehmen wäre.
withdrawal-keep-or-cancel = Nur zur Sicherheit: Soll ich mit dem Widerruf weitermachen oder alles lassen, wie es ist?
withdrawal-bye-not-confirmed = Auf Wiedersehen. Ihr Widerruf ist noch nicht erklärt; Sie können hier jederzeit weitermachen.
withdrawal-help = Ich kann Ihren Widerruf bei { $brand } aufnehmen, sagen, wo er steht, die Bestätigung noch einmal senden oder eine Person holen. Mit "zurück" korrigieren Sie etwas, mit "woanders weiter" wechseln Sie auf einen anderen Kanal, mit dem Namen einer anderen Sprache wechseln Sie zu ihr.
    .short = Ich kann Ihren Widerruf aufnehmen, den Stand nennen, die Bestätigung noch einmal senden oder eine Person holen. "zurück" korrigiert etwas.
withdrawal-code-locked = Das war zu oft nicht richtig; es können keine Codes mehr versucht werden. Widerrufen können Sie auch ohne.
withdrawal-codes-limited = Im Moment können keine Codes mehr gesendet werden. Widerrufen können Sie auch ohne.
withdrawal-choice-status = Wo steht mein Widerruf?

## Eine Bestellung stornieren

order-welcome = Was kann ich für Sie tun? Sie können hier eine Bestellung ganz oder teilweise stornieren, nach einer Stornierung fragen oder mit einem Menschen sprechen.

order-identify = Damit nur Sie stornieren können: Wie lautet Ihre Kundennummer oder die E-Mail-Adresse oder Telefonnummer, die { $brand } von Ihnen hat?
    .short = Ihre Kundennummer bei { $brand } oder die E-Mail oder Telefonnummer, die { $brand } von Ihnen hat?

order-declare = Sie können Ihre Stornierung gleich hier hinterlassen, ein Mensch kümmert sich darum. Bitte schreiben Sie in einer Nachricht: Ihren Namen, die Bestellnummer, was davon Sie stornieren, und eine E-Mail-Adresse oder Telefonnummer für unsere Antwort.
    .short = Hinterlassen Sie Ihre Stornierung hier, in einer Nachricht: Name, Bestellnummer, was davon Sie stornieren, E-Mail oder Telefon für unsere Antwort.

order-declared = Ihre Stornierung ist aufgenommen.
    Nummer: { $number }
    Eingegangen: { $declared }
    Mehr brauchen Sie für die Erklärung nicht zu tun. { $brand } ordnet sie nun Ihrer Bestellung zu und antwortet hier oder an eine Adresse, die Sie genannt haben; es gilt der Eingang oben.
    .short = Ihre Stornierung ist aufgenommen. Nummer { $number }, eingegangen { $declared }. { $brand } ordnet sie Ihrer Bestellung zu und antwortet Ihnen. Dieser Eingang gilt.

order-select = Um welche Bestellung geht es?

order-open = Bestellung { $order } vom { $placed }: { $count ->
        [one] ein Artikel
       *[other] { $count } Artikel
    }.

order-nothing = Bei { $brand } ist keine Bestellung mehr zu stornieren. Wenn etwas nicht stimmt, schreiben Sie "Mensch", und jemand sieht es sich an.

order-lines = Was von Bestellung { $order } möchten Sie stornieren?
order-lines-more = Was von Bestellung { $order } möchten Sie noch stornieren?
order-lines-quantity = Von { $name } sind es { $quantity } Stück. Wie viele möchten Sie stornieren?

order-line-void = { $quantity } × { $name }: storniert; noch nicht bezahlt
    .short = { $quantity } × { $name }: storniert, unbezahlt
order-line-refund = { $quantity } × { $name }: storniert, { $refund } zurück
    .short = { $quantity } × { $name }: { $refund } zurück
order-line-return = { $quantity } × { $name }: schon versandt; bis { $return-by } mit dem kostenlosen Etikett zurückschicken, dann { $refund } zurück
    .short = { $quantity } × { $name }: bis { $return-by } zurückschicken, dann { $refund }
order-line-refused = { $quantity } × { $name }: nicht stornierbar{ $rule ->
        [digital] { "" }; digital und schon geliefert
        [custom-made] { "" }; für Sie angefertigt
        [return-period-over] { "" }; die Rückgabefrist ist vorbei
       *[other] { "" }
    }
    .short = { $quantity } × { $name }: nein{ $rule ->
        [digital] , digital
        [custom-made] , angefertigt
        [return-period-over] , Frist vorbei
       *[other] { "" }
    }

order-line-shipping = Versand: { $refund } zurück
    .short = Versand { $refund } zurück
order-line-tax = Steuer: { $refund } zurück
    .short = Steuer { $refund } zurück

order-confirm = Das von Bestellung { $order } zu stornieren bedeutet:
    { $lines }
    { $has-refund ->
        [0] Es wird nichts erstattet.
       *[other] Erstattung insgesamt: { $refund }, auf dem ursprünglichen Zahlungsweg
    }
    Stornierung bestätigen?
    .short = Bestellung { $order }: { $lines }. { $has-refund ->
        [0] Keine Erstattung.
       *[other] Erstattung { $refund }.
    } Bestätigen?

order-receipt = Ihre Stornierung ist angenommen.
    Nummer: { $number }
    Bestellung: { $order } ({ $brand })
    { $lines }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg
    }
    Eingegangen: { $declared }
    Bestätigt: { $confirmed }
    Eine Kopie ist unterwegs zu Ihnen.
    .short = Angenommen, Bestellung { $order }: { $lines }. Nr. { $number }. Eingegangen { $declared }. { $has-refund ->
        [0] Keine Erstattung.
       *[other] Erstattung { $refund }.
    }

order-refused = Das lässt sich nicht stornieren:
    { $lines }
    .short = Bestellung { $order }: nicht stornierbar{ $rule ->
        [digital] { "" }; digital und schon geliefert
        [custom-made] { "" }; für Sie angefertigt
        [return-period-over] { "" }; die Rückgabefrist ist vorbei
       *[other] { "" }
    }.

order-refused-person = Wenn Sie meinen, dass das nicht stimmt, oder mit der Ware etwas nicht in Ordnung ist, sieht ein Mensch es sich an.

order-reason = Wenn Sie mögen, sagen Sie uns, warum. Sie können das überspringen; storniert ist so oder so.
    .short = Wenn Sie mögen: warum? Sie können das überspringen.
order-reason-in-words = Möchten Sie es in ein paar Worten sagen? Auch das können Sie überspringen.

order-goodbye = Danke, das war alles. Sie können jederzeit wieder bestellen.

order-kept = Es wurde nichts storniert; Ihre Bestellung bleibt, wie sie ist. Sie können hier stornieren, solange das möglich ist.

order-rest-over = Kann ich noch etwas für Sie tun? Sie können jederzeit neu bestellen.

order-changed = Bestellung { $order } hat sich geändert, seit ich nachgesehen habe. So ist es jetzt:
order-terms-changed = Bei Bestellung { $order } hat sich etwas geändert, seit ich es genannt habe. Jetzt gilt:

order-executed = Erledigt: { $brand } hat Ihre Stornierung von Bestellung { $order } ausgeführt. { $has-refund ->
        [0] { "" }
       *[other] Erstattung: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] Was davon Zurückgeschicktes betrifft, wird gezahlt, sobald es angekommen ist.{ " " }
    }Nummer: { $number }

order-execution-delayed = Das System von { $brand } antwortet nicht. Ihre Stornierung { $number } von Bestellung { $order } gilt seit { $declared }; sie wird ausgeführt, sobald das System antwortet, und Sie bekommen dann eine Nachricht.

order-execution-by-person = Das System von { $brand } hat Ihre Stornierung { $number } von Bestellung { $order } nicht ausgeführt. Sie gilt seit { $declared }. Ein Mensch bringt sie zu Ende und schreibt Ihnen hier.

order-terms-by-person = Bestellung { $order } hat sich seit Ihrer Bestätigung geändert; deshalb wurde Ihre Stornierung { $number } nicht wie vereinbart ausgeführt. Jetzt würde sie bedeuten:
    { $lines }
    { $has-refund ->
        [0] Es wird nichts erstattet.
       *[other] Erstattung insgesamt: { $refund }
    }
    Sie gilt seit { $declared }. Ein Mensch bringt sie zu Ende und schreibt Ihnen hier; ohne Ihr Ja geschieht nichts zu anderen Bedingungen.
    .short = Bestellung { $order } hat sich geändert, nichts ist storniert. Jetzt: { $lines }. Ein Mensch schreibt Ihnen hier; ohne Ihr Ja geschieht nichts.

order-terms-open = Bestellung { $order } hat sich seit Ihrer Bestätigung geändert, und { $brand } storniert sie nicht mehr zu den Bedingungen von da. Noch ist nichts storniert. Bestätigt haben Sie:
    { $lines-before }
    Erstattung: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }
    Jetzt würde es bedeuten:
    { $lines }
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    }
    Zu diesen Bedingungen stornieren?
    .short = Bestellung { $order } hat sich geändert. Jetzt: { $lines }. Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }).

order-terms-learnt = Bestellung { $order } hat sich seit Ihrer Bestätigung geändert. Sie zu stornieren würde jetzt bedeuten:
    { $lines }
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    })
    Dem haben Sie nicht zugestimmt, deshalb ist noch nichts storniert; Ihre Stornierung { $number } gilt seit { $declared }. Schreiben Sie hier "Status", wenn Sie wählen möchten, wie es weitergeht.
    .short = Bestellung { $order } hat sich geändert, noch ist nichts storniert. Jetzt: { $lines }. Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). Wählen: "Status".

order-terms-better = Bestellung { $order } hat sich seit Ihrer Bestätigung zu Ihren Gunsten geändert. Sie wird jetzt so storniert:
    { $lines }
    Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    })
    Sie erhalten eine Nachricht, sobald es geschehen ist. Nummer: { $number }
    .short = Bestellung { $order }, zu Ihren Gunsten geändert: { $lines }. Erstattung: { $has-refund ->
        [0] keine
       *[other] { $refund }
    } (vorher: { $has-refund-before ->
        [0] keine
       *[other] { $refund-before }
    }). { $number } wird so ausgeführt.

order-terms-agreed = Vereinbart: Bestellung { $order } wird zu diesen Bedingungen storniert.
    Nummer: { $number }
    { $lines }
    { $has-refund ->
        [0] Erstattung: keine
       *[other] Erstattung: { $refund }, auf dem ursprünglichen Zahlungsweg
    }
    Eingegangen: { $declared }
    .short = Vereinbart, Bestellung { $order }: { $lines }. Nr. { $number }. { $has-refund ->
        [0] Keine Erstattung.
       *[other] Erstattung { $refund }.
    }

order-fee-reminder = Ihre Stornierung { $number } von Bestellung { $order } wartet noch auf Ihre Antwort. Vorher wird nichts storniert.
order-executed-undo = Erledigt: Ihre Stornierung ist zurückgenommen, Bestellung { $order } bleibt, wie sie ist. Nummer: { $number }
order-choice-new-terms = So stornieren

order-not-carried-out = { $brand } hat Ihre Stornierung { $number } geschlossen, ohne sie auszuführen: Bestellung { $order } bleibt, wie sie ist. Wenn Sie das nicht wollen, schreiben Sie "Mensch".

order-status-accepted = Bestellung { $order }: Ihre Stornierung { $number } ist angenommen ({ $confirmed }) und wird ausgeführt.
order-status-executed = Bestellung { $order }: Ihre Stornierung { $number } ist ausgeführt.
order-status-reconciled = Bestellung { $order }: Ihre Stornierung { $number } ist ausgeführt und überprüft.
order-status-failed = Bestellung { $order }: Ihre Stornierung { $number } gilt seit { $declared }. Ein Mensch bringt sie zu Ende.
order-status-terms-open = Bestellung { $order }: Ihre Stornierung { $number } ist angenommen ({ $confirmed }) und wartet auf Ihre Antwort zu geänderten Bedingungen.
order-status-reversed = Bestellung { $order }: Die Stornierung wurde zurückgenommen ({ $number }).
order-status-withdrawn = Bestellung { $order }: Ihre Stornierung { $number } wurde geschlossen, ohne ausgeführt zu werden.
order-status-merged = Bestellung { $order }: Das wurde mit Ihrer anderen Stornierung zusammengelegt.
order-status-declared = Ihre Stornierung { $number } ist am { $declared } eingegangen. Ein Mensch ordnet sie Ihrer Bestellung zu.
order-status-not-confirmed = Ihr Wunsch zu stornieren ist seit { $declared } vermerkt. Bestätigt ist er noch nicht.

order-nothing-on-record = Bei { $brand } finde ich nichts über eine stornierte Bestellung.
order-cost-of-quote = Bestellung { $order }:
    { $lines }
    { $has-refund ->
        [0] Es gibt keine Erstattung.
       *[other] Erstattung insgesamt: { $refund }, auf dem ursprünglichen Zahlungsweg.
    }
    .short = Bestellung { $order }: { $has-refund ->
        [0] keine Erstattung.
       *[other] Erstattung { $refund }, auf dem ursprünglichen Zahlungsweg.
    }
order-refund-of-quote = { $has-refund ->
        [0] Dafür gibt es bei Bestellung { $order } keine Erstattung.
       *[other] Dafür werden bei Bestellung { $order } { $refund } erstattet, auf dem ursprünglichen Zahlungsweg{ $has-return ->
            [0] .
           *[other] ; für Zurückgeschicktes, sobald es angekommen ist.
        }
    }
order-refund-comes-with-quote = Eine Erstattung sehen Sie, bevor Sie bestätigen.
order-terms-come-with-quote = Was aus jedem Artikel wird und was erstattet wird, sehen Sie, bevor Sie bestätigen.
order-undo-too-late = Die Stornierung von Bestellung { $order } lässt sich nicht zurücknehmen. Sie können jederzeit neu bestellen.
order-change-by-person = Ein Mensch kann Ihre Bestellung ändern: Schreiben Sie "Mensch". Ich kann sie ganz oder teilweise stornieren.
order-help = Ich kann eine Bestellung bei { $brand } ganz oder teilweise stornieren, Ihnen sagen, wo eine Stornierung steht, eine Bestätigung noch einmal schicken oder einen Menschen holen. Schreiben Sie "zurück", um etwas zu berichtigen, "woanders weiter", um auf einem anderen Kanal weiterzumachen, oder den Namen einer anderen Sprache, um darin weiterzusprechen.
    .short = Ich kann eine Bestellung ganz oder teilweise stornieren, ihren Stand sagen, eine Bestätigung noch einmal schicken oder einen Menschen holen. "zurück" berichtigt etwas.

code-for-order = Ihre Bestellung
order-code-message = { $code } ist Ihr Code, um { $subject } bei { $brand } zu stornieren. Er gilt 10 Minuten. Niemand von { $brand } wird Sie danach fragen. Waren Sie das nicht, beachten Sie diese Nachricht nicht.
    .short = { $code } ist Ihr Code, um { $subject } bei { $brand } zu stornieren. Gilt 10 Minuten. Nicht Sie? Bitte ignorieren.

choice-order = { $order } vom { $placed }, { $count ->
        [one] ein Artikel
       *[other] { $count } Artikel
    }
order-choice-cancel = Eine Bestellung stornieren
order-choice-confirm = Stornierung bestätigen
order-choice-status = Wo steht meine Stornierung?
choice-all-of-it = Die ganze Bestellung
choice-the-rest = Alles Übrige
choice-line = { $quantity ->
        [1] { $name }
       *[other] { $quantity } × { $name }
    }
choice-quantity = { $quantity }
choice-all-of-them = Alle { $quantity }
choice-more = Noch etwas anderes
choice-enough = Sonst nichts
choice-too-late = Kommt zu spät
choice-wrong-item = Falsches bestellt
choice-better-price = Anderswo günstiger
choice-not-needed = Nicht mehr nötig

## Wo eine Kündigung steht

status-accepted = { $service }: Ihre Kündigung { $number } ist angenommen ({ $confirmed }) und wird ausgeführt.
status-executed = { $service }: Ihre Kündigung { $number } ist ausgeführt. Letzter Tag: { $end-date }.
    .short = { $service }: Kündigung { $number } ist ausgeführt.
status-reconciled = { $service }: Ihre Kündigung { $number } ist ausgeführt und geprüft. Letzter Tag: { $end-date }.
    .short = { $service }: Kündigung { $number } ist ausgeführt und geprüft.
status-fee-open = { $service }: Ihre Kündigung { $number } ist angenommen ({ $confirmed }) und wartet auf Ihre Antwort zu einer Gebühr von { $fee }.
status-terms-open = { $service }: Ihre Kündigung { $number } ist angenommen ({ $confirmed }) und wartet auf Ihre Antwort zu geänderten Bedingungen.
status-reversing = { $service }: Ihre Kündigung { $number } wird gerade zurückgenommen. Sie erhalten eine Nachricht, sobald es geschehen ist.
status-reversed = { $service }: Die Kündigung wurde zurückgenommen ({ $number }).
status-failed = { $service }: Ihre Kündigung { $number } gilt ab { $declared }. Eine Person erledigt sie.
alternative-status-accepted = { $service }: Ihre Änderung { $number } ist vereinbart ({ $confirmed }) und wird vorgenommen.
alternative-status-executed = { $service }: Ihre Änderung { $number } ist vorgenommen.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Sie können sie bis { $undo-day } zurücknehmen: Schreiben Sie "rückgängig".
    }
alternative-status-reconciled = { $service }: Ihre Änderung { $number } ist vorgenommen und geprüft.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Sie können sie bis { $undo-day } zurücknehmen: Schreiben Sie "rückgängig".
    }
alternative-status-failed = { $service }: Ihre Änderung { $number } ist vereinbart ({ $confirmed }). Eine Person kümmert sich darum.
alternative-status-reversing = { $service }: Ihre Änderung { $number } wird zurückgenommen. Sie erhalten eine Nachricht, sobald das geschehen ist.
alternative-status-reversed = { $service }: Die Änderung ist zurückgenommen ({ $number }).
status-withdrawn = { $service }: Ihr Auftrag { $number } wurde geschlossen, ohne ausgeführt zu werden.
status-merged = { $service }: Dies wurde mit Ihrer anderen Kündigung verbunden.
status-declared = Ihre Erklärung { $number } ist am { $declared } eingegangen. Eine Person ordnet sie Ihrem Vertrag zu.
status-not-confirmed = Ihr Kündigungswunsch ist notiert, eingegangen { $declared }. Er ist noch nicht bestätigt.

service-active = { $service }: aktiv, { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }.
service-paused = { $service }: pausiert.
service-ending = { $service }: bereits gekündigt, letzter Tag { $ends-on }. Danach wird nichts mehr abgebucht.
service-ended = { $service }: beendet am { $ends-on }. Es wird nichts mehr abgebucht.

nothing-on-record = Ich finde nichts zu einer Kündigung bei { $brand }.
refund-of-quote = { $has-refund ->
        [0] Für { $service } gibt es keine Erstattung.
       *[other] Für { $service } beträgt die Erstattung { $refund }, auf dem ursprünglichen Zahlungsweg.
    }
cost-of-quote = { $has-fee ->
        [0] Die Kündigung von { $service } kostet nichts.
       *[other] Die Kündigung von { $service } kostet { $fee }{ $fee-reason ->
            [minimum-term] { "" }, weil die Mindestlaufzeit nicht erreicht ist.
           *[other] .
        }
    } { $has-refund ->
        [0] Es gibt keine Erstattung.
       *[other] Sie erhalten { $refund }{ $refund-reason ->
            [unused-time] { "" } für die nicht genutzte Zeit
           *[other] { "" }
        } zurück, auf dem ursprünglichen Zahlungsweg.
    } Der letzte Tag ist der { $end-date }.
ends-on = { $service }: Der letzte Tag ist der { $end-date }.
charges-until = { $has-charge ->
        [0] Für { $service } ist keine Abbuchung vermerkt.
       *[other] Die letzte Abbuchung für { $service } ist { $last-charge } am { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] Die Gebühr von { $fee } wird einmal abgebucht.{ " " }
    }Nach dem letzten Tag, dem { $end-date }, wird nichts mehr abgebucht.
to-return = { $remains ->
        [return-equipment] Für { $service } geben Sie bitte das Gerät bis zum { $end-date } zurück. Wie es verschickt wird, steht nicht in meinen Unterlagen.
       *[other] Für { $service } bleibt bis zum { $end-date } noch etwas zu tun. Wie, steht nicht in meinen Unterlagen.
    }
nothing-remains = Für { $service } bleibt für Sie nichts zu tun und nichts zurückzugeben.
not-in-record = Das steht noch nicht in meinen Unterlagen.
terms-come-with-quote = Letzten Tag, mögliche Gebühr und was noch zu tun ist sehen Sie, bevor Sie bestätigen.
refund-comes-with-quote = Erstattung und Gebühr sehen Sie, bevor Sie bestätigen.
confirmation-sent-again = Ihre Bestätigung { $number } ist noch einmal unterwegs, unverändert.
confirmation-sent-enough = Ihre Bestätigung { $number } ging zuletzt am { $sent } an Sie. In einer Stunde kann ich sie noch einmal senden.
confirmation-by-person = Falls sie nicht angekommen ist, hilft Ihnen gern ein Mensch.

## Identifizierung

code-message = { $code } ist Ihr Code, um { $subject } bei { $brand } zu kündigen. Er gilt 10 Minuten. Niemand von { $brand } wird Sie danach fragen. Waren Sie das nicht, beachten Sie diese Nachricht nicht.
    .short = { $code } ist Ihr Code, um { $subject } bei { $brand } zu kündigen. Gilt 10 Minuten. Nicht Sie? Bitte ignorieren.
code-for-contract = Ihren Vertrag
code-subject = Ihr Code für { $brand }
code-wrong = Dieser Code stimmt nicht. Bitte versuchen Sie es noch einmal.
code-expired = Dieser Code gilt nicht mehr. Fordern Sie einen neuen an, oder machen Sie ohne weiter.
code-locked = Das war zu oft nicht richtig; es können keine Codes mehr versucht werden. Ihre Kündigung können Sie trotzdem hinterlassen.
code-sent-again = Falls { $brand } Sie kennt, ist ein neuer Code unterwegs. Bitte schreiben Sie ihn hierher; nur der neueste gilt.
codes-limited = Im Moment können keine Codes mehr gesendet werden. Ihre Kündigung können Sie trotzdem hinterlassen.
contact-not-yours = Dieser Kontakt ist nicht Ihrer oder ließ sich nicht prüfen. Bitte teilen Sie Ihre eigene Nummer oder wählen Sie einen anderen Weg.
extra-check = Zu Ihrem Schutz ist für dieses Konto ein Code nötig.
no-such-customer = { $brand } hat unter dieser Nummer keinen Vertrag.
office-unavailable = Das System von { $brand } antwortet gerade nicht. Bitte fragen Sie etwas später noch einmal, oder schreiben Sie "Mensch".
office-unavailable-for-contact = Das System von { $brand } antwortet gerade nicht. Sie können einen anderen Weg versuchen oder ohne weitermachen.
identity-needed = Ohne zu wissen, wer Sie sind, kann ich nicht mehr sagen. Schreiben Sie "Mensch", um eine Person zu erreichen.

## Eine Person

handed-over-minutes = Eine Person von { $brand } antwortet Ihnen hier, meist innerhalb weniger Minuten. Sie können solange mit mir weitermachen.
handed-over-hours = Eine Person von { $brand } antwortet Ihnen hier, meist innerhalb weniger Stunden. Sie können solange mit mir weitermachen.
handed-over-later = Im Moment ist niemand da. Eine Person von { $brand } antwortet Ihnen hier am nächsten Werktag. Sie können solange mit mir weitermachen.
dispute-handed-over-minutes = Das tut mir leid. Eine Person von { $brand } prüft es und antwortet Ihnen hier, meist innerhalb weniger Minuten. Was Sie erklärt haben, läuft solange weiter.
dispute-handed-over-hours = Das tut mir leid. Eine Person von { $brand } prüft es und antwortet Ihnen hier, meist innerhalb weniger Stunden. Was Sie erklärt haben, läuft solange weiter.
dispute-handed-over-later = Das tut mir leid. Eine Person von { $brand } prüft es und antwortet Ihnen hier am nächsten Werktag. Was Sie erklärt haben, läuft solange weiter.
urgent-danger = Wenn Ihr Leben oder das eines anderen in Gefahr ist, rufen Sie bitte jetzt die { $emergency } an oder den Notruf dort, wo Sie sind.{ $has-listening ->
        [1] { " " }Wenn Sie daran denken, sich das Leben zu nehmen: Unter { $listening } hört Ihnen Tag und Nacht jemand zu.
       *[0] { "" }
    } Sie sind wichtiger als alles andere hier. Ich bin ein automatischer Assistent und habe deshalb eine Person von { $brand } gerufen; { $wait ->
        [minutes] sie sieht Ihre Nachricht als erste und antwortet hier innerhalb weniger Minuten.
        [hours] sie sieht Ihre Nachricht als erste und antwortet hier, so bald sie kann.
       *[later] im Moment ist niemand da, Ihre Nachricht wird als erste gelesen.
    } Nichts, was Sie kündigen wollten, geht verloren: Machen Sie hier weiter, wann immer Sie möchten.
    .short = In Gefahr? Bitte jetzt { $emergency } anrufen.{ $has-listening ->
        [1] { " " }Tag und Nacht hört jemand zu: { $listening }.
       *[0] { "" }
    } Sie sind das Wichtigste. Eine Person von { $brand } ist gerufen und { $wait ->
        [minutes] antwortet hier in wenigen Minuten.
        [hours] antwortet hier so bald wie möglich.
       *[later] liest Ihre Nachricht als erste.
    } Kündigen können Sie hier jederzeit weiter.
urgent-death = Mein herzliches Beileid. Sie müssen jetzt nichts nachweisen. Eine Person von { $brand } hilft Ihnen hier, { $wait ->
        [minutes] meist innerhalb weniger Minuten.
        [hours] meist innerhalb weniger Stunden.
       *[later] am nächsten Werktag.
    } Sie müssen nicht darauf warten: Was gekündigt werden soll, können Sie auch gleich mit mir kündigen.
    .short = Mein herzliches Beileid. Sie müssen jetzt nichts nachweisen. Eine Person von { $brand } hilft Ihnen hier { $wait ->
        [minutes] in wenigen Minuten.
        [hours] in wenigen Stunden.
       *[later] am nächsten Werktag.
    } Kündigen können Sie auch gleich mit mir.
urgent-legal = Danke für den Hinweis. Eine Person von { $brand } liest Ihre Nachricht und antwortet Ihnen hier, { $wait ->
        [minutes] meist innerhalb weniger Minuten.
        [hours] meist innerhalb weniger Stunden.
       *[later] am nächsten Werktag.
    } Ihre Rechte bleiben unberührt, und kündigen können Sie hier jederzeit.
urgent-upset = Es tut mir leid, dass es so weit gekommen ist. Eine Person von { $brand } liest, was Sie geschrieben haben, und antwortet Ihnen hier, { $wait ->
        [minutes] meist innerhalb weniger Minuten.
        [hours] meist innerhalb weniger Stunden.
       *[later] am nächsten Werktag.
    } Wenn Sie kündigen möchten, steht dem solange nichts im Weg.
    .short = Es tut mir leid, dass es so weit gekommen ist. Eine Person von { $brand } liest das und antwortet Ihnen hier { $wait ->
        [minutes] in wenigen Minuten.
        [hours] in wenigen Stunden.
       *[later] am nächsten Werktag.
    } Kündigen können Sie hier jederzeit.
agent-joined = { $agent } ist jetzt in diesem Chat.
agent-returned = Sie sprechen wieder mit dem automatischen Assistenten.
agent-resolved = Das Gespräch mit unserer Kollegin oder unserem Kollegen ist beendet. Sie sprechen wieder mit dem automatischen Assistenten.

## Kleines und Korrekturen

help = Ich kann für Sie bei { $brand } kündigen, sagen, wo eine Kündigung steht, eine Bestätigung noch einmal senden oder eine Person holen. Mit "zurück" korrigieren Sie etwas, mit "woanders weiter" wechseln Sie auf einen anderen Kanal, mit dem Namen einer anderen Sprache wechseln Sie zu ihr.
    .short = Ich kann kündigen, den Stand nennen, eine Bestätigung noch einmal senden oder eine Person holen. "zurück" korrigiert etwas.
thanks = Gern geschehen.
bye = Auf Wiedersehen. Sie können jederzeit in diesen Chat zurückkommen.
bye-not-confirmed = Auf Wiedersehen. Ihre Kündigung ist noch nicht bestätigt; Sie können hier jederzeit weitermachen.
unclear = Ich bin nicht sicher, ob ich Sie verstanden habe. Bitte wählen Sie, oder sagen Sie es anders.
unclear-again = Das verstehe ich leider immer noch nicht. Bitte wählen Sie eines davon, oder schreiben Sie "Mensch" für eine Person.
unclear-person-comes = Das habe ich nicht verstanden, aber eine Person von { $brand } liest es und antwortet Ihnen hier. Sie können solange mit mir weitermachen.
why-identify = Sonst könnte jeder in Ihrem Namen kündigen; deshalb muss ich wissen, dass Sie es sind. Möchten Sie das nicht sagen, machen Sie ohne weiter.
why-reason = Es hilft { $brand }, besser zu werden. Ihre Kündigung bleibt, wie sie ist, was Sie auch antworten oder überspringen.
cannot-use-media = Bilder, Sprachnachrichten und Dateien kann ich nicht lesen.
cannot-use-edited = Ich handle nur nach neuen Nachrichten, nicht nach geänderten.
cannot-use-long = Diese Nachricht ist zu lang für mich. Bitte sagen Sie es in wenigen Worten, oder schreiben Sie "Mensch" für eine Person.
button-stale = Das gehört zu einer früheren Frage. Hier stehen wir:
not-processed = Mit Ihrer letzten Nachricht ist bei uns etwas schiefgegangen. Sie ist aufbewahrt; eine Person liest sie und antwortet Ihnen hier.
one-moment = Einen Moment, ich frage das System von { $brand }.
cannot-go-back = Es gibt nichts, wohin ich zurückgehen könnte.
language-unknown = Ich spreche: { $languages }. Zum Wechseln schreiben Sie jederzeit den Namen einer Sprache.
    .short = Zum Wechseln schreiben Sie jederzeit den Namen Ihrer Sprache.
keep-or-cancel = Nur zur Sicherheit: Soll ich mit der Kündigung weitermachen oder alles lassen, wie es ist?
nothing-to-keep = Es gibt keine Kündigung, die zurückzunehmen wäre.
undo-too-late = { $had-undo ->
        [0] Die Kündigung von { $service } ist ausgeführt und lässt sich nicht zurücknehmen. Letzter Tag: { $end-date }.
       *[1] Die Kündigung von { $service } ist ausgeführt und ließ sich bis { $undo-until } zurücknehmen. Letzter Tag: { $end-date }.
    }
undo-unclear = Die Kündigung von { $service } ist ausgeführt. Nur eine Person kann sehen, ob sie sich noch zurücknehmen lässt, und antwortet Ihnen hier.
change-by-person = Ihren Tarif kann eine Person für Sie ändern: Schreiben Sie "Mensch". Kündigen kann ich ihn.
anything-else = Was möchten Sie tun?
texts-stopped = { $brand } sendet Ihnen keine SMS mehr.
messages-stopped = { $brand } schreibt Ihnen hier nicht mehr, es sei denn, Sie schreiben selbst.

## Was gedrückt wird

choice-cancel = Etwas kündigen
# The exact words that a law prescribes.
choice-prescribed = { $words }
choice-status = Wo steht meine Kündigung?
choice-human = Mit einer Person sprechen
choice-back = Zurück
choice-correct = Neu schreiben
choice-carry-out = Sofort ausführen lassen
choice-unable = Ohne weitermachen
choice-share-contact = Meine Telefonnummer teilen
choice-use-sender = Diese Telefonnummer verwenden
choice-resend-code = Neuen Code senden
choice-service = { $service }, { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }
choice-no-cancel = Nein, kündigen
choice-accept-pause = Stattdessen pausieren
choice-accept-discount = Den kleineren Preis nehmen
choice-accept-downgrade = Den kleineren Tarif nehmen
choice-accept-later-date = Später beenden
choice-accept-extension = Kostenlose Zeit nehmen
choice-accept-exchange = Den anderen Tarif nehmen
choice-accept-store-credit = Das Guthaben nehmen
choice-confirm = Kündigung bestätigen
choice-cancel-now = Nein, jetzt kündigen
choice-hear = Ja, erzählen Sie
choice-keep = Behalten
choice-end-instead = Stattdessen kündigen
choice-pay-fee = { $fee } zahlen und kündigen
choice-new-terms = Zu diesen Bedingungen
choice-without-fee = Am { $free-date } ohne Gebühr
choice-undo = Kündigung zurücknehmen
choice-leave-cancelled = Gekündigt lassen
choice-restart = Zahlungspflichtig bestellen
choice-leave-ended = So lassen, wie es ist
choice-ended-service = { $service }, beendet am { $ends-on }
alternative-choice-undo = Änderung zurücknehmen
alternative-choice-leave-cancelled = Änderung so lassen
choice-skip = Überspringen
choice-way-mail = E-Mail genügt
choice-way-sms = Auch per SMS
choice-way-telegram = Auch auf Telegram
choice-too-expensive = Zu teuer
choice-not-used = Ich nutze es nicht
choice-quality = Nicht zufrieden
choice-moving = Umzug oder andere Pläne
choice-other = Etwas anderes

## Die Bestätigung per Mail

mail-subject-termination = Kündigung { $number }: { $service }
mail-subject-alternative = Änderung { $number }: { $service }
mail-subject-withdrawal = Widerruf { $number }
mail-subject-declaration = Ihre Erklärung { $number }
mail-subject-reversal = Kündigung zurückgenommen { $number }: { $service }
mail-subject-alternative-reversal = Änderung zurückgenommen { $number }: { $service }
mail-subject-terms = Bedingungen Ihrer Kündigung { $number }: { $service }
mail-subject-order-terms = Bedingungen Ihrer Stornierung { $number }: Bestellung { $order }
mail-subject-order-reversal = Stornierung zurückgenommen { $number }: Bestellung { $order }
mail-subject-reason = Ihr Grund, vermerkt unter { $number }
mail-subject-notice = Zu { $number }
mail-footer = Bitte aufbewahren: Diese Nachricht ist Ihr Nachweis. Die versiegelte Urkunde { $number } ist angehängt.
mail-proof = Die Datei { $number }.tlog-proof beweist, dass die Urkunde im Verzeichnis von { $brand } steht, in dem nichts nachträglich geändert werden kann.
mail-page = Der Stand, die Dateien und die Rücknahme, solange sie möglich ist: { $url }

# Der Rest der Mail: ein Satz, eine Tabelle (Bezeichnungen und Werte), noch ein Satz.
mail-lead-termination = { $brand } bestätigt: { $service } ist gekündigt.
mail-lead-alternative = { $brand } bestätigt: { $service } ist nicht gekündigt; stattdessen gilt die folgende Änderung.
mail-lead-withdrawal = { $brand } bestätigt: Ihr Widerruf ist eingegangen.
mail-lead-declaration = { $brand } bestätigt: Ihre Erklärung ist eingegangen.
mail-lead-reversal = { $brand } bestätigt: { $service } läuft weiter, die Kündigung ist zurückgenommen.
mail-lead-alternative-reversal = { $brand } bestätigt: Die Änderung an { $service } ist zurückgenommen, es geht weiter wie vorher.
mail-lead-terms = { $brand } bestätigt: { $service } ist zu den folgenden Bedingungen gekündigt, denen Sie zugestimmt haben.
mail-lead-order-terms = { $brand } bestätigt: Bestellung { $order } wird zu den folgenden Bedingungen storniert, denen Sie zugestimmt haben.
mail-lead-order-reversal = { $brand } bestätigt: Ihre Stornierung ist zurückgenommen, Bestellung { $order } bleibt, wie sie ist.
mail-lead-reason = { $brand } bestätigt: Sie haben einen Grund genannt. An dem, was Ihnen bestätigt ist, ändert das nichts.
mail-close-termination = Es gilt der Zeitpunkt des Eingangs. Nach dem letzten Tag wird nichts mehr abgebucht. Sie sind jederzeit wieder willkommen.
mail-close-unquoted = Es gilt der Zeitpunkt des Eingangs. Letzter Tag und eine etwaige Erstattung folgen von { $brand }. Ergäbe sich eine Gebühr, würden Sie vorher gefragt.
mail-close-alternative = Kündigen können Sie weiterhin jederzeit, in dem Chat, in dem Sie dies vereinbart haben. Um die Änderung zurückzunehmen, solange das möglich ist, schreiben Sie dort "rückgängig".
mail-close-withdrawal = Es gilt der Zeitpunkt des Eingangs. Was bezahlt wurde, geht innerhalb von 14 Tagen danach auf dem ursprünglichen Zahlungsweg zurück.
mail-close-withdrawal-unquoted = Es gilt der Zeitpunkt des Eingangs. { $brand } ordnet Ihren Widerruf Ihrem Vertrag zu und führt ihn aus oder schreibt Ihnen. Was erstattet wird, geht auf dem ursprünglichen Zahlungsweg zurück.
mail-close-declaration = { $brand } ordnet Ihre Erklärung Ihrem Vertrag zu und antwortet an die Adresse, die Sie genannt haben. Es gilt der Zeitpunkt des Eingangs.
mail-close-reversal = Sie können jederzeit wieder kündigen.
mail-subject-restart = Bestellung { $number }: { $service }
mail-subject-restart-reversal = Bestellung zurückgenommen { $number }: { $service }
mail-lead-restart = { $brand } bestätigt Ihre Bestellung: { $service } wird wieder aufgenommen, als neuer Vertrag.
mail-lead-restart-reversal = { $brand } bestätigt: Ihre Bestellung von { $service } ist zurückgenommen.
mail-close-restart = Für die Zeit vor dem ersten Tag zahlen Sie nichts. Sie erhalten eine Nachricht, sobald der Vertrag läuft, und können jederzeit im Chat kündigen.
mail-close-restart-reversal = Sie wurde nicht ausgeführt, und Sie zahlen nichts.
mail-label-ordered = Bestellt
mail-label-contract-price = Preis
mail-label-minimum = Mindestlaufzeit
mail-label-withdrawal = Widerrufsrecht
mail-value-contract-price = { $price } pro { $interval ->
        [year] Jahr
       *[month] Monat
    }
mail-value-minimum = bis { $day }
mail-value-withdrawal = bis { $day }, ohne Angabe von Gründen: Schreiben Sie "widerrufen" im Chat oder an { $brand }. Sie zahlen dann nur die Tage bis dahin.
mail-close-alternative-reversal = Sie können jederzeit kündigen.
mail-close-terms = Es gilt der Zeitpunkt des Eingangs. Nach dem letzten Tag wird nichts mehr abgebucht. Sie sind jederzeit wieder willkommen.
mail-close-order-reversal = Sie können wieder stornieren, solange das möglich ist.
mail-close-reason = Sie müssen nichts tun.
mail-subject-ending = { $brand } beendet { $service } ({ $number })
mail-subject-ending-reversal = { $service } läuft weiter ({ $number })
mail-lead-ending = { $brand } beendet { $service } von sich aus. Dies ist die Mitteilung darüber.
mail-lead-ending-reversal = { $brand } bestätigt: { $service } läuft weiter, die Mitteilung über das Ende ist zurückgenommen.
mail-close-ending-non-payment = Sie können das abwenden: Zahlen Sie vor dem letzten Tag, was offen ist, und schreiben Sie { $brand } im Chat. Wenn das nicht stimmt, schreiben Sie dort „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht.
mail-close-ending-inactivity = Sie können das abwenden: Nutzen Sie es vor dem letzten Tag wieder, oder schreiben Sie { $brand } im Chat, dass Sie es behalten wollen. Wenn das nicht stimmt, schreiben Sie dort „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht.
mail-close-ending-policy = Wenn das nicht stimmt, schreiben Sie im Chat mit { $brand } „Widerspruch“: Dann endet nichts, bevor eine Person es geprüft hat. Nach dem letzten Tag wird nichts abgebucht.
mail-close-ending-reversal = Sie müssen nichts tun.
mail-label-cause = Grund
mail-label-stated = Worum es geht
mail-label-told = Mitgeteilt
mail-label-notice = Frist
mail-value-cause = { $cause ->
        [non_payment] nicht bezahlt
        [inactivity] lange nicht genutzt
       *[policy] Verstoß gegen die Nutzungsbedingungen
    }
mail-value-days = { $days } Tage
mail-label-number = Nummer
mail-label-service = Vertrag
mail-label-declared = Eingegangen
mail-label-confirmed = Bestätigt
mail-label-end-date = Letzter Tag
mail-label-fee = Gebühr
mail-label-refund = Erstattung
mail-label-last-charge = Letzte Abbuchung
mail-label-remains = Zu tun
mail-label-undo-until = Rücknahme möglich bis
mail-label-change = Änderung
mail-label-starts-on = Ab
mail-label-ends-on = Bis
mail-label-price = Preis solange
mail-label-new-price = Neuer Preis
mail-label-price-after = Preis danach
mail-label-credit = Guthaben
mail-label-next-charge = Nächste Abbuchung
mail-label-old-price = Preis bis dahin
mail-label-words = Ihre Worte
mail-label-completes = Gehört zur Kündigung
mail-label-belongs = Gehört zu
mail-label-agreed = Vereinbart
mail-label-reversed = Zurückgenommen
mail-label-reverses = Zurückgenommene Kündigung
mail-label-reverses-change = Zurückgenommene Änderung
mail-label-fingerprint = Fingerabdruck der Urkunde (SHA-256)
mail-label-rules = Angewandte Regeln
mail-value-rules = { $pack }, Stand { $day }
mail-value-none = keine
mail-value-bereavement = Ein Todesfall
mail-value-follows = folgt
mail-value-earliest = der frühestmögliche
mail-value-named-or-earliest = der genannte Tag; ist keiner genannt, der frühestmögliche
mail-value-fee = { $amount }{ $reason ->
        [minimum-term] { "" } (Mindestlaufzeit nicht erreicht)
       *[other] { "" }
    }
mail-value-refund = { $amount }{ $reason ->
        [unused-time] { "" } für nicht genutzte Zeit
       *[other] { "" }
    }, auf dem ursprünglichen Zahlungsweg
mail-value-charge = { $amount } am { $day }
mail-value-remains = { $task ->
        [return-equipment] Geräte bis { $day } zurückgeben
       *[nothing] Sonst nichts
    }
mail-value-change = { $kind ->
        [pause] Pause
        [discount] Kleinerer Preis
        [downgrade] Tarif { $plan }
        [extension] Kostenlose Zeit
        [exchange] Tarif { $plan }
        [store_credit] Guthaben
       *[later_date] Späterer letzter Tag
    }

mail-subject-order = Stornierung { $number }: Bestellung { $order }
mail-lead-order = { $brand } bestätigt: Ihre Stornierung von Bestellung { $order } ist angenommen.
mail-close-order = Es gilt der Eingang oben.
mail-close-order-return = Es gilt der Eingang oben. Für Zurückgeschicktes kommt die Erstattung, sobald es angekommen ist.
mail-label-order = Bestellung
mail-label-items = Artikel

## Die Bestätigung als Dokument (PDF)

document-caption = Ihre Bestätigung { $number } als Dokument. Es ist Ihr Nachweis: Bitte heben Sie es auf.
document-terms = Angewandte Bedingungen
document-about = Wie es dazu kam
document-shown = Was Ihnen gezeigt wurde und was Sie bestätigt haben
document-proof = So lässt sich dieses Dokument prüfen
document-code = QR-Code mit der Adresse, unter der dieses Dokument geprüft werden kann
document-check = Dieses Dokument ist versiegelt: Wird etwas daran geändert, ist das zu erkennen. Die signierte Urkunde { $number } ist als Datei angehängt. Zum Prüfen scannen Sie den Code oder öffnen Sie { $url }
mail-label-balance = Saldo
mail-label-customer = Kundin oder Kunde
mail-label-identified = Identifiziert
mail-label-channel = Eingegangen über
mail-label-offer = Stattdessen angeboten
mail-label-reason = Grund
mail-label-dialog = Dialog
document-value-balance = { $side ->
        [brand] { $amount } von Ihnen zu zahlen (Gebühr abzüglich Erstattung)
        [customer] { $amount } für Sie (Erstattung abzüglich Gebühr)
       *[even] Keine Seite schuldet etwas
    }
document-value-identified = { $known-by ->
        [code] mit Einmalcode
        [token] angemeldet bei { $brand }
        [contact] mit der im Chat geteilten Telefonnummer
       *[agent] durch eine Person bei { $brand }
    }
document-value-channel = { $channel ->
        [webchat] Webchat
        [sms] SMS
        [telegram] Telegram
       *[other] einen anderen Weg
    }
document-value-offer = { $change }: { $answer ->
        [accepted] angenommen
        [declined] abgelehnt
       *[open] nicht beantwortet
    }

# The same as a letter, on paper.
letter-greeting = Guten Tag { $addressee },
letter-greeting-nobody = Guten Tag,
letter-date = Datum
letter-closing = Mit freundlichen Grüßen
letter-unsigned = Dieser Brief wurde maschinell erstellt und ist ohne Unterschrift gültig.

## Die Bestätigung am Telefon

call-greeting = Hier ist der automatische Assistent von { $brand }. Ich habe eine Bestätigung für Sie.
call-keys = Drücken Sie die 1, wenn Sie sie gehört haben, die 2, um sie noch einmal zu hören, die 0, um mit einer Person zu sprechen.
call-unsure = Hier ist der automatische Assistent von { $brand }. Eine Bestätigung liegt für Sie bereit. Drücken Sie die 2, um sie zu hören, die 0, um mit einer Person zu sprechen.
call-voicemail = Hier ist der automatische Assistent von { $brand }. Eine Bestätigung liegt für Sie bereit. Auf Wiederhören.
call-heard = Vielen Dank. Auf Wiederhören.
call-person = Eine Person von { $brand } meldet sich bei Ihnen. Auf Wiederhören.
call-goodbye = Es wurde keine Taste gedrückt. Auf Wiederhören.

## Die Seite eines Falls, und auf welchem Weg eine Bestätigung geht

case-page-code = { $code } ist Ihr Code, um bei { $brand } zu sehen, wie es um { $number } steht. Er gilt 10 Minuten. Niemand von { $brand } wird Sie danach fragen. Waren Sie das nicht, beachten Sie diese Nachricht nicht.
    .short = { $code } ist Ihr Code für { $number } bei { $brand }. Gilt 10 Minuten. Nicht Sie? Bitte ignorieren.
case-page-link = Jederzeit nachsehen, wie es steht: { $url }
    .short = Stand: { $url }
case-page-undo = Ich möchte { $number } zurücknehmen.
case-page-dispute = An { $number } stimmt etwas nicht. Ich möchte mit einer Person sprechen.
