# What the bot says, in English. Plain and polite; no guilt, no false urgency.
# .short is used where a channel needs it (SMS: GSM-7, 320 characters).

introduction = Hello, this is the automated assistant of { $brand }. Write "human" at any time to reach a person.
    .short = { $brand }, automated assistant. Write HUMAN for a person.

## The way through a cancellation

welcome = What can I do for you? You can cancel here, ask about a cancellation, or talk to a person.

identify = So that only you can cancel: what is your account number, or the e-mail address or phone number that { $brand } has for you?
    .short = Your { $brand } account number, or the e-mail or phone that { $brand } has for you?

verify = If { $brand } knows that entry, a six-digit code is now on its way to the phone or e-mail address on file. Please write the code here. If you mistyped, just send the right entry.
    .short = If { $brand } knows that entry, a 6-digit code is on its way to the phone or e-mail on file. Write the code here.
verify-sender = If { $brand } knows this phone number, a six-digit code is now on its way to you. Please write the code here, or send your account number or e-mail address instead.
    .short = If { $brand } knows this phone number, a 6-digit code is on its way to you. Write it here, or send your account number or e-mail instead.
verify-vouched = A six-digit code is now on its way to the phone or e-mail address that { $brand } has for you. Please write the code here.
    .short = A 6-digit code is on its way to the phone or e-mail that { $brand } has for you. Write it here.
verify-again = Please write the six-digit code here. If none has arrived, ask for a new one, or go on without.
    .short = Write the 6-digit code here. If none has arrived, ask for a new one, or go on without.

declare = You can leave your cancellation without signing in. Please write in one message: your name, your contract or account number, and an e-mail address or phone number for our reply.
    .short = Leave your cancellation here: write in one message your name, contract number, and an e-mail or phone for our reply.

declared = Your declaration is recorded.
    Number: { $number }
    Received: { $declared }
    Nothing more is needed from you to declare it. { $brand } now matches it with your contract and replies here or to an address you gave; the time of receipt above counts.
    .short = Your cancellation is recorded. Number { $number }, received { $declared }. { $brand } matches it with your contract and replies to you. That time counts.

declare-termination = You can end your contract right here. Please write in one message: your name; your contract or account number; whether you end it ordinarily or for cause (then with the reason); the day on which it shall end, or "earliest possible"; and an e-mail address or phone number for the confirmation.
    .short = In one message: name, contract number, ordinary or for cause (with reason), end day or "earliest possible", e-mail or phone for the confirmation.

declare-notification = You can end your contract right here. Please write in one message: your name; your e-mail or postal address; your contract number or reference; and the day on which it shall end, or "earliest possible".
    .short = In one message: name, e-mail or postal address, contract number, end day or "earliest possible".

declare-withdrawal = You can withdraw right here. Please write in one message: your name; the contract or order from which you withdraw; and an e-mail address or phone number for the confirmation.
    .short = In one message: name, contract or order, e-mail or phone for the confirmation.

declare-repeated = You declare to { $brand }:
    { $words }
    Is that right? To change something, write it anew.
    .short = You declare: { $words } - Right? Else write it anew.

declared-termination = Your cancellation is received.
    Number: { $number }
    Received: { $declared }
    Your words: { $words }
    { $earliest ->
        [1] Ends: on the earliest possible day
       *[other] Ends: on the day you named; where you named none, on the earliest possible one
    }
    Nothing more is needed from you. { $brand } matches it with your contract. If you confirm who you are, it can be carried out at once.
    .short = Cancellation received { $declared }. No. { $number }: { $words } - Ends { $earliest ->
        [1] on the earliest possible day
       *[other] on the day you named, else as early as possible
    }.

declared-notification = Your termination is received.
    Number: { $number }
    Received: { $declared }
    Your words: { $words }
    { $earliest ->
        [1] Ends: on the earliest possible day
       *[other] Ends: on the day you named; where you named none, on the earliest possible one
    }
    After the last day nothing is charged any more. { $brand } matches it with your contract. If you confirm who you are, it can be carried out at once.
    .short = Termination received { $declared }. No. { $number }: { $words } - Ends { $earliest ->
        [1] on the earliest possible day
       *[other] on the day you named, else as early as possible
    }. No charge after that.

declared-withdrawal = Your withdrawal is received.
    Number: { $number }
    Received: { $declared }
    Your words: { $words }
    Nothing more is needed from you. { $brand } matches it with your contract. If you confirm who you are, it can be carried out at once.
    .short = Withdrawal received { $declared }. No. { $number }: { $words }

select = Which one do you want to cancel?

nothing = There is nothing left to cancel with { $brand }. If you see a charge that should not be there, tell me and a person will look into it.

offer-pause = One alternative before we go on: you could pause { $service } until { $ends-on }. You pay { $price } meanwhile, and { $price-after } afterwards. Would you like to pause instead?
    .short = Alternative: pause { $service } until { $ends-on } for { $price }, then { $price-after }. Pause instead?

offer-discount = One alternative before we go on: { $service } for { $price } instead of { $price-after } until { $ends-on }, then { $price-after } again. Would you like that instead?
    .short = Alternative: { $service } for { $price } until { $ends-on }, then { $price-after }. Would you like that?

offer-downgrade = One alternative before we go on: a smaller plan, { $plan }, for { $price } from { $starts-on }. Would you like that instead?
    .short = Alternative: plan { $plan } for { $price } from { $starts-on }. Would you like that?

offer-later-date = One alternative before we go on: { $service } could end on { $ends-on } instead. Would you like that?
    .short = Alternative: { $service } could end on { $ends-on } instead. Would you like that?

offer-extension = One alternative before we go on: { $service } for nothing from { $starts-on } until { $ends-on }, added to what you have paid for. After that it costs { $price-after } again. Would you like that instead?
    .short = Alternative: { $service } for nothing until { $ends-on }, then { $price-after } again. Would you like that?

offer-exchange = One alternative before we go on: the plan { $plan } in place of { $service }, for { $price } from { $starts-on }. Until then you pay { $price-before } as now. Would you like that instead?
    .short = Alternative: plan { $plan } for { $price } instead of { $price-before } from { $starts-on }. Would you like that?

offer-store-credit = One alternative before we go on: a credit of { $amount } for { $service }. The next charge, on { $starts-on }, is { $price } instead of { $price-after }; the credit is used up by { $ends-on }. What is left of it when you leave is not paid out. Would you like that instead?
    .short = Alternative: { $amount } credit for { $service }. Next charge { $price }, used up by { $ends-on }, then { $price-after }. Not paid out if you leave. Would you like that?

confirm = Cancelling { $service } means:
    Last day: { $end-date }
    { $has-fee ->
        [0] Fee: none
       *[other] Fee: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (minimum term not over)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }{ $refund-reason ->
            [unused-time] { "" } (unused time)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] To do: return the equipment by your last day
       *[nothing] Nothing else to do.
    }
    Confirm the cancellation?
    .short = Cancel { $service }? Last day { $end-date }. { $has-fee ->
        [0] No fee
       *[other] Fee { $fee }
    }, { $has-refund ->
        [0] no refund
       *[other] refund { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    } Confirm?

confirm-hear = Cancelling { $service } means:
    Last day: { $end-date }
    { $has-fee ->
        [0] Fee: none
       *[other] Fee: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (minimum term not over)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }{ $refund-reason ->
            [unused-time] { "" } (unused time)
           *[other] { "" }
        }
    }
    { $remains ->
        [return-equipment] To do: return the equipment by your last day
       *[nothing] Nothing else to do.
    }
    Before you decide: would you like to hear of one alternative? Your no cancels at once.
    .short = Cancel { $service }? Last day { $end-date }. { $has-fee ->
        [0] No fee
       *[other] Fee { $fee }
    }, { $has-refund ->
        [0] no refund
       *[other] refund { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    } Hear of one alternative first? No cancels at once.

confirm-without-quote = I cannot reach { $brand }'s system at the moment, so I cannot name the last day or amounts yet. You can still cancel now: the time your message came in, { $declared }, counts. If there turned out to be a fee, you would be asked again first. Confirm the cancellation?
    .short = { $brand }'s system is unavailable. You can still cancel now; { $declared } counts. Any fee would need your yes first. Confirm the cancellation?

confirm-again = Your earlier cancellation of { $service } is being taken back at the moment. This new one, received { $declared }, is carried out right after that. I cannot name its last day or amounts yet; if there turned out to be a fee, you would be asked again first. Confirm the cancellation?
    .short = Your earlier cancellation of { $service } is being taken back. This new one, received { $declared }, is carried out right after that. Any fee would need your yes first. Confirm the cancellation?

receipt = Your cancellation is accepted.
    Number: { $number }
    Cancelled: { $service } ({ $brand })
    Received: { $declared }
    Confirmed: { $confirmed }
    Last day: { $end-date }
    { $has-fee ->
        [0] Fee: none
       *[other] Fee: { $fee }{ $fee-reason ->
            [minimum-term] { "" } (minimum term not over)
           *[other] { "" }
        }
    }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }, to the original payment method
    }
    { $has-charge ->
        [0] Last charge: none
       *[other] Last charge: { $last-charge } on { $last-charged-on }
    }
    { $remains ->
        [return-equipment] To do: return the equipment by { $end-date }
       *[nothing] Nothing else to do.
    }
    { $has-undo ->
        [0] A copy is on its way to you.
       *[other] You can undo this until { $undo-until }. A copy is on its way to you.
    }
    .short = Accepted: { $service } cancelled. No. { $number }. Received { $declared }. Last day { $end-date }. { $has-fee ->
        [0] No fee
       *[other] Fee { $fee }
    }, { $has-refund ->
        [0] no refund
       *[other] refund { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    }{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-until }.
    }

receipt-without-quote = Your cancellation is accepted.
    Number: { $number }
    Cancelled: { $service }
    Received: { $declared }
    Confirmed: { $confirmed }
    The last day and any refund follow as soon as { $brand }'s system answers. Nothing more is needed from you.
    .short = Accepted: { $service } cancelled. No. { $number }. Received { $declared }. Last day and any refund follow. Nothing more is needed from you.

reason = If you like, tell us why. You can skip this; your cancellation is done either way.
    .short = If you like: why? You can skip this.

reason-in-words = Would you like to say it in a few words? You can skip this, too.

ways = In future, where should confirmations go besides the e-mail? You can skip this.
    .short = Confirmations: where else, besides e-mail? You can skip this.

ways-mail = Confirmations go to you by e-mail, as before.
ways-sms = From now on confirmations also come by SMS; this one, too.
ways-telegram = From now on confirmations also come on Telegram; this one, too.

prefer-mail = From now on your confirmations come by e-mail alone.
prefer-sms = From now on your confirmations also come by SMS, where we have your number. The e-mail always comes.
    .short = From now on confirmations also come by SMS. The e-mail always comes.
prefer-telegram = From now on your confirmations also come on Telegram, where you have written to us there. The e-mail always comes.
    .short = From now on confirmations also come on Telegram. The e-mail always comes.
prefer-letter = From now on your confirmations also come by post, where we have your address. The e-mail always comes.
prefer-no-letters = We send no letters. Your confirmations come by e-mail. If they shall also come by SMS or on Telegram, write for example: “Send my confirmations by SMS from now on”.
    .short = We send no letters; confirmations come by e-mail. For another way write, for example: "Send my confirmations by SMS from now on".
prefer-no-address = We have no postal address for you that a letter reaches. Your confirmations come by e-mail, and also by SMS or on Telegram if you wish. A person can note your address: write “human”.
    .short = We have no postal address that a letter reaches. Confirmations come by e-mail, or also by SMS if you wish. A person can note your address: write "human".
prefer-how = Confirmations always come by e-mail. If they shall also come by SMS, on Telegram or as a letter, write for example: “Send my confirmations by SMS from now on”.
    .short = Confirmations come by e-mail. For another way write, for example: "Send my confirmations by SMS from now on".

goodbye = Thank you, that is all. { $has-undo ->
        [0] You are welcome back at any time.
       *[other] You can undo the cancellation until { $undo-until } by writing "undo" here, and you are welcome back at any time.
    }
    .short = Thank you. { $has-undo ->
        [0] { "" }
       *[other] Write "undo" until { $undo-until } to take it back.{ " " }
    }You are welcome back any time.

accepted-pause = Agreed: { $service } is not cancelled but paused.
    Number: { $number }
    From: { $starts-on }
    Until: { $ends-on }
    Price meanwhile: { $price }, afterwards: { $price-after }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } paused { $starts-on } to { $ends-on } for { $price }, then { $price-after }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-discount = Agreed: { $service } is not cancelled and costs less.
    Number: { $number }
    From: { $starts-on }
    Until: { $ends-on }
    Price meanwhile: { $price }, afterwards: { $price-after }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } for { $price } from { $starts-on } until { $ends-on }, then { $price-after }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-downgrade = Agreed: { $service } is not cancelled and moves to the plan { $plan }.
    Number: { $number }
    From: { $starts-on }
    Price from then on: { $price }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } moves to { $plan } for { $price } from { $starts-on }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-later-date = Agreed: { $service } ends on { $ends-on }.
    Number: { $number }
    Price until then: { $price }
    To cancel earlier after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } ends on { $ends-on }, { $price } until then. No. { $number }. To cancel earlier: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-extension = Agreed: { $service } is not cancelled and costs nothing for some time.
    Number: { $number }
    From: { $starts-on }
    Until: { $ends-on }
    Price meanwhile: { $price }, afterwards: { $price-after }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } for { $price } from { $starts-on } until { $ends-on }, then { $price-after }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-exchange = Agreed: { $service } is not cancelled and moves to the plan { $plan }.
    Number: { $number }
    From: { $starts-on }
    Price until then: { $price-before }, from then on: { $price }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $service } moves to { $plan } for { $price } instead of { $price-before } from { $starts-on }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

accepted-store-credit = Agreed: { $service } is not cancelled, and you have a credit of { $amount }.
    Number: { $number }
    Next charge, on { $starts-on }: { $price }
    Used up by: { $ends-on }
    Price afterwards: { $price-after }
    To cancel after all, just say so here at any time.{ $has-undo ->
        [0] { "" }
       *[other] { " " }To undo the change, write "undo" here until { $undo-day }.
    } A copy is on its way to you.
    .short = Agreed: { $amount } credit for { $service }. Next charge { $starts-on }: { $price }. Used up by { $ends-on }, then { $price-after }. No. { $number }. To cancel after all: write "end it" here.{ $has-undo ->
        [0] { "" }
       *[other] { " " }Undo until { $undo-day }: write "undo".
    }

kept = Nothing has been cancelled; everything stays as it is. You can cancel here at any time.

undo = Shall I take back the cancellation of { $service } (number { $number })? It would go on as before.
    .short = Take back the cancellation of { $service } ({ $number })?

undone = I am taking the cancellation of { $service } back. You get a message as soon as it is done.

rest = Is there anything else?
rest-over = Is there anything else? You are welcome back at any time: write "human" to start again.

## Told when it happens

executed = Done: { $brand } has carried out your cancellation of { $service }. Last day: { $end-date }. Nothing will be charged after that. Number: { $number }

executed-alternative = Done: { $brand } has applied the change to { $service }. Number: { $number }

executed-undo = Done: the cancellation of { $service } is taken back. It goes on as before. Number: { $number }

execution-delayed = { $brand }'s system is not answering. Your cancellation { $number } stands as of { $declared }; it is carried out as soon as the system answers, and you get a message then.

execution-by-person = { $brand }'s system did not carry out your request { $number }. It stands as of { $declared }. A person is completing it and will write to you here.

not-carried-out = { $brand } has closed your cancellation { $number } without carrying it out: { $service } goes on as before. If that is not what you want, write "cancel it" to cancel, or "human" for a person.

not-applied = { $brand } has not applied the change { $number }: { $service } goes on as before. You can cancel here at any time, or write "human" for a person.
alternative-execution-delayed = { $brand }'s system is not answering. Your change { $number } of { $service } is agreed; it is made as soon as the system answers, and you get a message then.
alternative-execution-by-person = { $brand }'s system has not made the change { $number } of { $service }. A person is seeing to it and will write to you here. You can still cancel here at any time.
alternative-undo = Shall I undo the change { $number } of { $service }? It would go on as it was before.
    .short = Undo the change { $number } of { $service }? It goes on as before.
alternative-undone = I am undoing the change of { $service }. You get a message as soon as it is done.
alternative-executed-undo = Done: the change of { $service } is undone. It goes on as it was before. Number: { $number }
alternative-undo-too-late = The change { $number } of { $service } could be undone until { $undo-day } and stays. You can cancel here at any time, or write "human" for a person.
alternative-undo-not-done = Your change { $number } of { $service } was not undone: it stays. You can cancel here at any time, or write "human" for a person.
alternative-undo-delayed = { $brand }'s system is not answering. Your change { $number } will be undone as soon as it does, and you get a message then. You can still cancel here at any time.
alternative-undo-by-person = { $brand }'s system did not undo your change { $number }. A person will settle it and write to you here. You can still cancel here at any time.

undo-not-done = Your cancellation { $number } of { $service } was not taken back: it stands. If you have questions, write "human" for a person.

undo-delayed = { $brand }'s system is not answering. Your cancellation { $number } will be taken back as soon as it does, and you get a message then.

undo-by-person = { $brand }'s system did not take your cancellation { $number } back. A person will settle it and write to you here.

## Money that comes back, or should not have gone

charged-after-end = { $brand } took { $amount } for { $service } on { $charged-on }, although its last day was { $end-date }. That should not have happened. We are having it paid back and tell you here when it is on its way. Your cancellation { $number } stands.
    .short = { $brand } took { $amount } for { $service } on { $charged-on }, after its last day { $end-date }. We are having it paid back and will tell you. Your cancellation { $number } stands.
refund-by-hand = { $brand }, { $number }: a person had { $amount } sent back to you by hand. We look every day until it is there, and tell you here.
refund-issued = { $brand }, { $number }: { $amount } is on its way back to you. It should be there by { $expected-on }.
refund-paid = { $brand }, { $number }: { $amount } was paid back to you on { $paid-on }.
refund-late = { $brand }, { $number }: { $amount } should have been back with you by { $expected-on } and is not. A person is looking into it and will write to you here.
refund-failed = { $brand }, { $number }: { $amount } could not be paid back to you. A person is looking into it and will write to you here.
return-expected = { $brand }, { $number }: send { $quantity } × { $name } back by { $return-by }, with the return number { $return } on the parcel. Then { $amount } is paid back.
return-label = { $brand }, { $number }: { $has-link ->
        [1] the label for return { $return } ({ $quantity } × { $name }) is here, to be printed and put on the parcel: { $label }
       *[other] send return { $return } ({ $quantity } × { $name }) to this address: { $label }
    }
    .short = { $brand }, { $number }: { $has-link ->
        [1] label for return { $return }: { $label }
       *[other] send return { $return } to: { $label }
    }
return-due-soon = { $brand }, { $number }: { $quantity } × { $name } has not arrived yet. Please send it by { $return-by }, with the return number { $return } on the parcel; then { $amount } is paid back. Already sent? Then ignore this message.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) has not arrived. Send it by { $return-by } as return { $return } to get { $amount } back. Already sent? Ignore this.
return-overdue = { $brand }, { $number }: { $quantity } × { $name } was to be sent back by { $return-by } and has not arrived, so { $amount } is not paid back yet. If you have sent it, or cannot, write "human" and a person helps.
    .short = { $brand }, { $number }: { $name } ({ $quantity }) was due back by { $return-by } and has not arrived, so { $amount } is not paid back yet. Sent it? Write "human" for a person.
return-arrived = { $brand }, { $number }: { $quantity } × { $name } has arrived. Once it has been looked at, { $amount } is paid back.
return-rejected = { $brand }, { $number }: { $quantity } × { $name } arrived but was not taken back, so { $amount } is not paid. A person will tell you here why, and what you can do.

## What the brand ends itself

ending-notice-non-payment = { $brand } ends { $service } on { $end-date }, because it was not paid for{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. You have { $notice-days } days' notice. You can avoid it: pay what is owed before that day and write to us here. If you think this is wrong, write "dispute" here: then nothing ends before a person has looked at it. Nothing is charged after the last day. Number: { $number }
    .short = { $brand } ends { $service } on { $end-date }: not paid{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Pay before then and write here to avoid it. Wrong? Write "dispute". No charge after the last day. { $notice-days } days' notice. No. { $number }
ending-notice-inactivity = { $brand } ends { $service } on { $end-date }, because it was not used for a long time{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. You have { $notice-days } days' notice. You can avoid it: use it again before that day, or write to us here that you want to keep it. If you think this is wrong, write "dispute" here: then nothing ends before a person has looked at it. Nothing is charged after the last day. Number: { $number }
    .short = { $brand } ends { $service } on { $end-date }: not used{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Use it before then or write here to keep it. Wrong? Write "dispute". No charge after the last day. { $notice-days } days' notice. No. { $number }
ending-notice-policy = { $brand } ends { $service } on { $end-date }, because it was used against the terms of use{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. You have { $notice-days } days' notice. If you think this is wrong, write "dispute" here: then nothing ends before a person has looked at it. Nothing is charged after the last day. Number: { $number }
    .short = { $brand } ends { $service } on { $end-date }: used against the terms{ $has-facts ->
        [0] { "" }
       *[other] { "" } ({ $facts })
    }. Wrong? Write "dispute": a person looks at it first. No charge after the last day. { $notice-days } days' notice. No. { $number }
ending-executed = { $brand } has ended { $service }. Last day: { $end-date }. Nothing is charged after it; what you paid beyond it is paid back. If you think this is wrong, write "human" here. Number: { $number }
    .short = { $brand } has ended { $service }. Last day: { $end-date }. Nothing is charged after it. Wrong? Write "human". No. { $number }
ending-upheld = { $brand } looked at what you dispute: { $service } ends on { $end-date } all the same. The reason: { $why } If you still think this is wrong, write "human" here. You can also cancel it yourself at any time. Number: { $number }
    .short = { $brand } looked at your dispute: { $service } ends on { $end-date }. Reason: { $why } Still wrong? Write "human". No. { $number }
ending-withdrawn = Good news: { $brand } does not end { $service }. It goes on as before; there is nothing you need to do. Number: { $number }
    .short = { $brand } does not end { $service }. It goes on as before. No. { $number }
ending-status-announced = { $brand } ends { $service } on { $end-date } (notice { $number }). If you think this is wrong, write "dispute" here: then nothing ends before a person has looked at it. You can also cancel it yourself at any time.
    .short = { $brand } ends { $service } on { $end-date } ({ $number }). Wrong? Write "dispute" here. You can also cancel it yourself.
ending-status-disputed = You dispute that { $brand } ends { $service } (notice { $number }). It is not ended before a person has looked at it and answered you here.
    .short = { $number }: you dispute it. { $service } is not ended before a person has looked at it.
ending-status-upheld = You disputed that { $brand } ends { $service } (notice { $number }). A person looked at it: it ends on { $end-date } all the same. If you still think this is wrong, write "human" here. You can also cancel it yourself at any time.
    .short = { $number }: a person looked at your dispute. { $service } ends on { $end-date }. Still wrong? Write "human".
ending-status-executed = { $brand } ended { $service } itself (notice { $number }). Last day: { $end-date }. Nothing is charged after it.
    .short = { $brand } ended { $service } ({ $number }). Last day: { $end-date }.
ending-status-reconciled = { $brand } ended { $service } itself (notice { $number }); that is done and checked. Last day: { $end-date }. Nothing is charged after it.
    .short = { $brand } ended { $service } ({ $number }), checked. Last day: { $end-date }.
ending-status-failed = { $brand } wanted to end { $service } on { $end-date } (notice { $number }). That is not done yet; a person is settling it.
    .short = { $brand } wanted to end { $service } on { $end-date } ({ $number }). Not done yet; a person is settling it.
ending-charged-after-end = { $brand } took { $amount } for { $service } on { $charged-on }, although { $brand } had ended it on { $end-date }. That should not have happened. We are having it paid back and tell you here when it is on its way. Number: { $number }
    .short = { $brand } took { $amount } for { $service } on { $charged-on }, after its last day { $end-date }. We are having it paid back and will tell you. No. { $number }

## Taking up again what has ended: only who asks for it is told of it

restart = { $service } ended on { $ends-on }; that cannot be undone any more. It can be taken up again, as a new contract:
    From: { $starts-on }
    Price: { $price } per { $interval ->
        [year] year
       *[month] month
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (before: { $price-before } per { $interval-before ->
            [year] year
           *[month] month
        })
    }
    Minimum term: { $has-minimum ->
        [0] none
       *[1] until { $minimum-until }
    }
    Notice to cancel: { $notice-days ->
        [0] none
        [one] 1 day
       *[other] { $notice-days } days
    }
    You pay nothing for the time in between.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } It begins at once because you ask for it. Until { $withdraw-until } you can withdraw from the new contract without giving a reason: write "withdraw" here. Then you pay for the days it ran, and no more.
    }
    .short = { $service } again, as a new contract from { $starts-on }: { $price } per { $interval ->
        [year] year
       *[month] month
    }{ $changed ->
        [0] { "" }
       *[1] { "" } (before { $price-before } per { $interval-before ->
            [year] year
           *[month] month
        })
    }{ $has-minimum ->
        [0] { "" }
       *[1] { "" }, at least until { $minimum-until }
    }{ $notice-days ->
        [0] { "" }
       *[other] { "" }, notice { $notice-days } d
    }. Nothing for the time between.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Withdraw until { $withdraw-until }: write "withdraw".
    }

restart-which = Which of these do you want back?

restart-receipt = Your order is accepted: { $service } as a new contract.
    Number: { $number }
    Ordered: { $confirmed }
    From: { $starts-on }
    Price: { $price } per { $interval ->
        [year] year
       *[month] month
    }
    Minimum term: { $has-minimum ->
        [0] none
       *[1] until { $minimum-until }
    }
    Notice to cancel: { $notice-days ->
        [0] none
        [one] 1 day
       *[other] { $notice-days } days
    }
    You get a message as soon as it runs.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Until { $withdraw-until } you can withdraw without giving a reason: write "withdraw" here.
    } A copy is on its way to you.
    .short = Ordered: { $service } from { $starts-on }, { $price } per { $interval ->
        [year] year
       *[month] month
    }. No. { $number }. You get a message as soon as it runs.{ $withdrawal-days ->
        [0] { "" }
       *[other] { "" } Withdraw until { $withdraw-until }: write "withdraw".
    }

not-restarted = Nothing is ordered; everything stays as it is.

no-restart = It cannot be taken up again here. A person from { $brand } can tell you what is possible: write "human".

restart-executed = Done: { $service } runs again from { $starts-on }, for { $price } per { $interval ->
        [year] year
       *[month] month
    }. You can cancel it here at any time. Number: { $number }
restart-execution-delayed = { $brand }'s system is not answering. Your order { $number } of { $service } is carried out as soon as it does, and you get a message then. You pay nothing before it runs. To take the order back, write "cancel it".
restart-execution-by-person = { $brand }'s system did not carry out your order { $number } of { $service }. A person is looking at it and will write to you here. You pay nothing before it runs.
restart-not-carried-out = { $brand } has closed your order { $number } of { $service } without carrying it out. You pay nothing. If you have questions, write "human" for a person.
restart-taken-back = Your order of { $service } is taken back ({ $number }). It was not carried out, and you pay nothing.
reason-noted = Your reason is noted under { $number }. It changes nothing about what is confirmed to you.
restart-under-way = { $brand }'s system is at work on your order { $number } of { $service } at this moment. You get a message as soon as it runs; from then on you can cancel it here. Write "human" for a person.
restart-status-accepted = { $service }: your order { $number } is accepted ({ $confirmed }) and is being carried out. To take it back, write "cancel it".
restart-status-executed = { $service }: runs again from { $starts-on }, for { $price } per { $interval ->
        [year] year
       *[month] month
    } (order { $number }).
restart-status-reconciled = { $service }: runs again from { $starts-on }, for { $price } per { $interval ->
        [year] year
       *[month] month
    } (order { $number }, checked).
restart-status-failed = { $service }: your order { $number } of { $confirmed } is not carried out yet. A person is looking at it.
restart-status-withdrawn = { $service }: your order was closed without being carried out ({ $number }).
restart-status-reversed = { $service }: your order was taken back ({ $number }).

## A fee that was learnt later

fee-learnt = { $brand }'s system answers again: cancelling { $service } would cost a fee of { $fee }. You have not agreed to that, so nothing is charged and nothing is ended yet; your cancellation { $number } stands as of { $declared }. Ask for its "status" here when you want to choose how to go on.
    .short = Cancelling { $service } would cost { $fee }. You have not agreed, so nothing is charged or ended yet; { $number } stands as of { $declared }. Write "status" to choose.

fee = { $brand }'s system answers again: ending { $service } on { $end-date } costs a fee of { $fee }{ $fee-reason ->
        [minimum-term] { "" }, because its minimum term is not over
       *[other] { "" }
    }. You have not agreed to that, so nothing is charged and nothing is ended yet; your cancellation { $number } stands as of { $declared }.{ $has-free ->
        [1] { " " }It could also end on { $free-date } without a fee.
       *[0] { "" }
    } How shall it go on?
    .short = Ending { $service } on { $end-date } costs { $fee }{ $fee-reason ->
        [minimum-term] { "" } (minimum term)
       *[other] { "" }
    }. Nothing is charged or ended yet; { $number } stands. How shall it go on?

fee-changed = { $brand } no longer ends { $service } on the terms that you confirmed. These hold now:
    Last day: { $end-date } (before: { $end-date-before })
    Fee: { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    })
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    })
    You have not agreed to them, so nothing is charged and nothing is ended yet; your cancellation { $number } stands as of { $declared }.{ $remains ->
        [return-equipment] { " " }The equipment is to be returned.
       *[nothing] { "" }
    }{ $has-free ->
        [1] { " " }It could also end on { $free-date } without a fee.
       *[0] { "" }
    } How shall it go on?
    .short = { $service }, changed terms: last day { $end-date } (before: { $end-date-before }), fee { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    }), refund { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). Nothing is ended yet; { $number } stands. How shall it go on?

terms-learnt = { $brand } no longer ends { $service } on the terms that you confirmed. Now: last day { $end-date } (before: { $end-date-before }), fee { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    }), refund { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). You have not agreed to that, so nothing is charged and nothing is ended yet; your cancellation { $number } stands as of { $declared }. Ask for its "status" here when you want to choose how to go on.
    .short = { $service }: changed terms. Last day { $end-date }, fee { $has-fee ->
        [0] none
       *[other] { $fee }
    }, refund { $has-refund ->
        [0] none
       *[other] { $refund }
    }. Nothing is charged or ended without your yes; { $number } stands as of { $declared }. Write "status" to choose.

terms-better = The terms for ending { $service } have changed in your favour since you confirmed:
    Last day: { $end-date } (before: { $end-date-before })
    Fee: { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    })
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    })
    Your cancellation { $number } is carried out on these terms, and you get a message when that is done.
    .short = Changed in your favour, { $service }: last day { $end-date } (before: { $end-date-before }), fee { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    }), refund { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). { $number } is carried out on these terms.

terms-by-law = { $brand } no longer ends { $service } on the terms that you confirmed, and names these now:
    Last day: { $end-date } (before: { $end-date-before })
    Fee: { $has-fee ->
        [0] none
       *[other] { $fee }
    } (before: { $has-fee-before ->
        [0] none
       *[other] { $fee-before }
    })
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    })
    Your cancellation { $number } takes effect without your agreement to them: it is carried out now, and no higher fee is charged. You have not agreed to what is worse than before, and what you confirmed stays proven by your confirmation. Write "human" if you object; a person then settles it.
    .short = { $service }, changed by { $brand }: last day { $end-date } (before: { $end-date-before }), refund { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). { $number } is carried out now, without a higher fee. You object? Write "human".

fee-agreed = Agreed: { $service } ends on { $end-date }.
    Number: { $number }
    Received: { $declared }
    { $has-fee ->
        [0] Fee: none
       *[other] Fee: { $fee }
    }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }, to the original payment method
    }
    { $remains ->
        [return-equipment] To do: return the equipment by { $end-date }
       *[nothing] Nothing else to do.
    }
    It is carried out now, and you get a message when that is done. A copy is on its way to you.
    .short = Agreed: { $service } ends on { $end-date }. No. { $number }. { $has-fee ->
        [0] No fee
       *[other] Fee { $fee }
    }, { $has-refund ->
        [0] no refund
       *[other] refund { $refund }
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    }

fee-reminder = Your cancellation { $number } of { $service } still waits for your answer. Nothing is charged and nothing is ended before that.

silence-reminder = Your wish to cancel is noted as of { $declared } and waits for your answer; nothing is ended before that. You can go on right here whenever it suits you, and that time stands.
    .short = Your wish to cancel is noted as of { $declared } and waits for your answer. Go on here whenever it suits you; that time stands.
terms-changed = The terms for { $service } have changed since I named them. These hold now:
offer-gone = The alternative that I named is no longer available.

## On another channel

continue-elsewhere = You can go on somewhere else within the next 10 minutes. Your code, which works once: { $code }{ $has-webchat ->
        [1] { "" }. In a browser: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. On Telegram: { $telegram }
       *[0] { "" }
    }{ $has-sms ->
        [1] { "" }. By text message: send the code to { $sms }
       *[0] { "" }
    }
    .short = Go on elsewhere within 10 minutes. Code, works once: { $code }{ $has-webchat ->
        [1] { "" }. Web: { $webchat }
       *[0] { "" }
    }{ $has-telegram ->
        [1] { "" }. Telegram: { $telegram }
       *[0] { "" }
    }
continue-nowhere = { $brand } can only be reached here at the moment. You can come back to this chat at any time.
continued = Welcome back. We go on where you left off.
continue-expired = That code is no longer valid. Write "continue elsewhere" in the chat that showed it and you get a new one, or just go on here.
continue-used = That code was used before, and it works once. Write "continue elsewhere" in the chat that showed it and you get a new one, or just go on here.
continue-unknown = I do not know that code. Please compare it with the one in the other chat, or just go on here.
continue-limited = That was too many codes for now. Please try again in an hour, or just go on here.
continue-other = This chat belongs to another customer, so I cannot take that code here.
moved-elsewhere = You went on { $channel ->
        [telegram] on Telegram
        [sms] by text message
        [webchat] in the web chat
       *[other] on another channel
    }. If that was not you, write "human".
## Withdrawing from a contract, which is not ending one

withdraw-welcome = Here you can withdraw from a contract or an order, ask about a withdrawal, or talk to a person. Nobody asks for a reason.

withdraw-identify = So that it can be carried out at once: what is your account number, or the e-mail address or phone number that { $brand } has for you?
    .short = Your { $brand } account number, or the e-mail or phone that { $brand } has for you?

withdraw-select = From which contract do you withdraw?

withdraw-confirm = You withdraw from { $service }. That means:
    Ends: at once, on { $end-date }
    { $has-refund ->
        [0] Refund: nothing was paid yet
       *[other] Refund: { $refund }, to the original payment method within 14 days
    }
    { $remains ->
        [return-equipment] To do: return the equipment
       *[nothing] Nothing else to do.
    }
    Do you declare the withdrawal?
    .short = Withdraw from { $service }? It ends on { $end-date }. { $has-refund ->
        [0] Nothing was paid yet
       *[other] Refund { $refund } within 14 days
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    } Declare it?

withdraw-confirm-without-quote = You withdraw from your contract: { $service }. Your message came in on { $declared }, and that time counts. What is paid back I cannot name here; { $brand } looks into it and tells you. Do you declare the withdrawal?
    .short = Withdraw from { $service }? { $declared } counts. { $brand } tells you what is paid back. Declare it?

withdrawal-receipt = Your withdrawal is received.
    Number: { $number }
    Withdrawn from: { $service } ({ $brand })
    Received: { $declared }
    Confirmed: { $confirmed }
    Ends: { $end-date }
    { $has-refund ->
        [0] Refund: nothing was paid yet
       *[other] Refund: { $refund }, to the original payment method within 14 days
    }
    { $remains ->
        [return-equipment] To do: return the equipment
       *[nothing] Nothing else to do.
    }
    A copy is on its way to you.
    .short = Withdrawal received: { $service }. No. { $number }. Received { $declared }. Ends { $end-date }. { $has-refund ->
        [0] Nothing was paid yet
       *[other] Refund { $refund } within 14 days
    }.{ $remains ->
        [return-equipment] { " " }Return the equipment.
       *[nothing] { "" }
    }

withdrawal-receipt-without-quote = Your withdrawal is received.
    Number: { $number }
    Withdrawn from: { $service }
    Received: { $declared }
    Confirmed: { $confirmed }
    { $brand } carries it out or writes to you. What is paid back goes to the original payment method. Nothing more is needed from you.
    .short = Withdrawal received: { $service }. No. { $number }. Received { $declared }. { $brand } carries it out or writes to you. Nothing more is needed from you.

withdraw-kept = You have withdrawn from nothing; everything stays as it is. You can withdraw here at any time while the withdrawal period lasts.

withdraw-or-end = Withdrawing and ending are two different things: a withdrawal undoes the contract from its beginning, ending it lets it run until its end date. Which do you mean?
withdraw-by-person = Withdrawing from a contract is something else than ending it. Your message of { $declared } is kept with its time, and a person from { $brand } will take it up with you here.
    .short = Withdrawing is something else than cancelling. Your message of { $declared } is kept; a person from { $brand } will take it up with you here.

withdrawal-executed = Done: { $brand } has carried out your withdrawal from { $service }. { $has-refund ->
        [0] Nothing is charged any more.
       *[other] { $refund } goes back to the original payment method within 14 days of your declaration.
    } Number: { $number }
withdrawal-execution-delayed = { $brand }'s system is not answering. Your withdrawal { $number } stands as of { $declared }; it is carried out as soon as the system answers, and you get a message then.
withdrawal-execution-by-person = A person from { $brand } is looking at your withdrawal { $number } and will write to you here. It stands as of { $declared }.
withdrawal-terms-better = What comes back for your withdrawal { $number } from { $service } has changed in your favour: { $refund } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). It is carried out like that, and you get a message when that is done.
withdrawal-terms-by-law = { $brand } no longer pays back what was named for your withdrawal from { $service }: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $refund-before }). Your withdrawal { $number } takes effect all the same and is carried out now. You have not agreed to less: write "human" if you object, and a person settles it.
withdrawal-not-carried-out = { $brand } has closed your withdrawal { $number } without carrying it out: { $service } goes on as before. If you see it otherwise, write "human".
withdrawal-status-accepted = { $service }: your withdrawal { $number } is received ({ $confirmed }) and is being carried out.
withdrawal-status-executed = { $service }: your withdrawal { $number } is carried out.
withdrawal-status-reconciled = { $service }: your withdrawal { $number } is carried out and checked.
withdrawal-status-failed = { $service }: your withdrawal { $number } stands as of { $declared }. A person is looking at it.
withdrawal-status-not-confirmed = Your wish to withdraw is noted as of { $declared }. It is not declared yet.
withdrawal-nothing-on-record = I find nothing about a withdrawal with { $brand }.
withdrawal-cost-of-quote = Withdrawing from { $service } costs nothing. { $has-refund ->
        [0] Nothing was paid yet.
       *[other] You get { $refund } back, to the original payment method.
    }
withdrawal-undo-too-late = A declared withdrawal from { $service } cannot be taken back here. Write "human", and a person sees what can be done.
withdrawal-nothing-to-keep = There is no withdrawal to take back.
withdrawal-keep-or-cancel = Just to be sure: shall I go on with the withdrawal, or keep everything as it is?
withdrawal-bye-not-confirmed = Goodbye. Your withdrawal is not declared yet; you can go on here at any time.
withdrawal-help = I can take your withdrawal from a contract with { $brand }, tell you where it stands, send its confirmation again, or bring in a person. Write "back" to correct something, "continue elsewhere" to go on on another channel, or the name of another language to go on in it.
    .short = I can take your withdrawal, tell you its status, send the confirmation again, or bring a person. Write "back" to correct something.
withdrawal-code-locked = That was not right too often, so no more codes can be tried. You can withdraw without one.
withdrawal-codes-limited = No more codes can be sent at the moment. You can withdraw without one.
withdrawal-choice-status = Where does my withdrawal stand?

## Cancelling an order

order-welcome = What can I do for you? You can cancel an order or some of it here, ask about a cancellation, or talk to a person.

order-identify = So that only you can cancel: what is your customer number, or the e-mail address or phone number that { $brand } has for you?
    .short = Your { $brand } customer number, or the e-mail or phone that { $brand } has for you?

order-declare = You can leave your cancellation right here, and a person sees to it. Please write in one message: your name, the number of the order and what of it you cancel, and an e-mail address or phone number for our reply.
    .short = Leave your cancellation here: write in one message your name, order number, what of it you cancel, and an e-mail or phone for our reply.

order-declared = Your cancellation is recorded.
    Number: { $number }
    Received: { $declared }
    Nothing more is needed from you to declare it. { $brand } now matches it with your order and replies here or to an address you gave; the time of receipt above counts.
    .short = Your cancellation is recorded. Number { $number }, received { $declared }. { $brand } matches it with your order and replies to you. That time counts.

order-select = Which order is it?

order-open = Order { $order } of { $placed }: { $count ->
        [one] one item
       *[other] { $count } items
    }.

order-nothing = There is no order left to cancel with { $brand }. If something is not right, write "human" and a person will look into it.

order-lines = What of order { $order } do you want to cancel?
order-lines-more = What else of order { $order } do you want to cancel?
order-lines-quantity = There are { $quantity } of { $name }. How many do you want to cancel?

order-line-void = { $quantity } × { $name }: cancelled; it was not paid yet
    .short = { $quantity } × { $name }: cancelled, unpaid
order-line-refund = { $quantity } × { $name }: cancelled, { $refund } back
    .short = { $quantity } × { $name }: { $refund } back
order-line-return = { $quantity } × { $name }: sent already; send it back by { $return-by } with the free label, then { $refund } back
    .short = { $quantity } × { $name }: send back by { $return-by }, then { $refund }
order-line-refused = { $quantity } × { $name }: cannot be cancelled{ $rule ->
        [digital] { "" }; it is digital and was delivered
        [custom-made] { "" }; it was made for you
        [return-period-over] { "" }; the time for returning it is over
       *[other] { "" }
    }
    .short = { $quantity } × { $name }: no{ $rule ->
        [digital] , digital
        [custom-made] , made for you
        [return-period-over] , time is over
       *[other] { "" }
    }

order-line-shipping = Shipping: { $refund } back
    .short = shipping { $refund } back
order-line-tax = Tax: { $refund } back
    .short = tax { $refund } back

order-confirm = Cancelling this of order { $order } means:
    { $lines }
    { $has-refund ->
        [0] Nothing is paid back.
       *[other] Refund in all: { $refund }, to the original payment method
    }
    Confirm the cancellation?
    .short = Order { $order }: { $lines }. { $has-refund ->
        [0] No refund.
       *[other] Refund { $refund }.
    } Confirm?

order-receipt = Your cancellation is accepted.
    Number: { $number }
    Order: { $order } ({ $brand })
    { $lines }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }, to the original payment method
    }
    Received: { $declared }
    Confirmed: { $confirmed }
    A copy is on its way to you.
    .short = Accepted, order { $order }: { $lines }. No. { $number }. Received { $declared }. { $has-refund ->
        [0] No refund.
       *[other] Refund { $refund }.
    }

order-refused = That cannot be cancelled:
    { $lines }
    .short = Order { $order }: that cannot be cancelled{ $rule ->
        [digital] { "" }; it is digital and was delivered
        [custom-made] { "" }; it was made for you
        [return-period-over] { "" }; the time for returning it is over
       *[other] { "" }
    }.

order-refused-person = If you think that this is not right, or something is wrong with what you got, a person will look into it.

order-reason = If you like, tell us why. You can skip this; your cancellation is done either way.
    .short = If you like: why? You can skip this.
order-reason-in-words = Would you like to say it in a few words? You can skip this, too.

order-goodbye = Thank you, that is all. You can order again at any time.

order-kept = Nothing has been cancelled; your order stays as it is. You can cancel here as long as that is possible.

order-rest-over = Is there anything else? You can order again at any time.

order-changed = Order { $order } has changed since I looked. This is how it is now:
order-terms-changed = Something about order { $order } has changed since I named it. This holds now:

order-executed = Done: { $brand } has carried out your cancellation of order { $order }. { $has-refund ->
        [0] { "" }
       *[other] Refund: { $refund }.{ " " }
    }{ $has-return ->
        [0] { "" }
       *[other] What belongs to things that you send back is paid once they have arrived.{ " " }
    }Number: { $number }

order-execution-delayed = { $brand }'s system is not answering. Your cancellation { $number } of order { $order } stands as of { $declared }; it is carried out as soon as the system answers, and you get a message then.

order-execution-by-person = { $brand }'s system did not carry out your cancellation { $number } of order { $order }. It stands as of { $declared }. A person is completing it and will write to you here.

order-terms-by-person = Order { $order } has changed since you confirmed, so your cancellation { $number } was not carried out on the terms of then. It would mean now:
    { $lines }
    { $has-refund ->
        [0] Nothing is paid back.
       *[other] Refund in all: { $refund }
    }
    It stands as of { $declared }. A person is completing it and will write to you here; nothing is done on other terms without your yes.
    .short = Order { $order } has changed, nothing is cancelled. Now: { $lines }. A person writes to you here; nothing is done without your yes.

order-terms-open = Order { $order } has changed since you confirmed, and { $brand } no longer cancels it on those terms. Nothing is cancelled yet. You confirmed:
    { $lines-before }
    Refund: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }
    Now it would mean:
    { $lines }
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    }
    Cancel on these terms?
    .short = Order { $order } has changed, nothing is cancelled yet. Now: { $lines }. Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). Cancel on these terms?

order-terms-learnt = Order { $order } has changed since you confirmed. Cancelling it would mean now:
    { $lines }
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    })
    You have not agreed to that, so nothing is cancelled yet; your cancellation { $number } stands as of { $declared }. Ask for its "status" here when you want to choose how to go on.
    .short = Order { $order } has changed, nothing is cancelled yet. Now: { $lines }. Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). Write "status" to choose.

order-terms-better = Order { $order } has changed in your favour since you confirmed. It is cancelled like this now:
    { $lines }
    Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    })
    You get a message when that is done. Number: { $number }
    .short = Order { $order } changed in your favour: { $lines }. Refund: { $has-refund ->
        [0] none
       *[other] { $refund }
    } (before: { $has-refund-before ->
        [0] none
       *[other] { $refund-before }
    }). { $number } is carried out like that.

order-terms-agreed = Agreed: order { $order } is cancelled on these terms.
    Number: { $number }
    { $lines }
    { $has-refund ->
        [0] Refund: none
       *[other] Refund: { $refund }, to the original payment method
    }
    Received: { $declared }
    .short = Agreed, order { $order }: { $lines }. No. { $number }. { $has-refund ->
        [0] No refund.
       *[other] Refund { $refund }.
    }

order-fee-reminder = Your cancellation { $number } of order { $order } still waits for your answer. Nothing is cancelled before that.
order-executed-undo = Done: your cancellation is taken back, order { $order } stays as it is. Number: { $number }
order-choice-new-terms = Cancel on these terms

order-not-carried-out = { $brand } has closed your cancellation { $number } without carrying it out: order { $order } stays as it is. If that is not what you want, write "human" for a person.

order-status-accepted = Order { $order }: your cancellation { $number } is accepted ({ $confirmed }) and is being carried out.
order-status-executed = Order { $order }: your cancellation { $number } is carried out.
order-status-reconciled = Order { $order }: your cancellation { $number } is carried out and checked.
order-status-failed = Order { $order }: your cancellation { $number } stands as of { $declared }. A person is completing it.
order-status-terms-open = Order { $order }: your cancellation { $number } is accepted ({ $confirmed }) and waits for your answer about changed terms.
order-status-reversed = Order { $order }: the cancellation was taken back ({ $number }).
order-status-withdrawn = Order { $order }: your cancellation { $number } was closed without being carried out.
order-status-merged = Order { $order }: this was joined with your other cancellation.
order-status-declared = Your cancellation { $number } was received on { $declared }. A person is matching it with your order.
order-status-not-confirmed = Your wish to cancel is noted as of { $declared }. It is not confirmed yet.

order-nothing-on-record = I find nothing about a cancelled order with { $brand }.
order-cost-of-quote = Order { $order }:
    { $lines }
    { $has-refund ->
        [0] There is no refund.
       *[other] Refund in all: { $refund }, to the original payment method.
    }
    .short = Order { $order }: { $has-refund ->
        [0] no refund.
       *[other] refund { $refund }, to the original payment method.
    }
order-refund-of-quote = { $has-refund ->
        [0] For this of order { $order } there is no refund.
       *[other] For this of order { $order } the refund is { $refund }, to the original payment method{ $has-return ->
            [0] .
           *[other] ; for what you send back it comes as soon as that has arrived.
        }
    }
order-refund-comes-with-quote = You see any refund before you confirm.
order-terms-come-with-quote = You see what becomes of each item, and any refund, before you confirm.
order-undo-too-late = The cancellation of order { $order } cannot be taken back. You can order again at any time.
order-change-by-person = A person can change your order for you: write "human". I can cancel it, or some of it.
order-help = I can cancel an order with { $brand } or some of it, tell you where a cancellation stands, send a confirmation again, or bring in a person. Write "back" to correct something, "continue elsewhere" to go on on another channel, or the name of another language to go on in it.
    .short = I can cancel an order or some of it, tell you its status, send a confirmation again, or bring a person. Write "back" to correct something.

code-for-order = your order
order-code-message = { $code } is your code to cancel { $subject } with { $brand }. It is valid for 10 minutes. Nobody from { $brand } will ask you for it. If it was not you, ignore this message.
    .short = { $code } is your code to cancel { $subject } with { $brand }. Valid 10 minutes. Not you? Ignore this.

choice-order = { $order } of { $placed }, { $count ->
        [one] one item
       *[other] { $count } items
    }
order-choice-cancel = Cancel an order
order-choice-confirm = Confirm cancellation
order-choice-status = Where does my cancellation stand?
choice-all-of-it = The whole order
choice-the-rest = All the rest
choice-line = { $quantity ->
        [1] { $name }
       *[other] { $quantity } × { $name }
    }
choice-quantity = { $quantity }
choice-all-of-them = All { $quantity }
choice-more = Something else as well
choice-enough = Nothing else
choice-too-late = Comes too late
choice-wrong-item = Ordered the wrong thing
choice-better-price = Cheaper elsewhere
choice-not-needed = No longer needed

## Where a cancellation stands

status-accepted = { $service }: your cancellation { $number } is accepted ({ $confirmed }) and is being carried out.
status-executed = { $service }: your cancellation { $number } is carried out. Last day: { $end-date }.
    .short = { $service }: cancellation { $number } is carried out.
status-reconciled = { $service }: your cancellation { $number } is carried out and checked. Last day: { $end-date }.
    .short = { $service }: cancellation { $number } is carried out and checked.
status-fee-open = { $service }: your cancellation { $number } is accepted ({ $confirmed }) and waits for your answer about a fee of { $fee }.
status-terms-open = { $service }: your cancellation { $number } is accepted ({ $confirmed }) and waits for your answer about changed terms.
status-reversing = { $service }: your cancellation { $number } is being taken back. You get a message as soon as that is done.
status-reversed = { $service }: the cancellation was taken back ({ $number }).
status-failed = { $service }: your cancellation { $number } stands as of { $declared }. A person is completing it.
alternative-status-accepted = { $service }: your change { $number } is agreed ({ $confirmed }) and is being made.
alternative-status-executed = { $service }: your change { $number } is made.{ $has-undo ->
        [0] { "" }
       *[other] { " " }You can undo it until { $undo-day }: write "undo".
    }
alternative-status-reconciled = { $service }: your change { $number } is made and checked.{ $has-undo ->
        [0] { "" }
       *[other] { " " }You can undo it until { $undo-day }: write "undo".
    }
alternative-status-failed = { $service }: your change { $number } is agreed ({ $confirmed }). A person is seeing to it.
alternative-status-reversing = { $service }: your change { $number } is being undone. You get a message as soon as that is done.
alternative-status-reversed = { $service }: the change was undone ({ $number }).
status-withdrawn = { $service }: your request { $number } was closed without being carried out.
status-merged = { $service }: this was joined with your other cancellation.
status-declared = Your declaration { $number } was received on { $declared }. A person is matching it with your contract.
status-not-confirmed = Your wish to cancel is noted as of { $declared }. It is not confirmed yet.

service-active = { $service }: active, { $price } per { $interval ->
        [year] year
       *[month] month
    }.
service-paused = { $service }: paused.
service-ending = { $service }: already cancelled, last day { $ends-on }. No charge after that.
service-ended = { $service }: ended on { $ends-on }. Nothing is charged any more.

nothing-on-record = I find nothing about a cancellation with { $brand }.
refund-of-quote = { $has-refund ->
        [0] For { $service } there is no refund.
       *[other] For { $service } the refund is { $refund }, to the original payment method.
    }
cost-of-quote = { $has-fee ->
        [0] Cancelling { $service } costs nothing.
       *[other] Cancelling { $service } costs { $fee }{ $fee-reason ->
            [minimum-term] { "" }, because its minimum term is not over.
           *[other] .
        }
    } { $has-refund ->
        [0] There is no refund.
       *[other] You get { $refund } back{ $refund-reason ->
            [unused-time] { "" } for the time not used
           *[other] { "" }
        }, to the original payment method.
    } The last day is { $end-date }.
ends-on = { $service }: the last day is { $end-date }.
charges-until = { $has-charge ->
        [0] For { $service } no charge is on record.
       *[other] The last charge for { $service } is { $last-charge } on { $last-charged-on }.
    } { $has-fee ->
        [0] { "" }
       *[other] The fee of { $fee } is charged once.{ " " }
    }Nothing is charged after the last day, { $end-date }.
to-return = { $remains ->
        [return-equipment] For { $service } please return the equipment by { $end-date }. How it is sent is not in my record.
       *[other] For { $service } something remains to be done by { $end-date }. How is not in my record.
    }
nothing-remains = For { $service } nothing remains for you to do or to return.
not-in-record = That is not in my record yet.
terms-come-with-quote = You see the last day, any fee and what remains to be done before you confirm.
refund-comes-with-quote = You see any refund and fee before you confirm.
confirmation-sent-again = Your confirmation { $number } is on its way again, unchanged.
confirmation-sent-enough = Your confirmation { $number } was last sent on { $sent }. I can send it again in an hour.
confirmation-by-person = If it did not arrive, a person can help you.

## Identification

code-message = { $code } is your code to cancel { $subject } with { $brand }. It is valid for 10 minutes. Nobody from { $brand } will ask you for it. If it was not you, ignore this message.
    .short = { $code } is your code to cancel { $subject } with { $brand }. Valid 10 minutes. Not you? Ignore this.
code-for-contract = your contract
code-subject = Your code for { $brand }
code-wrong = That code is not right. Please try again.
code-expired = That code is no longer valid. Ask for a new one, or go on without.
code-locked = That was not right too often, so no more codes can be tried. You can still leave your cancellation.
code-sent-again = If { $brand } knows you, a new code is on its way. Please write it here; only the newest one works.
codes-limited = No more codes can be sent at the moment. You can still leave your cancellation.
contact-not-yours = That contact is not yours or could not be checked. Please share your own number or choose another way.
extra-check = For your protection a code is needed for this account.
no-such-customer = { $brand } has no contract under that number.
office-unavailable = { $brand }'s system is not answering at the moment. Please ask again a little later, or write "human".
office-unavailable-for-contact = { $brand }'s system is not answering at the moment. You can try another way, or go on without.
identity-needed = Without knowing who you are I cannot tell you more. Write "human" to reach a person.

## A person

handed-over-minutes = A person from { $brand } will answer you here, usually within a few minutes. You can go on with me meanwhile.
handed-over-hours = A person from { $brand } will answer you here, usually within a few hours. You can go on with me meanwhile.
handed-over-later = Nobody is at the desk at the moment. A person from { $brand } will answer you here on the next working day. You can go on with me meanwhile.
dispute-handed-over-minutes = I am sorry about that. A person from { $brand } will look into it and answer you here, usually within a few minutes. What you have declared goes on meanwhile.
dispute-handed-over-hours = I am sorry about that. A person from { $brand } will look into it and answer you here, usually within a few hours. What you have declared goes on meanwhile.
dispute-handed-over-later = I am sorry about that. A person from { $brand } will look into it and answer you here on the next working day. What you have declared goes on meanwhile.
urgent-danger = If your life or somebody else's is in danger, please call { $emergency } now, or the emergency number where you are.{ $has-listening ->
        [1] { " " }If you think of ending your life, somebody listens day and night under { $listening }.
       *[0] { "" }
    } You matter more than anything else here. I am an automated assistant, so I have called a person from { $brand }; { $wait ->
        [minutes] they see your message first and answer here within a few minutes.
        [hours] they see your message first and answer here as soon as they can.
       *[later] nobody is at the desk at the moment, and your message is the first that they see.
    } Nothing you wanted to cancel is lost: go on with it here whenever you like.
    .short = In danger? Call { $emergency } now.{ $has-listening ->
        [1] { " " }Somebody listens day and night: { $listening }.
       *[0] { "" }
    } You matter most. I am automated and have called a person from { $brand }, { $wait ->
        [minutes] who answers here in a few minutes.
        [hours] who answers here as soon as possible.
       *[later] who sees your message first.
    } You can go on cancelling any time.
urgent-death = I am very sorry for your loss. Nothing has to be proved now. A person from { $brand } will { $wait ->
        [minutes] help you here, usually within a few minutes.
        [hours] help you here, usually within a few hours.
       *[later] help you here on the next working day.
    } You need not wait for them: whatever shall be cancelled can be cancelled with me right away.
    .short = I am very sorry for your loss. Nothing has to be proved now. A person from { $brand } will help you here { $wait ->
        [minutes] within minutes.
        [hours] within hours.
       *[later] on the next working day.
    } You can also cancel with me right away.
urgent-legal = Thank you for saying so. A person from { $brand } reads your message and answers you here, { $wait ->
        [minutes] usually within a few minutes.
        [hours] usually within a few hours.
       *[later] on the next working day.
    } Your rights stay as they are, and you can cancel here at any time meanwhile.
urgent-upset = I am sorry that it has come to this. A person from { $brand } reads what you wrote and answers you here, { $wait ->
        [minutes] usually within a few minutes.
        [hours] usually within a few hours.
       *[later] on the next working day.
    } If you want to cancel, nothing stands in your way meanwhile.
agent-joined = { $agent } has joined this chat.
agent-returned = You are with the automated assistant again.
agent-resolved = This conversation with our colleague is finished. You are with the automated assistant again.

## Small talk and corrections

help = I can cancel a service with { $brand } for you, tell you where a cancellation stands, send a confirmation again, or bring in a person. Write "back" to correct something, "continue elsewhere" to go on on another channel, or the name of another language to go on in it.
    .short = I can cancel a service, tell you its status, send a confirmation again, or bring a person. Write "back" to correct something.
thanks = You are welcome.
bye = Goodbye. You can come back to this chat at any time.
bye-not-confirmed = Goodbye. Your cancellation is not confirmed yet; you can go on here at any time.
unclear = I am not sure I understood. Please choose, or say it in other words.
unclear-again = I still do not understand, sorry. Please choose one of these, or write "human" for a person.
unclear-person-comes = I did not understand that, but a person from { $brand } will read it and answer you here. You can go on with me meanwhile.
why-identify = Otherwise anybody could cancel in your name, so I have to know that it is you. If you would rather not say, you can go on without.
why-reason = It helps { $brand } to do better. Your cancellation stays as it is, whatever you answer or skip.
cannot-use-media = I cannot read pictures, voice messages or files.
cannot-use-edited = I only act on new messages, not on edited ones.
cannot-use-long = That message is too long for me to read. Please say it in a few words, or write "human" for a person.
button-stale = That belongs to an earlier question. Here is where we are:
not-processed = Something went wrong on our side with your last message. It is kept, and a person will read it and answer you here.
one-moment = One moment, I am asking { $brand }'s system.
cannot-go-back = There is nothing to go back to.
language-unknown = I speak: { $languages }. Write the name of a language at any time to change.
    .short = Write the name of your language at any time to change to it.
keep-or-cancel = Just to be sure: shall I go on with the cancellation, or keep everything as it is?
nothing-to-keep = There is no cancellation to take back.
undo-too-late = { $had-undo ->
        [0] The cancellation of { $service } is carried out and cannot be undone. Its last day: { $end-date }.
       *[1] The cancellation of { $service } is carried out and could be undone until { $undo-until }. Its last day: { $end-date }.
    }
undo-unclear = The cancellation of { $service } is carried out. Only a person can see whether it can still be undone, and will answer you here.
change-by-person = A person can change your plan for you: write "human". I can cancel it.
anything-else = What would you like to do?
texts-stopped = { $brand } will send you no more texts.
messages-stopped = { $brand } will not write to you here any more, unless you write first.

## What is pressed

choice-cancel = Cancel something
# The exact words that a law prescribes.
choice-prescribed = { $words }
choice-status = Where does my cancellation stand?
choice-human = Talk to a person
choice-back = Back
choice-correct = Write it anew
choice-carry-out = Have it carried out now
choice-unable = Go on without
choice-share-contact = Share my phone number
choice-use-sender = Use this phone number
choice-resend-code = Send a new code
choice-service = { $service }, { $price } per { $interval ->
        [year] year
       *[month] month
    }
choice-no-cancel = No, cancel
choice-accept-pause = Pause instead
choice-accept-discount = Take the lower price
choice-accept-downgrade = Take the smaller plan
choice-accept-later-date = End later
choice-accept-extension = Take the free time
choice-accept-exchange = Take the other plan
choice-accept-store-credit = Take the credit
choice-confirm = Confirm cancellation
choice-cancel-now = No, cancel now
choice-hear = Yes, tell me
choice-keep = Keep it
choice-end-instead = End it instead
choice-pay-fee = Pay { $fee } and cancel
choice-new-terms = Cancel on these terms
choice-without-fee = End on { $free-date }, no fee
choice-undo = Undo the cancellation
choice-leave-cancelled = Leave it cancelled
choice-restart = Order with obligation to pay
choice-leave-ended = Leave it as it is
choice-ended-service = { $service }, ended on { $ends-on }
alternative-choice-undo = Undo the change
alternative-choice-leave-cancelled = Leave the change
choice-skip = Skip
choice-way-mail = E-mail is enough
choice-way-sms = Also by SMS
choice-way-telegram = Also on Telegram
choice-too-expensive = Too expensive
choice-not-used = I do not use it
choice-quality = Not happy with it
choice-moving = Moving or changed plans
choice-other = Something else

## The confirmation by mail

mail-subject-termination = Cancellation { $number }: { $service }
mail-subject-alternative = Change { $number }: { $service }
mail-subject-withdrawal = Withdrawal { $number }
mail-subject-declaration = Your declaration { $number }
mail-subject-reversal = Cancellation taken back { $number }: { $service }
mail-subject-alternative-reversal = Change undone { $number }: { $service }
mail-subject-terms = Terms of your cancellation { $number }: { $service }
mail-subject-order-terms = Terms of your cancellation { $number }: order { $order }
mail-subject-order-reversal = Cancellation taken back { $number }: order { $order }
mail-subject-reason = Your reason, noted as { $number }
mail-subject-notice = About { $number }
mail-footer = Keep this message: it is your proof. The sealed record { $number } is attached.
mail-proof = The file { $number }.tlog-proof proves that the record is in the log of { $brand }, in which nothing can be changed afterwards.
mail-page = How it stands, the files, and taking it back while that is possible: { $url }

# The rest of the mail: one sentence, a table of facts (labels and values), one more sentence.
mail-lead-termination = { $brand } confirms: { $service } is cancelled.
mail-lead-alternative = { $brand } confirms: { $service } is not cancelled; the change below applies instead.
mail-lead-withdrawal = { $brand } confirms: your withdrawal has been received.
mail-lead-declaration = { $brand } confirms: your declaration has been received.
mail-lead-reversal = { $brand } confirms: { $service } goes on, the cancellation is taken back.
mail-lead-alternative-reversal = { $brand } confirms: the change of { $service } is undone, it goes on as it was before.
mail-lead-terms = { $brand } confirms: { $service } is cancelled on the terms below, to which you agreed.
mail-lead-order-terms = { $brand } confirms: order { $order } is cancelled on the terms below, to which you agreed.
mail-lead-order-reversal = { $brand } confirms: your cancellation is taken back, order { $order } stays as it is.
mail-lead-reason = { $brand } confirms: you gave a reason. It changes nothing about what is confirmed to you.
mail-close-termination = The time of receipt above counts. Nothing is charged after your last day. You are welcome back at any time.
mail-close-unquoted = The time of receipt above counts. Your last day and any refund follow by { $brand }. If there turned out to be a fee, you would be asked first.
mail-close-alternative = You can still cancel at any time, in the chat where you agreed to this. To undo the change, write "undo" there while that is possible.
mail-close-withdrawal = The time of receipt above counts. What was paid goes back to the original payment method within 14 days of it.
mail-close-withdrawal-unquoted = The time of receipt above counts. { $brand } matches your withdrawal with your contract and carries it out or writes to you. What is paid back goes to the original payment method.
mail-close-declaration = { $brand } matches your declaration with your contract and replies to the address you gave. The time of receipt above counts.
mail-close-reversal = You can cancel again at any time.
mail-subject-restart = Order { $number }: { $service }
mail-subject-restart-reversal = Order taken back { $number }: { $service }
mail-lead-restart = { $brand } confirms your order: { $service } is taken up again, as a new contract.
mail-lead-restart-reversal = { $brand } confirms: your order of { $service } is taken back.
mail-close-restart = You pay nothing for the time before the first day. You get a message as soon as it runs, and can cancel at any time in the chat.
mail-close-restart-reversal = It was not carried out, and you pay nothing.
mail-label-ordered = Ordered
mail-label-contract-price = Price
mail-label-minimum = Minimum term
mail-label-withdrawal = Right of withdrawal
mail-value-contract-price = { $price } per { $interval ->
        [year] year
       *[month] month
    }
mail-value-minimum = until { $day }
mail-value-withdrawal = until { $day }, without giving a reason: write "withdraw" in the chat, or to { $brand }. You then pay for the days it ran, and no more.
mail-close-alternative-reversal = You can cancel at any time.
mail-close-terms = The time of receipt above counts. Nothing is charged after your last day. You are welcome back at any time.
mail-close-order-reversal = You can cancel again as long as that is possible.
mail-close-reason = There is nothing you need to do.
mail-subject-ending = { $brand } ends { $service } ({ $number })
mail-subject-ending-reversal = { $service } goes on ({ $number })
mail-lead-ending = { $brand } ends { $service }, on its own account. This is the notice of it.
mail-lead-ending-reversal = { $brand } confirms: { $service } goes on, the notice that it ends is taken back.
mail-close-ending-non-payment = You can avoid it: pay what is owed before the last day, and write to { $brand } in the chat. If you think this is wrong, write "dispute" there: then nothing ends before a person has looked at it. Nothing is charged after the last day.
mail-close-ending-inactivity = You can avoid it: use it again before the last day, or write to { $brand } in the chat that you want to keep it. If you think this is wrong, write "dispute" there: then nothing ends before a person has looked at it. Nothing is charged after the last day.
mail-close-ending-policy = If you think this is wrong, write "dispute" in the chat with { $brand }: then nothing ends before a person has looked at it. Nothing is charged after the last day.
mail-close-ending-reversal = There is nothing you need to do.
mail-label-cause = Why
mail-label-stated = What it is about
mail-label-told = Notice given
mail-label-notice = Notice
mail-value-cause = { $cause ->
        [non_payment] not paid for
        [inactivity] not used for a long time
       *[policy] used against the terms of use
    }
mail-value-days = { $days } days
mail-label-number = Number
mail-label-service = Contract
mail-label-declared = Received
mail-label-confirmed = Confirmed
mail-label-end-date = Last day
mail-label-fee = Fee
mail-label-refund = Refund
mail-label-last-charge = Last charge
mail-label-remains = To do
mail-label-undo-until = Can be undone until
mail-label-change = Change
mail-label-starts-on = From
mail-label-ends-on = Until
mail-label-price = Price meanwhile
mail-label-new-price = New price
mail-label-price-after = Price afterwards
mail-label-credit = Credit
mail-label-next-charge = Next charge
mail-label-old-price = Price until then
mail-label-words = Your words
mail-label-completes = Belongs to cancellation
mail-label-belongs = Belongs to
mail-label-agreed = Agreed
mail-label-reversed = Taken back
mail-label-reverses = Cancellation taken back
mail-label-reverses-change = Change undone
mail-label-fingerprint = Fingerprint of the record (SHA-256)
mail-label-rules = Rules applied
mail-value-rules = { $pack }, as of { $day }
mail-value-none = none
mail-value-bereavement = A death
mail-value-follows = follows
mail-value-earliest = the earliest possible
mail-value-named-or-earliest = the day you named; if you named none, the earliest possible
mail-value-fee = { $amount }{ $reason ->
        [minimum-term] { "" } (minimum term not over)
       *[other] { "" }
    }
mail-value-refund = { $amount }{ $reason ->
        [unused-time] { "" } for unused time
       *[other] { "" }
    }, to the original payment method
mail-value-charge = { $amount } on { $day }
mail-value-remains = { $task ->
        [return-equipment] Return the equipment by { $day }
       *[nothing] Nothing else
    }
mail-value-change = { $kind ->
        [pause] Pause
        [discount] Lower price
        [downgrade] Plan { $plan }
        [extension] Time for nothing
        [exchange] Plan { $plan }
        [store_credit] Credit
       *[later_date] Later last day
    }

mail-subject-order = Cancellation { $number }: order { $order }
mail-lead-order = { $brand } confirms: your cancellation of order { $order } is accepted.
mail-close-order = The time of receipt above counts.
mail-close-order-return = The time of receipt above counts. For what you send back, the refund comes as soon as it has arrived.
mail-label-order = Order
mail-label-items = Items

## The confirmation as a document (PDF)

document-caption = Your confirmation { $number } as a document. It proves itself: please keep it.
document-terms = Terms that applied
document-about = How it came about
document-shown = What you were shown and confirmed
document-proof = How this document can be checked
document-code = QR code with the address where this document can be checked
document-check = This document is sealed: if anything in it is changed, that can be seen. The signed record { $number } is attached to it as a file. To check it, scan the code or open { $url }
mail-label-balance = Balance
mail-label-customer = Customer
mail-label-identified = Identified
mail-label-channel = Received by
mail-label-offer = Offered instead
mail-label-reason = Reason
mail-label-dialog = Dialog
document-value-balance = { $side ->
        [brand] { $amount } for you to pay (fee less refund)
        [customer] { $amount } for you (refund less fee)
       *[even] Nothing is owed by either side
    }
document-value-identified = { $known-by ->
        [code] by one-time code
        [token] signed in with { $brand }
        [contact] by the phone number shared in the chat
       *[agent] by a person at { $brand }
    }
document-value-channel = { $channel ->
        [webchat] web chat
        [sms] text message (SMS)
        [telegram] Telegram
       *[other] another way
    }
document-value-offer = { $change }: { $answer ->
        [accepted] accepted
        [declined] declined
       *[open] not answered
    }

# The same as a letter, on paper.
letter-greeting = Dear { $addressee },
letter-greeting-nobody = Hello,
letter-date = Date
letter-closing = Kind regards
letter-unsigned = This letter was made by machine and is valid without a signature.

## The confirmation by phone

call-greeting = This is the automated assistant of { $brand }. I have a confirmation for you.
call-keys = Press 1 if you have heard it, 2 to hear it again, 0 to speak to a person.
call-unsure = This is the automated assistant of { $brand }. A confirmation is waiting for you. Press 2 to hear it, 0 to speak to a person.
call-voicemail = This is the automated assistant of { $brand }. A confirmation is waiting for you. Goodbye.
call-heard = Thank you. Goodbye.
call-person = A person from { $brand } will get in touch with you. Goodbye.
call-goodbye = No key was pressed. Goodbye.

## The page of a case, and ways that a confirmation goes

case-page-code = { $code } is your code to see how { $number } stands with { $brand }. It is valid for 10 minutes. Nobody from { $brand } will ask you for it. If it was not you, ignore this message.
    .short = { $code } is your code to see { $number } with { $brand }. Valid 10 minutes. Not you? Ignore this.
case-page-link = See how it stands at any time: { $url }
    .short = Status: { $url }
case-page-undo = I want to take { $number } back.
case-page-dispute = Something about { $number } is not right. I want to speak to a person.
