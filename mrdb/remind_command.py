"""``python -m mrdb remind``: a mail to each person who has something new to know; what a timer calls."""

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from datetime import date
from smtplib import SMTP, SMTPServerDisconnected

from mrdb.clock import now, today
from mrdb.config import MailServer
from mrdb.domain.people import Person
from mrdb.domain.reminders import Reminder
from mrdb.mailing import connected, reminder_mail
from mrdb.startup import mail_server, open_and_upgrade, public_address
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.reminders import due_reminders, note_told, sending_alone
from mrdb.text import reminders as words

DONE, NOT_ALL = 0, 1
"""Exit statuses."""
Digest = tuple[Person, Sequence[Reminder]]


def add_remind(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = commands.add_parser(
        "remind",
        help="mail people what is late, due soon or waits for a round: each thing once",
        epilog="Exit status: 0 all sent or nothing to send, 1 somebody's mail waits for the next time, 2 bad setting.",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the mails, send and note nothing")
    parser.set_defaults(command=_remind)


def _remind(parsed: Namespace) -> int:
    engine, day = open_and_upgrade(), today()
    with sending_alone(engine) as is_alone:
        with read_only(engine) as session:
            digests = due_reminders(session, day)
        if not digests:
            print(words.NOTHING)
        elif parsed.dry_run:
            for person, news in digests:
                print(f"{person.email}: {words.subject(news)}\n\n{words.body(person, news, day, public_address())}")
        elif not is_alone:
            print(words.SENDING_ALREADY)
        else:
            return send(engine, mail_server(), digests, day)
    return DONE


def send(engine: Engine, server: MailServer, digests: Sequence[Digest], day: date) -> int:
    """What is told is noted as soon as the server took it. A server that is gone ends it: the rest waits."""
    waiting, status = len(digests), DONE
    try:
        with connected(server) as line:
            for person, news in digests:
                if _is_taken(line, server, person, news, day):
                    with transaction(engine, is_news=False) as session:
                        note_told(session, person, news, now())
                    print(words.sent(person, len(news)))
                else:
                    status = NOT_ALL
                waiting -= 1
    except OSError:
        if waiting:  # else all that failed is to say goodbye
            print(words.unreachable(server.host, waiting), file=sys.stderr)
            return NOT_ALL
    return status


def _is_taken(line: SMTP, server: MailServer, person: Person, news: Sequence[Reminder], day: date) -> bool:
    """Raises SMTPServerDisconnected where the server is gone; what else it says is about this person's mail alone."""
    try:
        mail = reminder_mail(person, news, day, server.sender, public_address())
        line.send_message(mail, to_addrs=[person.email])
    except SMTPServerDisconnected:
        raise
    except (OSError, ValueError):
        print(words.refused(person), file=sys.stderr)
        return False
    return True
