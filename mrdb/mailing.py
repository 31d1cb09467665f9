"""Mail goes out by the organisation's own server (SMTP)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from smtplib import SMTP
from ssl import create_default_context
from uuid import NAMESPACE_URL, uuid5

from mrdb.clock import now
from mrdb.config import THIS_MACHINE, MailServer
from mrdb.domain.people import Person
from mrdb.domain.reminders import Reminder
from mrdb.text import reminders as words


@contextmanager
def connected(server: MailServer) -> Iterator[SMTP]:
    """A line to the server, encrypted (STARTTLS) unless it is this machine itself.

    Raises OSError, of which every SMTPException is one.
    """
    with SMTP(server.host, server.port, timeout=server.patience) as line:
        if server.host not in THIS_MACHINE:
            line.starttls(context=create_default_context())
        if server.user:
            line.login(server.user, server.password)
        yield line


def reminder_mail(person: Person, news: Sequence[Reminder], today: date, sender: str, address: str) -> EmailMessage:
    """The same news has the same Message-ID: where a server took a mail and its answer got lost, the mailbox may know
    the second one again. Raises ValueError where the address cannot stand in a mail.
    """
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = words.subject(news), sender, person.email
    mail["Date"] = format_datetime(now())
    told = [person.email, *(f"{action} {step.value} {day}" for action, step, day in (one.told for one in news))]
    mail["Message-ID"] = f"<{uuid5(NAMESPACE_URL, ' '.join(told))}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"  # no holiday message comes back (RFC 3834)
    mail.set_content(words.body(person, news, today, address))
    return mail
